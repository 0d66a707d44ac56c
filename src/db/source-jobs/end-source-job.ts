import type { Queryable } from '../pool.ts'
import { prepare } from '../statement.ts'
import type { SourceJob } from './source-job.ts'

/**
 * Takes the job away, or leaves it where it was wanted again since. False where it is gone already: its account left the
 * organization, or another worker did it; then nothing that was read is to be written.
 */
export async function endSourceJob(client: Queryable, job: SourceJob): Promise<boolean> {
  const { rows } = await client.query<{ wanted: boolean }>(
    prepare({
      text: `with ended as (
       delete from amigraph.source_jobs where account_id = $1 and region = $2 and kind = $3 and revision = $4
     )
     select exists (
       select from amigraph.source_jobs where account_id = $1 and region = $2 and kind = $3) as wanted`,
      values: [job.accountId, job.region, job.kind, job.revision],
    }),
  )
  return rows[0]?.wanted === true
}
