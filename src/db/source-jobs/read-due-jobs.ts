import type { Place } from '../../domain/source.ts'
import type { Queryable } from '../pool.ts'
import { prepare } from '../statement.ts'
import type { SourceJob } from './source-job.ts'

/** The jobs of a place that are due, by kind. */
export async function readDueJobs(client: Queryable, { accountId, region }: Place): Promise<SourceJob[]> {
  const { rows } = await client.query<SourceJob>(
    prepare({
      text: `select j.account_id as "accountId", j.region, j.kind, j.asked, j.revision, coalesce(c.attempts, 0) as failures,
       case when r.sync_run_id is not null then
         json_build_object('syncRunId', r.sync_run_id::text, 'reason', r.reason, 'kinds', r.kinds) end as run
     from amigraph.source_jobs j
     left join amigraph.coverage c using (account_id, region, kind)
     left join amigraph.sync_runs r on r.sync_run_id = j.sync_run_id
     where j.account_id = $1 and j.region = $2 and j.due_at <= clock_timestamp()
     order by j.kind`,
      values: [accountId, region],
    }),
  )
  return rows
}
