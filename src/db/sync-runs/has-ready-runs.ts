import type { Queryable } from '../pool.ts'
import { hasJobsLeft } from './jobs-of-run.ts'

/** Whether a run has just read its last source: then it ends, or goes on to what is read once a Region. */
export async function hasReadyRuns(client: Queryable): Promise<boolean> {
  const { rowCount } = await client.query(
    `select from amigraph.sync_runs r where finished_at is null and not ${hasJobsLeft} limit 1`,
  )
  return rowCount === 1
}
