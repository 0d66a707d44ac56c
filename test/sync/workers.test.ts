import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'
import { afterEach, expect, it, vi } from 'vitest'
import { planSources } from '../../src/db/source-jobs/plan-sources.ts'
import { inTransaction } from '../../src/db/transaction.ts'
import { SyncInterrupted } from '../../src/sync/sync-interrupted.ts'
import { eventually } from '../support/eventually.ts'
import { expectedCache } from '../support/expected-cache.ts'
import { readCache } from '../support/read-cache.ts'
import { createSyncedSandbox, type SyncedSandbox, type SyncedSandboxOptions } from '../support/synced-sandbox.ts'

// Several syncs each, of which every call may be asked again: on a busy machine more than a minute.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })

// Several workers on one database: they share the work, and whatever ends one of them, another finishes it.

let synced: SyncedSandbox
const children: ChildProcess[] = []
afterEach(async () => {
  for (const child of children.splice(0)) {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill('SIGKILL')
      await once(child, 'exit')
    }
  }
  await synced?.close()
})

const open = async (options: SyncedSandboxOptions = {}): Promise<SyncedSandbox> => {
  synced = await createSyncedSandbox(options)
  return synced
}

/** A worker that notices at once what others left. */
const watchful = { worker: { pollMilliseconds: 50, deadSeconds: 0.2 } }

const count = async (text: string): Promise<number> => {
  const { rows } = await synced.pool.query<{ count: number }>(`select count(*)::integer as count from ${text}`)
  return rows[0]?.count ?? 0
}

const ended = () =>
  eventually(async () => {
    expect(await count('amigraph.sync_runs where finished_at is null')).toBe(0)
    expect(await count('amigraph.source_jobs')).toBe(0)
  }, 30)

/** Hangs reading the instances of one account and Region; returns that account once somebody is at it. */
const hangInstances = () => {
  const accountId = synced.world.organization.managementAccountId
  const region = 'eu-west-1'
  const place = { service: 'ec2', operation: 'DescribeInstances', accountId, region }
  const stopHanging = synced.sandbox.faults.add({ ...place, fault: { kind: 'hang' } })
  const begun = () => eventually(() => expect(synced.sandbox.calls.total(place)).toBeGreaterThan(0), 30)
  return { stopHanging, begun, accountId, region }
}

it('share the work of a run, and never read a source twice', async () => {
  await open({ size: { accounts: 8 }, overrides: watchful })
  const readBy = [0, 0]
  const other = await synced.another({
    ...watchful,
    onSource: () => {
      readBy[1] = (readBy[1] ?? 0) + 1
    },
  })
  await other.work()
  const { results, sources, failedSources } = await synced.sync()
  readBy[0] = results.length
  expect(Math.min(...readBy)).toBeGreaterThan(0)
  expect(sources).toBe((readBy[0] ?? 0) + (readBy[1] ?? 0))
  expect(failedSources).toBeLessThan(sources)
  expect(await readCache(synced.pool)).toEqual(expectedCache(synced.world))
  const counted = synced.sandbox.calls.entries().filter(({ operation }) => operation === 'DescribeInstances')
  expect(counted.length).toBeGreaterThan(0)
  expect(counted.every(({ calls }) => calls === 1)).toBe(true)
})

it('that is stopped gives up what it reads within 10 s, and another finishes it', async () => {
  await open({ overrides: { requestTimeoutMs: 60_000 } })
  const hanging = hangInstances()
  const running = synced.sync()
  running.catch(() => {})
  await hanging.begun()
  const stoppedAt = performance.now()
  await synced.runtime.close()
  expect(performance.now() - stoppedAt).toBeLessThan(10_000)
  await expect(running).rejects.toBeInstanceOf(SyncInterrupted)
  const { rows: left } = await synced.pool.query(
    `select kind from amigraph.source_jobs where account_id = $1 and region = $2`,
    [hanging.accountId, hanging.region],
  )
  expect(left).toContainEqual({ kind: 'INSTANCES' })
  // As if nobody had begun it: in the queue, unlocked, with no attempt counted.
  const { rows: visits } = await synced.pool.query(
    `select attempts, last_error, locked_at from graphile_worker.jobs where key = $1`,
    [`visit/${hanging.accountId}/${hanging.region}`],
  )
  expect(visits).toEqual([{ attempts: 0, last_error: null, locked_at: null }])

  hanging.stopHanging()
  const other = await synced.another(watchful)
  await other.work()
  await ended()
  expect(await readCache(synced.pool)).toEqual(expectedCache(synced.world))
})

const startSync = (): ChildProcess => {
  const { PATH, HOME } = process.env
  const child = spawn(process.execPath, ['src/bin/sync.ts'], {
    cwd: resolve(import.meta.dirname, '../..'),
    env: { PATH, HOME, LOG_LEVEL: 'silent', ...synced.environment },
    stdio: 'ignore',
  })
  children.push(child)
  return child
}

it('that is killed in the middle of a job is replaced by another', async () => {
  await open()
  const hanging = hangInstances()
  const child = startSync()
  await hanging.begun()
  child.kill('SIGKILL')
  await once(child, 'exit')
  hanging.stopHanging()
  expect(await count('amigraph.source_jobs')).toBeGreaterThan(0)
  const other = await synced.another(watchful)
  await other.work()
  await ended()
  expect(await readCache(synced.pool)).toEqual(expectedCache(synced.world))
  await eventually(async () => expect(await count('graphile_worker.jobs')).toBe(0))
})

it('that is killed in the middle of a transaction is replaced by another', async () => {
  await open()
  const blocker = await synced.pool.connect()
  await blocker.query('begin')
  await blocker.query('lock table amigraph.instances in exclusive mode')
  const child = startSync()
  await eventually(
    async () =>
      expect(
        await count(`pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`),
      ).toBeGreaterThan(0),
    30,
  )
  child.kill('SIGKILL')
  await once(child, 'exit')
  await blocker.query('rollback')
  blocker.release()
  const other = await synced.another(watchful)
  await other.work()
  await ended()
  expect(await readCache(synced.pool)).toEqual(expectedCache(synced.world))
})

const notAsked = { syncRunId: null, asked: false, evenIfPostponed: true }

it('does what the queue gave it also where the connection broke before it heard of it', async () => {
  await open({ overrides: watchful })
  await synced.sync()
  await synced.runtime.work()
  const hanging = hangInstances()
  const source = (accountId: string) => ({ accountId, region: hanging.region, kind: 'INSTANCES' as const })
  await planSources(synced.pool, [source(hanging.accountId)], notAsked)
  await hanging.begun()
  const other = [...synced.world.accounts.values()].find(
    ({ accountId, state, roles }) => accountId !== hanging.accountId && state === 'ACTIVE' && roles.size > 0,
  )?.accountId
  await inTransaction(synced.pool, async client => {
    await planSources(client, [source(other ?? '')], notAsked)
    const { rowCount } = await client.query(
      `update graphile_worker._private_jobs j set attempts = 1, locked_at = now() - interval '1 minute', locked_by =
         (select locked_by from graphile_worker.jobs where locked_by is not null and key = $1)
       where key = $2`,
      [hanging.accountId, other].map(accountId => `visit/${accountId}/${hanging.region}`),
    )
    expect(rowCount).toBe(1)
  })
  await eventually(async () => expect(await count(`amigraph.source_jobs where account_id = '${other}'`)).toBe(0))
  hanging.stopHanging()
  await synced.runtime.close()
  const next = await synced.another(watchful)
  await next.work()
  await ended()
  await eventually(async () => expect(await count('graphile_worker.jobs')).toBe(0))
})

it('begins again where it could not end its jobs in the queue', async () => {
  await open({ overrides: watchful })
  await synced.sync()
  await synced.runtime.work()
  await synced.pool.query(`
    create function refuse() returns trigger language plpgsql as $$ begin raise 'made up'; end $$;
    create trigger refuse before delete on graphile_worker._private_jobs execute function refuse()`)
  const sources = [...synced.world.accounts.values()]
    .filter(({ state, roles }) => state === 'ACTIVE' && roles.size > 0)
    .map(({ accountId }) => ({ accountId, region: 'eu-west-1', kind: 'INSTANCES' as const }))
  // One ends after the other: together they would be removed with one statement, and fail once.
  const hanging = hangInstances()
  await planSources(synced.pool, sources, notAsked)
  await hanging.begun()
  await eventually(async () => expect(await count('amigraph.source_jobs')).toBe(1))
  hanging.stopHanging()
  await eventually(async () => expect(await count('amigraph.source_jobs')).toBe(0))
  await synced.pool.query(`drop trigger refuse on graphile_worker._private_jobs`)
  await planSources(synced.pool, sources, notAsked)
  await eventually(async () => expect(await count('amigraph.source_jobs')).toBe(0))
})

it('tries a source again by itself, when the kind of failure says', async () => {
  await open({ overrides: { maxAttempts: 1, ...watchful } })
  const accountId = synced.world.organization.managementAccountId
  const fault = (code: string, status: number) => ({ kind: 'error', code, message: 'made up', status }) as const
  const cases = [
    { operation: 'DescribeInstances', kind: 'INSTANCES', fault: fault('RequestLimitExceeded', 503), seconds: [10, 15] },
    { operation: 'DescribeSnapshots', kind: 'SNAPSHOTS', fault: fault('InternalError', 500), seconds: [20, 30] },
    {
      operation: 'DescribeInstanceImageMetadata',
      kind: 'INSTANCE_IMAGES',
      fault: fault('UnauthorizedOperation', 403),
      seconds: [400, 600],
    },
  ]
  for (const { operation, fault } of cases)
    synced.sandbox.faults.add({ operation, accountId, region: 'eu-west-1', fault })
  await synced.sync()
  synced.sandbox.faults.clear()
  const { rows } = await synced.pool.query<{ kind: string; seconds: number }>(
    `select j.kind, extract(epoch from j.due_at - c.last_attempt_at)::double precision as seconds
     from amigraph.source_jobs j join amigraph.coverage c using (account_id, region, kind)`,
  )
  expect(rows).toHaveLength(cases.length)
  for (const { kind, seconds } of cases) {
    const waits = rows.find(row => row.kind === kind)?.seconds ?? 0
    expect(waits).toBeGreaterThanOrEqual(seconds[0] ?? 0)
    // From when reading began: a while passed until it failed.
    expect(waits).toBeLessThanOrEqual((seconds[1] ?? 0) + 30)
  }
  await synced.pool.query(`update amigraph.source_jobs set due_at = clock_timestamp()`)
  await synced.pool.query(
    `select graphile_worker.reschedule_jobs(array_agg(id), clock_timestamp()) from graphile_worker.jobs`,
  )
  const other = await synced.another(watchful)
  await other.work()
  await ended()
  expect(await readCache(synced.pool)).toEqual(expectedCache(synced.world))
  expect(new Set((await synced.outcomes()).values())).toEqual(new Set(['FRESH']))
})
