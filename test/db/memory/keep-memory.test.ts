import { afterAll, beforeAll, expect, it } from 'vitest'
import { keepMemory } from '../../../src/db/memory/keep-memory.ts'
import { createTestApi, type TestApi } from '../../support/api.ts'
import { createTestDatabase, type TestDatabase } from '../../support/database.ts'
import { accounts, images, regions, seedInventory } from '../../support/inventory.ts'

let database: TestDatabase
let api: TestApi

beforeAll(async () => {
  database = await createTestDatabase()
  await seedInventory(database.pool)
  api = await createTestApi(database.pool)
})
afterAll(async () => {
  await api?.stop()
  await database?.drop()
})

const sql = async (text: string, values: unknown[] = []) => (await database.pool.query(text, values)).rows

const partitions = async (): Promise<string[]> =>
  (
    await sql(`select c.relname as name from pg_inherits i join pg_class c on c.oid = i.inhrelid
      where i.inhparent = 'amigraph.versions'::regclass order by 1`)
  ).map(({ name }) => name)

const monthsFromNow = async (months: number): Promise<string> =>
  (
    await sql(
      `select 'versions_' || to_char((now() + make_interval(months => $1)) at time zone 'UTC', 'YYYY_MM') as name`,
      [months],
    )
  )[0].name

/** A version that ended that many months ago, as if it had been kept then. */
const keepOld = (months: number, fact = 'images') =>
  sql(
    `insert into amigraph.versions (fact, account_id, region, image_id, kind, was, became, valid_from, valid_to)
     values ($2, $3, $4, 'ami-0000000000old', 'IMAGE_CHANGED', '{"name": "old"}', '{"name": "new"}',
       now() - make_interval(months => $1 + 1), now() - make_interval(months => $1))`,
    [months, fact, accounts.golden, regions.frankfurt],
  )

it('makes months before they begin, and takes over what strayed', async () => {
  await sql(`drop table amigraph.${await monthsFromNow(2)}`)
  await sql(
    `insert into amigraph.versions (fact, valid_from, valid_to) values ('images', now(), now() + make_interval(months => 2))`,
  )
  expect(await sql('select from amigraph.versions_of_no_month')).toHaveLength(1)
  await keepMemory(database.pool, 400)
  await keepMemory(database.pool, 400)
  expect(await partitions()).toEqual([...(await Promise.all([0, 1, 2, 3].map(monthsFromNow))), 'versions_of_no_month'])
  expect(await sql('select from amigraph.versions_of_no_month')).toHaveLength(0)
  expect(await sql(`select from amigraph.${await monthsFromNow(2)}`)).toHaveLength(1)
})

it('forgets whole months that ended before, says so, and touches nothing that holds', async () => {
  for (const months of [-14, -3])
    await sql('call amigraph.make_month_of_versions(now() + make_interval(months => $1))', [months])
  await sql(`update amigraph.memory set begins_at = now() - interval '20 months'`)
  // Long gone, and a bill of then may still be loaded or corrected (R17)
  await sql(
    `insert into amigraph.instance_images (instance_id, account_id, region, image_id, first_seen_at)
     values ('i-0000000000000old', $1, $2, 'ami-0000000000old', now() - interval '30 months')`,
    [accounts.golden, regions.frankfurt],
  )
  await keepOld(14)
  await keepOld(3)
  const facts = `select (select count(*) from amigraph.images) as images, (select count(*) from amigraph.instances) as
    instances, (select count(*) from amigraph.instance_images) as observations`
  const before = await sql(facts)

  expect(await keepMemory(database.pool, 400)).toBe(1)
  expect(await keepMemory(database.pool, 400)).toBe(0)

  expect(await partitions()).not.toContain(await monthsFromNow(-14))
  expect(await partitions()).toContain(await monthsFromNow(-3))
  expect(await sql(facts)).toEqual(before)
  expect(await sql(`select from amigraph.instance_images where instance_id = 'i-0000000000000old'`)).toHaveLength(1)
  const [{ begins_at: beginsAt, expected }] = await sql(
    `select begins_at, date_trunc('month', now() - interval '13 months', 'UTC') as expected from amigraph.memory`,
  )
  expect(beginsAt).toEqual(expected)
  const { data } = await api.query(
    `query ($image: ID!) {
      changes(since: "2020-01-01T00:00:00Z", filter: { imageId: { eq: $image } }) { completeSince totalCount }
    }`,
    { image: 'ami-0000000000old' },
  )
  expect(data.changes).toEqual({ completeSince: expected.toISOString(), totalCount: 1 })
})

it('tells once of a deprecation that came about by time alone (R4)', async () => {
  await sql(`update amigraph.images set deprecation_time = now() + interval '1 hour' where image_id = $1`, [
    images.private,
  ])
  const told = () => sql(`select image_id from amigraph.versions where kind = 'IMAGE_DEPRECATED'`)
  await keepMemory(database.pool, 400)
  const before = await told()
  // An hour later: as if all had been noted an hour ago.
  await sql(
    `update amigraph.images set deprecation_time = now() - interval '1 second', valid_from = valid_from
    where image_id = $1`,
    [images.private],
  )
  expect(await told()).toHaveLength(before.length + 1)
  await sql(`alter table amigraph.images disable trigger begin_version`)
  await sql(
    `update amigraph.images set deprecation_time = now() - interval '1 second', valid_from = now() - interval '1 day'
    where image_id = $1`,
    [images.unitShared],
  )
  await sql(`alter table amigraph.images enable trigger begin_version`)
  await sql(`delete from amigraph.versions where kind = 'IMAGE_DEPRECATED'`)
  await sql(`update amigraph.memory set deprecations_noted_until = now() - interval '1 hour'`)
  await keepMemory(database.pool, 400)
  await keepMemory(database.pool, 400)
  expect(await told()).toEqual([{ image_id: images.unitShared }])
})

it('has every table of facts remembered', async () => {
  const forgetful = await sql(
    `select c.relname as name from pg_class c
     where c.relnamespace = 'amigraph'::regnamespace and c.relkind = 'r' and not c.relispartition
       and exists (select from pg_trigger t where t.tgrelid = c.oid and t.tgname = 'announce_insert' and t.tgargs = 'facts\\000')
       and not exists (select from pg_trigger t where t.tgrelid = c.oid and t.tgname = 'keep_version_update')
     order by 1`,
  )
  // Bills have months of their own; what is only ever added, or follows from other facts or settings; the memory itself.
  expect(forgetful.map(({ name }) => name)).toEqual([
    'bill_lines',
    'billed_amounts',
    'bills',
    'configured_product_titles',
    'costs',
    'golden_families',
    'image_ancestors',
    'instance_images',
    'instance_operations',
    'instance_products',
    'kms_key_access',
    'launch_permission_targets',
    'memory',
    'monthly_account_costs',
    'organization_costs',
    'product_titles',
    'share_problems',
    'unattributed_amounts',
    'usage_operation_drifts',
  ])
})
