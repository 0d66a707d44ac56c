import { afterAll, beforeAll, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../support/database.ts'
import { seedInventory } from '../../support/inventory.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
  await seedInventory(database.pool)
})
afterAll(() => database.drop())

/** The images whose counters are not what there is to count. */
const wrong = async () => {
  const { rows } = await database.pool.query(`
    select i.region, i.image_id, i.launch_permission_count as counted, permissions.number, i.product_code_count as codes_counted,
      codes.number as codes
    from amigraph.images i
    left join amigraph.launch_permission_reads r on r.region = i.region and r.image_id = i.image_id and r.observed_at is not null
    cross join lateral (select case when r.image_id is not null then count(*)::integer end as number
      from amigraph.launch_permissions p where p.region = i.region and p.image_id = i.image_id) permissions
    cross join lateral (select count(*)::integer as number
      from amigraph.image_product_codes c where c.region = i.region and c.image_id = i.image_id) codes
    where i.launch_permission_count is distinct from permissions.number or i.product_code_count <> codes.number`)
  return rows
}

const anImage = `(select region, image_id, owner_account_id from amigraph.images
  where launch_permission_count is not null order by launch_permission_count desc, image_id limit 1) i`

it.each<[string, string]>([
  ['nothing was done', 'select'],
  [
    'a permission was added',
    `insert into amigraph.launch_permissions (region, image_id, kind, grantee, target_id, owner_account_id)
    select region, image_id, 'ACCOUNT', '123456789012', '123456789012', owner_account_id from ${anImage}`,
  ],
  ['all permissions of some were removed', `delete from amigraph.launch_permissions where kind = 'ACCOUNT'`],
  [
    'an image was read that never was',
    `insert into amigraph.launch_permission_reads (region, image_id, owner_account_id, observed_at, attempted_at)
    select region, image_id, owner_account_id, now(), now() from amigraph.images where owner_account_id is not null
    on conflict (region, image_id) do update set observed_at = excluded.observed_at`,
  ],
  ['all were read again', 'update amigraph.launch_permission_reads set observed_at = now(), attempted_at = now()'],
  [
    'some are not known any more',
    `update amigraph.launch_permission_reads set observed_at = null where image_id < 'ami-8'`,
  ],
  ['reads were forgotten', `delete from amigraph.launch_permission_reads where image_id > 'ami-8'`],
  [
    'codes were added',
    `insert into amigraph.image_product_codes (region, image_id, product_code, kind)
    select region, image_id, 'new-code', 'MARKETPLACE' from amigraph.images`,
  ],
  ['codes were removed', 'delete from amigraph.image_product_codes'],
])('counters are right after %s', async (_, statement) => {
  await database.pool.query(statement)
  expect(await wrong()).toEqual([])
})
