import { afterEach, expect, it, vi } from 'vitest'
import { deregister, launch, share } from '../../../src/sandbox/world/changes.ts'
import { expectedCache } from '../../support/expected-cache.ts'
import { readCache } from '../../support/read-cache.ts'
import { createSyncedSandbox, type SyncedSandbox } from '../../support/synced-sandbox.ts'

// Several syncs each, of which every call may be asked again: on a busy machine more than a minute.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })

let synced: SyncedSandbox
afterEach(async () => {
  vi.useRealTimers()
  await synced?.close()
})

const tenMinutes = 600_000

/** From now on this process's clock is off; the database's, in another process, is not. */
const setClock = (offset: number) => {
  vi.useRealTimers()
  if (offset !== 0) vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + offset, shouldAdvanceTime: true })
}

it.each([
  ['fast, then slow', tenMinutes, -tenMinutes],
  ['slow, then fast', -tenMinutes, tenMinutes],
])(
  'two workers whose clocks are twenty minutes apart (%s) write what is, in the database’s time',
  async (_, one, other) => {
    synced = await createSyncedSandbox({ events: {} })
    const { world, pool } = synced
    const { rows: before } = await pool.query<{ now: Date }>('select clock_timestamp() as now')
    setClock(one)
    await synced.sync()
    const [shared, gone] = [...(world.regions.get('eu-west-1')?.images.values() ?? [])].filter(
      ({ ownerId, facts }) => ownerId === world.organization.managementAccountId && facts.State === 'available',
    )
    setClock(other)
    if (shared !== undefined) {
      share(world, shared, [{ UserId: '999988887777' }])
      launch(world, shared, { accountId: shared.ownerId, instanceType: 'm5.large' })
    }
    if (gone !== undefined) deregister(world, gone)
    await synced.sync()
    expect(await readCache(pool)).toEqual(expectedCache(world))
    const { rows } = await pool.query<{ early: number; late: number }>(
      `select count(*) filter (where last_success_at < $1)::integer as early,
       count(*) filter (where last_success_at > clock_timestamp())::integer as late
     from amigraph.coverage`,
      [before[0]?.now],
    )
    expect(rows).toEqual([{ early: 0, late: 0 }])
  },
)
