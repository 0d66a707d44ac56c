import { afterEach, expect, it } from 'vitest'
import { createGrant, putKeyPolicy, revokeGrant } from '../../src/sandbox/world/changes.ts'
import { launchOperations } from '../../src/sandbox/world/kms-keys.ts'
import type { World, WorldKey } from '../../src/sandbox/world/world.ts'
import { expectedCache } from '../support/expected-cache.ts'
import { readCache } from '../support/read-cache.ts'
import { createSyncedSandbox, type SyncedSandbox } from '../support/synced-sandbox.ts'

let synced: SyncedSandbox
afterEach(() => synced?.close())

const region = 'eu-west-1'

/** Every kind of workload image is in it. */
const start = async () => {
  synced = await createSyncedSandbox({
    size: { accounts: 10, regions: [region], imagesPerAccountRegion: 9, instancesPerAccountRegion: 0 },
  })
  return synced
}

async function keyOf(world: World, pick: (key: WorldKey) => boolean): Promise<WorldKey> {
  const { rows } = await synced.pool.query<{ arn: string }>('select arn from amigraph.kms_keys')
  const found = rows.map(({ arn }) => world.regions.get(region)?.keys.get(arn)).find(key => key && pick(key))
  if (found === undefined) throw new Error('No such key encrypts a shared image')
  return found
}

it('reads the keys of everything encrypted that is shared, and only those; a closed one leaves a gap', async () => {
  const { world, pool, sandbox, outcomes } = await start()
  await synced.sync()
  const [cached, expected] = [await readCache(pool), expectedCache(world)]
  for (const name of ['keys', 'grants', 'keysNotRead']) expect(cached[name]).toEqual(expected[name])
  const closed = await keyOf(world, key => key.isClosed)
  expect((await outcomes()).get(`${closed.ownerId}/${region}/KMS_KEYS`)).toBe('AccessDeniedException')
  for (const kind of [
    (key: WorldKey) => key.awsManaged,
    (key: WorldKey) => key.sharedWith.size > 0,
    (key: WorldKey) => key.sharedWithOrganization,
    (key: WorldKey) => key.sharedWithUnits.size > 0 && key.multiRegion,
    (key: WorldKey) => key.isConditional,
    (key: WorldKey) => key.grants.length > 0,
  ])
    await keyOf(world, kind)
  // What AWS manages cannot be shared, whatever its policy says.
  const keys = (cached['keys'] as { manager: string | null }[]).filter(({ manager }) => manager !== 'AWS')
  expect(sandbox.calls.total({ operation: 'GetKeyPolicy' })).toBe(keys.length)
  expect(sandbox.calls.total({ operation: 'DescribeKey' })).toBe((cached['keys'] as unknown[]).length)
})

it('follows policies and grants; what is denied later keeps what was known', async () => {
  const { world, pool } = await start()
  await synced.sync()
  const key = await keyOf(world, ({ sharedWithOrganization }) => sharedWithOrganization)
  putKeyPolicy(world, key.arn, { sharedWith: new Set(['111122223333']) })
  const granteePrincipal = 'arn:aws:iam::111122223333:role/launcher'
  for (let i = 0; i < 120; i++) createGrant(world, key.arn, { granteePrincipal, operations: [...launchOperations] })
  await synced.sync()
  const grantsOf = async () =>
    (await pool.query('select grant_id from amigraph.kms_grants where key_arn = $1', [key.arn])).rowCount
  const policyOf = async () =>
    (await pool.query<{ policy: string }>('select policy from amigraph.kms_keys where arn = $1', [key.arn])).rows[0]
      ?.policy
  expect(await grantsOf()).toBe(120)
  expect(await policyOf()).toContain('111122223333')

  revokeGrant(world, key.arn, key.grants[0]?.grantId ?? '')
  synced.sandbox.faults.add({
    operation: 'GetKeyPolicy',
    accountId: key.ownerId,
    fault: { kind: 'error', code: 'AccessDeniedException', message: 'no', status: 400 },
  })
  putKeyPolicy(world, key.arn, { sharedWithOrganization: true })
  await synced.sync()
  expect(await grantsOf()).toBe(119)
  expect(await policyOf()).toContain('111122223333')
  const { rows } = await pool.query(
    `select call, error_code from amigraph.kms_key_reads where name = $1 and error_code is not null`,
    [key.arn],
  )
  expect(rows).toEqual([{ call: 'GetKeyPolicy', error_code: 'AccessDeniedException' }])
})

it('a key that is gone is known as gone; one that is named by an alias under its own name', async () => {
  const { world, pool } = await start()
  await synced.sync()
  const { arn, ownerId, alias } = await keyOf(world, ({ isConditional }) => isConditional)
  const other = await keyOf(world, ({ sharedWithOrganization }) => sharedWithOrganization)
  for (const snapshot of world.regions.get(region)?.snapshots.values() ?? [])
    if (snapshot.facts.KmsKeyId === arn) snapshot.facts.KmsKeyId = `arn:aws:kms:${region}:${ownerId}:${alias}`
  world.regions.get(region)?.keys.delete(other.arn)
  await synced.sync()
  const { rows } = await pool.query('select arn, state from amigraph.kms_keys where arn = any($1) order by state', [
    [arn, other.arn],
  ])
  expect(rows).toEqual([
    { arn, state: 'ENABLED' },
    { arn: other.arn, state: 'NOT_FOUND' },
  ])
  const aliases = await pool.query('select alias_arn, arn from amigraph.kms_key_aliases')
  expect(aliases.rows).toEqual([{ alias_arn: `arn:aws:kms:${region}:${ownerId}:${alias}`, arn }])
})
