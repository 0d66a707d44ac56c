import { setTimeout as delay } from 'node:timers/promises'
import type { LimitFunction } from 'p-limit'
import type { HeldPlace } from '../db/source-jobs/hold-places.ts'
import { postponeSourceJob } from '../db/source-jobs/postpone-source-job.ts'
import { putBackVisit } from '../db/source-jobs/put-back-visit.ts'
import { readDueJobs } from '../db/source-jobs/read-due-jobs.ts'
import { readIdleTime } from '../db/source-jobs/read-idle-time.ts'
import type { SourceJob } from '../db/source-jobs/source-job.ts'
import { addToSyncRun, type RunShare } from '../db/sync-runs/add-to-sync-run.ts'
import type { Place, SourceKind } from '../domain/source.ts'
import { kindsOfPlaces } from './kinds.ts'
import type { RegionalKind } from './regional-kinds.ts'
import type { RunSource, SyncContext } from './sync-context.ts'
import { SyncInterrupted } from './sync-interrupted.ts'
import { type SourceResult, syncSource } from './sync-source.ts'

/** How soon a place that another worker holds is tried again. */
const heldMilliseconds = 5_000
/** How soon a long visit finds out what was asked for meanwhile. */
const lookAgainMilliseconds = 5_000
/** When a job of a kind that only a newer version of amigraph reads is looked at again. */
const unknownMilliseconds = 600_000

/**
 * Reads every source of a place that is due, until none is. Where it ends with jobs left, it is in the queue again.
 * `limit` lets so many sources of all visits be read at once. Throws only where the database cannot be written.
 */
export async function visit(context: SyncContext, limit: LimitFunction, place: Place, priority: number): Promise<void> {
  const held = await context.places.take(place)
  if (held === null) return putBackVisit(context.statements, place, priority, heldMilliseconds)
  const shares = new Map<string, RunShare>()
  try {
    await takeOverBuckets(context, place)
    await readDueSources(context, limit, place, held, shares)
  } catch (error) {
    if (!(error instanceof SyncInterrupted)) throw error
  } finally {
    await held.release()
    for (const [syncRunId, share] of shares) await addToSyncRun(context.statements, syncRunId, share)
  }
  await putBackVisit(context.statements, place, priority)
  await context.advanceRuns()
}

/** Another worker may have been here a moment ago, and AWS counts its calls with ours. */
async function takeOverBuckets({ aws, statements }: SyncContext, place: Place): Promise<void> {
  const idleMs = await readIdleTime(statements, place)
  if (idleMs !== null) aws.takeOver(place.accountId, place.region, idleMs)
}

async function readDueSources(
  context: SyncContext,
  limit: LimitFunction,
  place: Place,
  held: HeldPlace,
  shares: Map<string, RunShare>,
): Promise<void> {
  const signal = AbortSignal.any([context.signal, held.signal])
  const kinds = kindsOfPlaces(context)
  const underWay = new Map<SourceKind, Promise<void>>()
  const ended = new AbortController()
  const begin = (job: SourceJob, { after, read }: RegionalKind): void => {
    const { accountId, region, kind } = job
    const run: RunSource = (_, collector) => {
      if (signal.aborted) throw new SyncInterrupted()
      return syncSource(context, job, collector, signal)
    }
    const reading = Promise.all(after.map(earlier => underWay.get(earlier)))
      .then(() => limit(() => read(run, { accountId, region, kind })))
      .then(result => {
        context.onSource(result)
        addShare(shares, job, result)
      })
      .finally(() => underWay.delete(kind))
    reading.catch(() => {})
    underWay.set(kind, reading)
  }
  try {
    for (;;) {
      if (signal.aborted) throw new SyncInterrupted()
      const due = new Map((await readDueJobs(context.statements, place)).map(job => [job.kind, job]))
      for (const kind of kinds) {
        const job = due.get(kind.kind)
        due.delete(kind.kind)
        if (job !== undefined && !underWay.has(kind.kind)) begin(job, kind)
      }
      for (const job of due.values()) await postponeSourceJob(context.statements, job, unknownMilliseconds)
      if (underWay.size === 0) return
      const lookAgain = delay(lookAgainMilliseconds, undefined, { signal: ended.signal, ref: false })
      await Promise.race([Promise.all(underWay.values()), lookAgain])
    }
  } finally {
    ended.abort()
    await Promise.allSettled(underWay.values())
  }
}

function addShare(shares: Map<string, RunShare>, { run }: SourceJob, result: SourceResult): void {
  if (run === null) return
  const share = shares.get(run.syncRunId) ?? { sources: 0, failedSources: 0, calls: 0, callsAvoided: 0, rowsChanged: 0 }
  shares.set(run.syncRunId, {
    sources: share.sources + 1,
    failedSources: share.failedSources + (result.failure === null ? 0 : 1),
    calls: share.calls + result.calls,
    callsAvoided: share.callsAvoided + result.callsAvoided,
    rowsChanged: share.rowsChanged + result.rowsChanged,
  })
}
