import { afterEach, expect, it } from 'vitest'
import { share, unshare } from '../../src/sandbox/world/changes.ts'
import type { WorldImage } from '../../src/sandbox/world/world.ts'
import { expectedCache } from '../support/expected-cache.ts'
import { readCache } from '../support/read-cache.ts'
import { createSyncedSandbox, type SyncedSandbox } from '../support/synced-sandbox.ts'

// Launch permissions are asked for again where they may have changed, and the others evenly over a day.

let synced: SyncedSandbox
afterEach(() => synced?.close())

const hour = 3_600_000
let clock = Date.UTC(2026, 10, 1)

const open = async (): Promise<void> => {
  synced = await createSyncedSandbox({
    size: { accounts: 3, imagesPerAccountRegion: 40, instancesPerAccountRegion: 1 },
    environment: { AMIGRAPH_PERMISSION_MAX_AGE_MINUTES: '1440', AMIGRAPH_SYNC_SCHEDULE: '0 */4 * * *' },
    overrides: { now: async () => new Date(clock) },
  })
}

/** A sync, and how many images it asked for the permissions of. */
const asked = async (): Promise<number> => {
  synced.sandbox.calls.reset()
  const { callsAvoided } = await synced.sync()
  const calls = synced.sandbox.calls.total({ operation: 'DescribeImageAttribute' })
  const avoided = callsAvoided - (await snapshotsAvoided())
  expect(calls + avoided).toBe(await imageCount())
  return calls
}

const number = async (text: string): Promise<number> => {
  const { rows } = await synced.pool.query<{ number: number }>(`select count(*)::integer as number from ${text}`)
  return rows[0]?.number ?? 0
}
const imageCount = () => number(`amigraph.images where evidence = 'OWNER'`)
const snapshotsAvoided = async (): Promise<number> =>
  (await number('amigraph.snapshot_permission_reads')) -
  synced.sandbox.calls.total({ operation: 'DescribeSnapshotAttribute' })

const oldest = async (): Promise<number> => {
  const { rows } = await synced.pool.query<{ at: Date }>(
    `select min(observed_at) as at from amigraph.launch_permission_reads`,
  )
  return clock - (rows[0]?.at.getTime() ?? 0)
}

it('reads them once a day, evenly, and a tenth at most where nothing changed', async () => {
  await open()
  const first = await asked()
  expect(first).toBe(await imageCount())
  expect(first).toBeGreaterThan(150)
  expect(await asked()).toBe(0)
  clock += hour
  expect(await asked()).toBeLessThanOrEqual(first * 0.1)
  clock += 3 * hour
  const calls: number[] = []
  for (let syncs = 0; syncs < 6; syncs++) {
    calls.push(await asked())
    expect(await oldest()).toBeLessThanOrEqual(24 * hour)
    clock += 4 * hour
  }
  expect(Math.max(...calls)).toBeLessThan(first / 2)
  expect(calls.reduce((sum, one) => sum + one, 0)).toBeLessThan(first * 1.4)
  expect(await readCache(synced.pool)).toEqual(expectedCache(synced.world))
})

it('asks at once for images whose visibility changed, or that an account sees and no permission explains', async () => {
  await open()
  await synced.sync()
  const members = [...synced.world.accounts.values()].filter(({ roles }) => roles.has('amigraph-reader'))
  const owned = (accountId: string, pick: (image: WorldImage) => boolean): WorldImage => {
    for (const region of synced.world.regions.values())
      for (const image of region.images.values())
        if (image.ownerId === accountId && image.facts.State === 'available' && pick(image)) return image
    throw new Error('The world has no such image')
  }
  const [owner, consumer] = members
  if (owner === undefined || consumer === undefined) throw new Error('The world is too small')
  const isPlain = (image: WorldImage): boolean =>
    image.launchPermissions.length === 0 &&
    (image.facts.ProductCodes ?? []).length === 0 &&
    (image.facts.BlockDeviceMappings ?? []).every(device => !device.Ebs?.Encrypted)
  const published = owned(owner.accountId, isPlain)
  const shared = owned(owner.accountId, image => isPlain(image) && image !== published)
  share(synced.world, published, [{ Group: 'all' }])
  share(synced.world, shared, [{ UserId: consumer.accountId }])
  // What an account sees can be read after its owner's turn: the doubt is settled by the next sync.
  expect(await asked()).toBeLessThanOrEqual(2)
  expect(await asked()).toBeLessThanOrEqual(2)
  expect(await readCache(synced.pool)).toEqual(expectedCache(synced.world))

  unshare(synced.world, shared, [{ UserId: consumer.accountId }])
  await synced.sync()
  await synced.sync()
  expect(await readCache(synced.pool)).toEqual(expectedCache(synced.world))
})
