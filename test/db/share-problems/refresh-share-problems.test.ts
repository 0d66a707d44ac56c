import { afterAll, beforeAll, expect, it } from 'vitest'
import { refreshShareProblems } from '../../../src/db/share-problems/refresh-share-problems.ts'
import { createRandom } from '../../../src/sandbox/world/random.ts'
import { createTestDatabase, type TestDatabase } from '../../support/database.ts'
import { randomOrganization, storeOrganization } from '../../support/random-organization.ts'
import { randomSharing } from '../../support/sharing-oracle.ts'
import { storeSharing } from '../../support/store-sharing.ts'

const rounds = Number(process.env['SHARING_CHANGES'] ?? 60)
const seed = Number(process.env['SHARING_SEED'] ?? 1)

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

const doubts = async () =>
  (await database.pool.query('select distinct kind from amigraph.share_doubts order by 1')).rows.map(({ kind }) => kind)

/** A change of some row of each table that decides problems, as SQL over a random row. */
const one = (table: string, where = 'true') =>
  `(select ctid from amigraph.${table} where ${where} order by md5(ctid::text || $1) limit 1)`
const changes: Readonly<Record<string, string>> = {
  'a grant is taken back': `delete from amigraph.launch_permissions where ctid = ${one('launch_permissions')} and $1 = $1`,
  'a grant is added': `insert into amigraph.launch_permissions (region, image_id, kind, grantee, target_id, owner_account_id)
    select i.region, i.image_id, 'ORGANIZATION', 'arn:aws:organizations::1:organization/' || o.organization_id, o.organization_id, i.owner_account_id
    from amigraph.images i, amigraph.organizations o where i.ctid = ${one('images', "evidence = 'OWNER'")} on conflict do nothing`,
  'an image is disabled': `update amigraph.images set state = 'DISABLED' where ctid = ${one('images')}`,
  'an image is available': `update amigraph.images set state = 'AVAILABLE' where ctid = ${one('images', "state = 'DISABLED'")}`,
  'an image is public': `update amigraph.images set is_public = not is_public where ctid = ${one('images')}`,
  'an image is gone': `delete from amigraph.images where ctid = ${one('images')}`,
  'an image is deprecated': `update amigraph.images set deprecation_time = '2026-01-01' where ctid = ${one('images')}`,
  'a list is unknown': `update amigraph.launch_permission_reads set observed_at = null where ctid = ${one('launch_permission_reads')}`,
  'a volume changes': `update amigraph.image_block_devices set snapshot_id =
    (select snapshot_id from amigraph.snapshots order by md5(snapshot_id || $1) limit 1) where ctid = ${one('image_block_devices')}`,
  'a snapshot is not encrypted': `update amigraph.snapshots set encrypted = false, kms_key_id = null where ctid = ${one('snapshots')}`,
  'a snapshot has another key': `update amigraph.snapshots set encrypted = true, kms_key_id =
    (select arn from amigraph.kms_keys order by md5(arn || $1) limit 1) where ctid = ${one('snapshots')}`,
  'a snapshot list is read': `insert into amigraph.snapshot_permission_reads (region, snapshot_id, owner_account_id, observed_at, attempted_at)
    select region, snapshot_id, owner_account_id, now(), now() from amigraph.snapshots where ctid = ${one('snapshots')} on conflict do nothing`,
  'a snapshot is public': `insert into amigraph.snapshot_create_volume_permissions (region, snapshot_id, owner_account_id, kind, grantee)
    select region, snapshot_id, owner_account_id, 'PUBLIC', 'all' from amigraph.snapshots where ctid = ${one('snapshots')} on conflict do nothing`,
  'a key lets nobody in': `delete from amigraph.kms_key_access where ctid = ${one('kms_key_access')}`,
  'a key is unknown': `delete from amigraph.kms_keys where ctid = ${one('kms_keys')}`,
  'a key is managed by AWS': `update amigraph.kms_keys set manager = 'AWS' where ctid = ${one('kms_keys')}`,
  'a view is not read': `delete from amigraph.image_views where ctid = ${one('image_views')}`,
  'a view is another one': `update amigraph.image_views v set view_id = (
    select w.view_id from amigraph.image_views w where w.region = v.region order by md5(w.view_id || $1) limit 1)
    where v.ctid = ${one('image_views')}`,
  'settings are off': `update amigraph.allowed_images_settings set state = 'DISABLED' where ctid = ${one('allowed_images_settings')}`,
  'settings are on': `update amigraph.allowed_images_settings set state = 'ENABLED' where ctid = ${one('allowed_images_settings', "state <> 'ENABLED'")}`,
  'an account moves': `update amigraph.accounts a set ancestor_ids = (
    select b.ancestor_ids from amigraph.accounts b order by md5(b.account_id || $1) limit 1) where a.ctid = ${one('accounts')}`,
  'an account is closed': `update amigraph.accounts set state = 'SUSPENDED' where ctid = ${one('accounts')}`,
  'an account is active': `update amigraph.accounts set state = 'ACTIVE' where ctid = ${one('accounts', "state <> 'ACTIVE'")}`,
  'an account leaves': `delete from amigraph.accounts where ctid = ${one('accounts')}`,
  'a unit is gone': `delete from amigraph.organizational_units u where ctid = ${one('organizational_units', 'parent_id is not null')}`,
}

it('finds after each change of a fact what looking at everything would find', async () => {
  const { pool } = database
  const random = createRandom(seed)
  const found = new Map<string, number>()
  for (let round = 0; round < rounds; round++) {
    if (round % 20 === 0) {
      const raw = randomOrganization(random)
      await storeOrganization(pool, raw)
      await storeSharing(pool, raw, randomSharing(random, raw))
    }
    const names = [random.pick(Object.keys(changes)), random.pick(Object.keys(changes))]
    for (const name of names) await pool.query(changes[name] ?? '', [String(random.bits())])
    const changed = await refreshShareProblems(pool, { batch: random.pick([1, 3, 100]) })
    await pool.query("insert into amigraph.share_doubts values ('ALL', '', '')")
    expect({ seed, round, names, missed: await refreshShareProblems(pool) }).toEqual({ seed, round, names, missed: 0 })
    for (const name of names) found.set(name, (found.get(name) ?? 0) + changed)
  }
  // Else the changes would be none that matter.
  expect([...found.values()].filter(number => number > 0).length).toBeGreaterThan(found.size / 2)
}, 300_000)

it('has nothing to look at where no fact changed, and says until when', async () => {
  const { pool } = database
  await refreshShareProblems(pool)
  await pool.query('update amigraph.images set name = name')
  await pool.query("update amigraph.images set last_launched_time = now(), content_hash = 'other'")
  await pool.query('update amigraph.launch_permission_reads set attempted_at = now()')
  await pool.query("update amigraph.accounts set name = 'renamed'")
  expect(await doubts()).toEqual([])
  const { rows } = await pool.query('select settled_at <= now() as settled from amigraph.share_problem_state')
  expect(rows).toEqual([{ settled: true }])
})

it('looks again at an image whose deprecation time has come, and leaves the rest', async () => {
  const { pool } = database
  const raw = randomOrganization(createRandom(3))
  await storeOrganization(pool, raw)
  await storeSharing(pool, raw, { keys: [], encrypted: new Map(), allowed: new Map() })
  const deprecated = async () =>
    (await pool.query(`select image_id from amigraph.share_problems where code = 'DEPRECATED'`)).rows.length
  await pool.query(`update amigraph.images set deprecation_time = now() + interval '1 hour' where ctid = (
    select i.ctid from amigraph.images i where i.state = 'AVAILABLE' and exists (
      select from amigraph.launch_permissions p where p.region = i.region and p.image_id = i.image_id
        and p.owner_account_id = i.owner_account_id) limit 1)`)
  await refreshShareProblems(pool)
  expect(await deprecated()).toBe(0)
  // As if the hour had passed.
  await pool.query('alter table amigraph.images disable trigger doubt_update')
  await pool.query(`update amigraph.images set deprecation_time = now() where deprecation_time > now()`)
  await pool.query('alter table amigraph.images enable trigger doubt_update')
  expect(await doubts()).toEqual([])
  await refreshShareProblems(pool)
  expect(await deprecated()).toBe(1)
})

it('is shared by those who look at the same time', async () => {
  const { pool } = database
  await pool.query("insert into amigraph.share_doubts values ('ALL', '', '')")
  await pool.query('delete from amigraph.share_problems')
  await pool.query("insert into amigraph.share_doubts values ('ALL', '', '')")
  const changed = await Promise.all([1, 2, 3].map(() => refreshShareProblems(pool, { batch: 2 })))
  const { rows } = await pool.query<{ number: number }>(
    'select count(*)::integer as number from amigraph.share_problems',
  )
  expect(changed.reduce((sum, number) => sum + number, 0)).toBe(rows[0]?.number)
  expect(await doubts()).toEqual([])
})
