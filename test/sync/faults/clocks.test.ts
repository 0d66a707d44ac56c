import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'
import { afterEach, expect, it, vi } from 'vitest'
import { deregister, launch, share } from '../../../src/sandbox/world/changes.ts'
import { eventually } from '../../support/eventually.ts'
import { expectedCache } from '../../support/expected-cache.ts'
import { readCache } from '../../support/read-cache.ts'
import { createSyncedSandbox, type SyncedSandbox } from '../../support/synced-sandbox.ts'

// Several syncs each, of which every call may be asked again: on a busy machine more than a minute.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })

let synced: SyncedSandbox
const children: ChildProcess[] = []
afterEach(async () => {
  vi.useRealTimers()
  for (const child of children.splice(0)) {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill('SIGKILL')
      await once(child, 'exit')
    }
  }
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

/** A worker in a process of its own whose clock is off by so many milliseconds, for everything that reads it. */
const startWorker = (offset: number): ChildProcess => {
  const { PATH, HOME } = process.env
  const shifted = `const { now } = Date; const Real = Date; globalThis.Date = class extends Real {
    constructor(...args) { if (args.length === 0) super(now() + ${offset}); else super(...args) }
    static now() { return now() + ${offset} }
  }`
  const child = spawn(
    process.execPath,
    ['--import', `data:text/javascript,${encodeURIComponent(shifted)}`, 'src/bin/worker.ts'],
    {
      cwd: resolve(import.meta.dirname, '../../..'),
      env: { PATH, HOME, LOG_LEVEL: 'silent', AMIGRAPH_SYNC_SCHEDULE: '0 0 1 1 *', ...synced.environment },
      stdio: 'ignore',
    },
  )
  children.push(child)
  return child
}

it('two workers whose clocks are ten minutes apart share a run at the same time, and write what is', async () => {
  synced = await createSyncedSandbox({ size: { accounts: 6 } })
  const { world, pool, sandbox } = synced
  startWorker(tenMinutes / 2)
  startWorker(-tenMinutes / 2)
  const workers = async () =>
    (
      await pool.query<{ workers: number }>(
        `select count(distinct client_port)::integer as workers from pg_stat_activity
         where application_name = 'amigraph worker' and datname = current_database() and query ilike 'listen%'`,
      )
    ).rows[0]?.workers
  await eventually(async () => expect(await workers()).toBe(2), 60)
  // So slow that each of them gets something to do
  sandbox.faults.add({ service: 'ec2', fault: { kind: 'delay', delayMs: 50 } })
  await synced.sync()
  const [shared, gone] = [...(world.regions.get('eu-west-1')?.images.values() ?? [])].filter(
    ({ ownerId, facts }) => ownerId === world.organization.managementAccountId && facts.State === 'available',
  )
  if (shared !== undefined) share(world, shared, [{ UserId: '999988887777' }])
  if (gone !== undefined) deregister(world, gone)
  const { sources, results } = await synced.sync()
  // The process of this test read some of them; the workers the others
  expect(results.length).toBeLessThan(sources)
  expect(await readCache(pool)).toEqual(expectedCache(world))
  const { rows } = await pool.query(
    `select count(*) filter (where last_success_at > clock_timestamp())::integer as late,
       count(*) filter (where last_success_at < clock_timestamp() - interval '4 minutes')::integer as early
     from amigraph.coverage`,
  )
  expect(rows).toEqual([{ late: 0, early: 0 }])
})
