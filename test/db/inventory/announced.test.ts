import { afterAll, beforeAll, expect, it } from 'vitest'
import type { PoolClient } from '../../../src/db/pool.ts'
import { createTestDatabase, type TestDatabase } from '../../support/database.ts'
import { eventually } from '../../support/eventually.ts'
import { accounts, images, insert, regions, seedInventory } from '../../support/inventory.ts'

let database: TestDatabase
let listener: PoolClient
const heard: (string | undefined)[] = []

beforeAll(async () => {
  database = await createTestDatabase()
  await seedInventory(database.pool)
  listener = await database.pool.connect()
  listener.on('notification', ({ payload }) => heard.push(payload))
  await listener.query('listen amigraph_changes')
})
afterAll(async () => {
  listener.release(true)
  await database.drop()
})

/** What is told of a statement: everything before something that is told later. */
const toldOf = async (statement: string): Promise<(string | undefined)[]> => {
  heard.length = 0
  await database.pool.query(statement)
  await database.pool.query(`notify amigraph_changes, 'later'`)
  await eventually(() => expect(heard).toContain('later'))
  return heard.slice(0, -1)
}

it('announces changes of every table that the API answers from', async () => {
  const { rows } = await database.pool.query<{ table: string }>(
    `select c.relname as table from pg_class c
     where c.relnamespace = 'amigraph'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition and not exists (
       select from pg_trigger t where t.tgrelid = c.oid and t.tgname = 'announce_insert')
     order by 1`,
  )
  // Who may call, how syncs go, what costs were attributed by, what late listings must not overwrite, and which migrations
  // ran: none of it is part of an answer that is kept.
  expect(rows.map(row => row.table)).toEqual([
    'api_keys',
    'attributed_images',
    'attributed_snapshots',
    'migrations',
    'share_doubts',
    'source_jobs',
    'targeted_reads',
  ])
})

it.each<[string, string, string[]]>([
  ['an insert', `insert into amigraph.trusted_owners values ('700000000007')`, ['facts']],
  ['a delete', `delete from amigraph.trusted_owners where account_id = '700000000007'`, ['facts']],
  [
    'many changes of one transaction',
    `update amigraph.images set name = name; update amigraph.instances set state = state`,
    ['facts'],
  ],
  ['a statement that changes nothing', `update amigraph.images set name = '' where image_id = 'none'`, []],
  [
    'an upsert that changes nothing',
    `insert into amigraph.trusted_owners values ('800000000008') on conflict do nothing`,
    [],
  ],
  ['coverage', `update amigraph.coverage set last_attempt_at = now()`, ['observations']],
  ['lists that were read again', `update amigraph.launch_permission_reads set attempted_at = now()`, ['observations']],
  [
    'a list that became known',
    `update amigraph.launch_permission_reads set observed_at = now() where observed_at is null`,
    ['observations', 'facts'],
  ],
  ['emptying a table', `truncate amigraph.image_tags`, ['facts']],
])('tells of %s what changed', async (_, statement, expected) => {
  expect((await toldOf(statement)).toSorted()).toEqual(expected.toSorted())
})

it('tells nothing of what was rolled back', async () => {
  expect(await toldOf(`begin; update amigraph.images set name = name; rollback`)).toEqual([])
})

it('keeps the sums of costs, whatever happens to the costs', async () => {
  const cost = (more: object) => ({
    month: '2026-01-01',
    account_id: accounts.appA,
    region: regions.frankfurt,
    image_id: images.private,
    product_code: '',
    usage_operation: 'RunInstances',
    currency: 'USD',
    software_cost: '0.1',
    infrastructure_cost: '0.2',
    instance_hours: '1',
    ...more,
  })
  const { pool } = database
  const check = async () => {
    const sums = (table: string, lines: string) =>
      `select account_id, month, currency, trim_scale(sum(software_cost)) as software_cost,
         trim_scale(sum(infrastructure_cost)) as infrastructure_cost, trim_scale(sum(instance_hours)) as instance_hours,
         ${lines}::bigint as lines
       from amigraph.${table} group by account_id, month, currency order by 1, 2, 3`
    const [kept, summed] = [
      await pool.query(sums('monthly_account_costs', 'sum(lines)')),
      await pool.query(sums('costs', 'count(*)')),
    ]
    expect(kept.rows).toEqual(summed.rows)
    const ofAll = (table: string) =>
      `select month, region, image_id, usage_operation, currency, trim_scale(sum(software_cost)) as software_cost,
         trim_scale(sum(total_cost)) as total_cost
       from amigraph.${table} group by month, region, image_id, usage_operation, currency order by 1, 2, 3, 4, 5`
    const [organization, everyAccount] = [
      await pool.query(ofAll('organization_costs')),
      await pool.query(ofAll('costs')),
    ]
    expect(organization.rows).toEqual(everyAccount.rows)
    return kept.rows.length
  }
  await insert(pool, 'costs', [
    cost({}),
    cost({ usage_operation: 'RunInstances:0002' }),
    cost({ month: '2026-02-01' }),
    cost({ currency: 'EUR' }),
    cost({ account_id: accounts.appB, software_cost: '123456789012345678901234567890.000000001' }),
  ])
  expect(await check()).toBe(4)
  await pool.query(
    `update amigraph.costs set software_cost = software_cost * 3, month = '2026-02-01' where currency = 'USD' and usage_operation = 'RunInstances:0002'`,
  )
  expect(await check()).toBe(4)
  await pool.query(`delete from amigraph.costs where currency = 'EUR'`)
  expect(await check()).toBe(3)
  await pool.query(`insert into amigraph.costs select month, account_id, region, image_id, product_code, usage_operation, currency, 5, 5, 5 from amigraph.costs
    on conflict (month, account_id, region, image_id, product_code, usage_operation, currency, payer_account_id, reason) do update set software_cost = excluded.software_cost`)
  expect(await check()).toBe(3)
  await pool.query('truncate amigraph.costs')
  expect(await check()).toBe(0)
})
