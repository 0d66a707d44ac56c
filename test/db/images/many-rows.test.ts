import type { PoolClient } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../support/database.ts'

const rows = 2_000

let database: TestDatabase
let client: PoolClient
beforeAll(async () => {
  database = await createTestDatabase()
  client = await database.pool.connect()
})
afterAll(async () => {
  client.release()
  await database.drop()
})

const insertImages = (from: number, to: number) => `
  insert into amigraph.images (region, image_id, owner_account_id, state, is_public, evidence, evidence_account_id, content_hash)
  select 'eu-west-1', 'ami-' || lpad(to_hex(n), 17, '0'), '100000000001', 'AVAILABLE', false, 'OWNER', '100000000001', n::text
  from generate_series(${from}, ${to}) n`

/** What is written for images from one number to another, in the order in which it can be. */
const writes: readonly [string, (from: number, to: number) => string][] = [
  ['images are listed', insertImages],
  [
    'their launch permissions are read',
    (from, to) => `
      insert into amigraph.launch_permission_reads (region, image_id, owner_account_id, observed_at, attempted_at)
      select region, image_id, owner_account_id, now(), now() from ${images(from, to)}`,
  ],
  [
    'permissions are written',
    (from, to) => `
      insert into amigraph.launch_permissions (region, image_id, kind, grantee, target_id, owner_account_id)
      select region, image_id, 'ACCOUNT', '123456789012', '123456789012', owner_account_id from ${images(from, to)}`,
  ],
  [
    'product codes are written',
    (from, to) => `
      insert into amigraph.image_product_codes (region, image_id, product_code, kind)
      select region, image_id, 'code', 'MARKETPLACE' from ${images(from, to)}`,
  ],
  [
    'lists are not known any more',
    (from, to) => `update amigraph.launch_permission_reads r set observed_at = null
      from ${images(from, to)} where r.region = i.region and r.image_id = i.image_id`,
  ],
  [
    'images change',
    (from, to) => `update amigraph.images u set is_public = true, content_hash = 'new'
      from ${images(from, to)} where u.region = i.region and u.image_id = i.image_id`,
  ],
  [
    'permissions go',
    (from, to) => `delete from amigraph.launch_permissions p
      using ${images(from, to)} where p.region = i.region and p.image_id = i.image_id`,
  ],
]

const images = (from: number, to: number) => `(select region, image_id, owner_account_id from amigraph.images
  where image_id between 'ami-' || lpad(to_hex(${from}), 17, '0') and 'ami-' || lpad(to_hex(${to}), 17, '0')) i`

type Plan = { readonly 'Node Type': string; readonly Plans?: readonly Plan[] }

const within = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(within)]

/** What is gone through from its beginning for each row of something else. */
const comparedWithEach = (plan: Plan): string[] =>
  within(plan)
    .filter(node => node['Node Type'] === 'Nested Loop')
    .flatMap(({ Plans = [] }) => within(Plans[1] as Plan).map(node => node['Node Type']))
    .filter(type => /^(Named Tuplestore|Seq) Scan$/.test(type))

/** Plans of a statement and of all that its triggers run. */
const plansOf = async (statement: string): Promise<Plan[]> => {
  const plans: Plan[] = []
  const onNotice = ({ message = '' }: { message?: string | undefined }) => {
    const json = message.replace(/^[^{]*/, '')
    if (json !== '') plans.push((JSON.parse(json) as { Plan: Plan }).Plan)
  }
  client.on('notice', onNotice)
  await client.query('set auto_explain.log_min_duration = 0')
  const { rowCount } = await client.query(statement)
  await client.query('set auto_explain.log_min_duration = -1')
  client.off('notice', onNotice)
  expect(rowCount).toBe(rows)
  return plans
}

// A trigger's statement is planned when it is first run, for as many rows as there are then.
describe('a connection that has written few rows writes many', () => {
  beforeAll(async () => {
    for (const [, write] of writes) await client.query(write(1, 1))
    await client.query("load 'auto_explain'")
    await client.query(`set auto_explain.log_nested_statements = on; set auto_explain.log_format = json;
      set auto_explain.log_level = 'notice'`)
  })

  it.each(writes)('%s: none of them is compared with each of the others', async (_, write) => {
    const plans = await plansOf(write(10, 9 + rows))
    expect(plans.length).toBeGreaterThan(1)
    expect(plans.flatMap(comparedWithEach)).toEqual([])
  })
})
