import type { Queryable } from '../pool.ts'
import type { RunOfJob } from '../source-jobs/source-job.ts'
import { hasJobsLeft } from './jobs-of-run.ts'

/**
 * The runs whose accounts are all read and that now go on to what is read once a Region. Each is given to one caller
 * only, which plans it in the same transaction.
 */
export async function takeRegionWidePlanning(client: Queryable): Promise<RunOfJob[]> {
  const { rows } = await client.query<RunOfJob>(
    `update amigraph.sync_runs r set region_wide_planned_at = clock_timestamp()
     where finished_at is null and region_wide_planned_at is null and not ${hasJobsLeft}
     returning sync_run_id::text as "syncRunId", reason, kinds`,
  )
  return rows
}
