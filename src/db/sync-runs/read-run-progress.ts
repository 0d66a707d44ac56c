import type { Queryable } from '../pool.ts'

export type RunProgress = {
  finished: boolean
  sources: number
  failedSources: number
  calls: number
  callsAvoided: number
  rowsChanged: number
  /** Jobs that are left, older runs' included */
  left: number
}

/** How far a run is. */
export async function readRunProgress(client: Queryable, syncRunId: string): Promise<RunProgress> {
  const { rows } = await client.query<RunProgress>(
    `select finished_at is not null as finished, sources, failed_sources as "failedSources", calls::integer,
       calls_avoided::integer as "callsAvoided", rows_changed::integer as "rowsChanged",
       (select count(*) from amigraph.source_jobs j where j.sync_run_id <= r.sync_run_id)::integer as left
     from amigraph.sync_runs r where sync_run_id = $1`,
    [syncRunId],
  )
  const [progress] = rows
  if (progress === undefined) throw new Error(`There is no sync run ${syncRunId}`)
  return progress
}
