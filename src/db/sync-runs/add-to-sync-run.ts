import type { Queryable } from '../pool.ts'
import { prepare } from '../statement.ts'

/** What reading some sources of a run took. */
export type RunShare = {
  sources: number
  failedSources: number
  calls: number
  callsAvoided: number
  rowsChanged: number
}

/** Adds to what a run took so far. */
export async function addToSyncRun(client: Queryable, syncRunId: string, share: RunShare): Promise<void> {
  await client.query(
    prepare({
      text: `update amigraph.sync_runs set
       sources = sources + $2, failed_sources = failed_sources + $3, calls = calls + $4,
       calls_avoided = calls_avoided + $5, rows_changed = rows_changed + $6
     where sync_run_id = $1`,
      values: [syncRunId, share.sources, share.failedSources, share.calls, share.callsAvoided, share.rowsChanged],
    }),
  )
}
