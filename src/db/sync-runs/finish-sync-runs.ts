import type { Queryable } from '../pool.ts'
import { hasJobsLeft } from './jobs-of-run.ts'

export type FinishedRun = { syncRunId: string; reason: string; sources: number; failedSources: number; seconds: number }

const isDone = `finished_at is null and region_wide_planned_at is not null and not ${hasJobsLeft}`

/** Whether there are runs that `finishSyncRuns` would end. */
export async function hasRunsToFinish(client: Queryable): Promise<boolean> {
  const { rowCount } = await client.query(`select from amigraph.sync_runs r where ${isDone} limit 1`)
  return rowCount === 1
}

/** Ends the runs that have no job left, and returns them. */
export async function finishSyncRuns(client: Queryable): Promise<FinishedRun[]> {
  const { rows } = await client.query<FinishedRun>(
    `update amigraph.sync_runs r set finished_at = clock_timestamp()
     where ${isDone}
     returning sync_run_id::text as "syncRunId", reason, sources, failed_sources as "failedSources",
       extract(epoch from finished_at - started_at)::double precision as seconds`,
  )
  return rows
}
