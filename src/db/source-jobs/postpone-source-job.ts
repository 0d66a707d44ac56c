import type { Queryable } from '../pool.ts'
import type { SourceJob } from './source-job.ts'

/**
 * Leaves the job for another attempt in so many milliseconds, for which no run waits; where it was wanted again since, it
 * stays due. False where it is gone.
 */
export async function postponeSourceJob(client: Queryable, job: SourceJob, milliseconds: number): Promise<boolean> {
  const { rows } = await client.query<{ wanted: boolean }>(
    `with postponed as (
       update amigraph.source_jobs set
         sync_run_id = null,
         asked = false,
         due_at = clock_timestamp() + $5::double precision * interval '1 millisecond'
       where account_id = $1 and region = $2 and kind = $3 and revision = $4
     )
     select exists (
       select from amigraph.source_jobs where account_id = $1 and region = $2 and kind = $3) as wanted`,
    [job.accountId, job.region, job.kind, job.revision, milliseconds],
  )
  return rows[0]?.wanted === true
}
