import { setTimeout as delay } from 'node:timers/promises'
import { readRunProgress } from '../db/sync-runs/read-run-progress.ts'
import type { SourceKind } from '../domain/source.ts'
import { startRun } from './start-run.ts'
import type { SyncContext, SyncProgress } from './sync-context.ts'
import { SyncInterrupted } from './sync-interrupted.ts'
import type { SourceResult } from './sync-source.ts'

export type SyncResult = {
  /** How each source went that this process read meanwhile */
  results: SourceResult[]
  /** Sources that were read, and those of them that failed, whichever worker did it */
  sources: number
  failedSources: number
  /** Requests made to AWS, retries included */
  calls: number
  callsAvoided: number
  rowsChanged: number
}

export type Syncing = {
  /** Hears of every source that this process reads; returns how to stop hearing */
  listen(listener: (result: SourceResult) => void): () => void
  /** A worker of this process is there until the work is done */
  withWorker<Result>(work: () => Promise<Result>): Promise<Result>
  onSource?: ((result: SourceResult, progress: SyncProgress) => void) | undefined
}

/** How often is looked whether the run has ended: less often where jobs are so many that counting them takes long. */
const lookMilliseconds = { least: 100, most: 2_000, timesALook: 10 }

/**
 * Reads the whole organization once, together with whichever workers there are: organization, then every account's
 * Regions, then every kind of each, last what is asked once a Region for all of them, and the bills; or these kinds of it only. A source that fails is recorded and
 * the rest goes on (R20). Throws SyncInterrupted, and where the database cannot be written; either way nothing is under
 * way in this process any more then.
 */
export async function syncOrganization(
  context: SyncContext,
  kinds: readonly SourceKind[] | null,
  syncing: Syncing,
): Promise<SyncResult> {
  const results: SourceResult[] = []
  let planned = 0
  let failed = 0
  const stopListening = syncing.listen(result => {
    results.push(result)
    if (result.failure !== null) failed += 1
    syncing.onSource?.(result, { done: results.length, planned: Math.max(planned, results.length), failed })
  })
  try {
    const syncRunId = await syncing.withWorker(async () => {
      const started = await startRun(context, 'COMMAND', kinds)
      for (;;) {
        if (context.signal.aborted) throw new SyncInterrupted()
        const lookedAt = performance.now()
        const { finished, left } = await readRunProgress(context.statements, started)
        if (finished) return started
        planned = results.length + left
        await delay(untilNextLook(performance.now() - lookedAt), undefined, { signal: context.signal }).catch(() => {})
      }
    })
    const { sources, failedSources, calls, callsAvoided, rowsChanged } = await readRunProgress(
      context.statements,
      syncRunId,
    )
    return { results, sources, failedSources, calls, callsAvoided, rowsChanged }
  } finally {
    stopListening()
  }
}

function untilNextLook(tookMilliseconds: number): number {
  const { least, most, timesALook } = lookMilliseconds
  return Math.min(most, Math.max(least, timesALook * tookMilliseconds))
}
