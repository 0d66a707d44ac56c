import type { Place } from '../../domain/source.ts'
import type { Queryable } from '../pool.ts'
import { prepare } from '../statement.ts'
import { visitAttempts, visitKey } from './add-source-jobs.ts'

/**
 * Puts the visit of a place back into the queue where jobs are left, for when the first of them is due, but not within
 * `waitMilliseconds`. The visit that is under way ends besides.
 */
export async function putBackVisit(
  client: Queryable,
  { accountId, region }: Place,
  priority: number,
  waitMilliseconds = 0,
): Promise<void> {
  await client.query(
    prepare({
      text: `select graphile_worker.add_job(
       'visit', json_build_object('accountId', $1::text, 'region', $2::text), max_attempts => ${visitAttempts},
       job_key => ${visitKey('$1::text', '$2::text')}, priority => case when rest.asked then 0 else $3::integer end,
       run_at => greatest(rest.due_at, clock_timestamp() + $4::double precision * interval '1 millisecond'))
     from (
       select min(due_at) as due_at, bool_or(asked) as asked
       from amigraph.source_jobs where account_id = $1 and region = $2
       having count(*) > 0
     ) rest`,
      values: [accountId, region, priority, waitMilliseconds],
    }),
  )
}
