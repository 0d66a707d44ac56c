import type { Queryable } from '../pool.ts'

export type SyncRunResult = { sources: number; failedSources: number; calls: number; rowsChanged: number }

/** Records how a sync ended. */
export async function finishSyncRun(client: Queryable, syncRunId: string, result: SyncRunResult): Promise<void> {
  await client.query(
    `update amigraph.sync_runs
     set finished_at = clock_timestamp(), sources = $2, failed_sources = $3, calls = $4, rows_changed = $5
     where sync_run_id = $1`,
    [syncRunId, result.sources, result.failedSources, result.calls, result.rowsChanged],
  )
}
