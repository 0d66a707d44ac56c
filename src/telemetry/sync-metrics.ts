import type { SyncState } from '../db/sync-runs/read-sync-state.ts'
import type { SourceResult } from '../sync/sync-source.ts'
import type { Meter } from './metrics.ts'

/**
 * Counts what this process reads. How the sync stands as a whole is asked for when metrics are: every worker tells the
 * same of it.
 */
export function createSyncMetrics(meter: Meter, readState: () => Promise<SyncState>): (result: SourceResult) => void {
  const sources = meter.createCounter('amigraph_sync_sources', {
    description: 'Sources read by this process, by kind and result: ok, throttled, transient, denied, final',
  })
  const rows = meter.createCounter('amigraph_sync_rows_changed', {
    description: 'Rows of facts inserted, updated or deleted by this process, by kind of source',
  })
  const avoided = meter.createCounter('amigraph_sync_calls_avoided', {
    description: 'Calls left out because their answer cannot have changed or is asked for later, by kind of source',
  })
  const times = meter.createHistogram('amigraph_sync_source_seconds', {
    description: 'From when a source was begun to when it was written, by kind',
    advice: { explicitBucketBoundaries: [0.1, 0.3, 1, 3, 10, 30, 100, 300, 1_000, 3_000] },
  })
  observeState(meter, readState)
  return ({ source: { kind }, failure, rowsChanged, callsAvoided, seconds }) => {
    sources.add(1, { kind, result: failure?.class ?? 'ok' })
    rows.add(rowsChanged, { kind })
    avoided.add(callsAvoided, { kind })
    times.record(seconds, { kind })
  }
}

function observeState(meter: Meter, readState: () => Promise<SyncState>): void {
  const coverage = meter.createObservableGauge('amigraph_sources', {
    description: 'Sources of the organization by status: FRESH, STALE, FAILED, DENIED, NEVER',
  })
  const oldest = meter.createObservableGauge('amigraph_oldest_source_age_seconds', {
    description: 'Since when the source that was read longest ago, of those that can be read, was not read',
  })
  const jobs = meter.createObservableGauge('amigraph_jobs', {
    description: 'Sources that are to be read: due, or waiting for another attempt after a failure',
  })
  const lag = meter.createObservableGauge('amigraph_job_lag_seconds', {
    description: 'How long the job that is due longest has been due',
  })
  meter.addBatchObservableCallback(
    async result => {
      const state = await readState()
      for (const [status, number] of Object.entries(state.sources)) result.observe(coverage, number, { status })
      if (state.oldestSourceSeconds !== null) result.observe(oldest, state.oldestSourceSeconds)
      result.observe(jobs, state.dueJobs, { state: 'due' })
      result.observe(jobs, state.waitingJobs, { state: 'waiting' })
      result.observe(lag, state.jobLagSeconds)
    },
    [coverage, oldest, jobs, lag],
  )
}
