import type { Queryable } from '../pool.ts'
import { visitAttempts } from './add-source-jobs.ts'
import { isHeld, workerLock } from './locks.ts'

/**
 * Gives back what dead workers had taken from the queue. A worker is dead when nobody holds its lock; one that just
 * begins has `graceSeconds` to take it. It may still be there, with broken connections, and end its visits or put them
 * back: so a visit becomes another job, which the end of the old one does not touch, unless it was put back already.
 * Visits that failed after they were put back are removed.
 */
export async function releaseDeadWorkers(client: Queryable, graceSeconds: number): Promise<void> {
  await client.query(
    `with lost as materialized (
       select j.id, j.locked_by, j.task_identifier = 'visit' as is_visit from graphile_worker.jobs j
       where j.task_identifier in ('visit', 'plan') and j.locked_at < clock_timestamp() - $1::double precision * interval '1 second'
         and not ${isHeld(workerLock, 'hashtext(j.locked_by)')}
     ), unlocked as materialized (
       select graphile_worker.force_unlock_workers(array(select distinct locked_by from lost)),
         array(select id from lost where is_visit) as visits
     ), removed as materialized (
       select old.* from unlocked, graphile_worker.complete_jobs(unlocked.visits) old
     )
     select count(*) from graphile_worker.add_jobs(array(
       select row('visit', payload, null, run_at, ${visitAttempts}, key, priority, null)::graphile_worker.job_spec
       from removed where key is not null order by id))`,
    [graceSeconds],
  )
  await client.query(
    `select count(*) from graphile_worker.complete_jobs(array(
       select j.id from graphile_worker.jobs j
       where j.task_identifier = 'visit' and j.key is null and j.locked_at is null and j.attempts >= j.max_attempts))`,
  )
}
