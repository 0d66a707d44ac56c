import type { Queryable } from '../pool.ts'
import { isHeld, workerLock } from './locks.ts'

/**
 * Gives back what dead workers had taken from the queue, and removes visits that were replaced while they had them. A
 * worker is dead when nobody holds its lock; one that just begins has `graceSeconds` to take it.
 */
export async function releaseDeadWorkers(client: Queryable, graceSeconds: number): Promise<void> {
  await client.query(
    `select graphile_worker.force_unlock_workers(array(
       select distinct j.locked_by from graphile_worker.jobs j
       where j.task_identifier in ('visit', 'plan') and j.locked_at < clock_timestamp() - $1::double precision * interval '1 second'
         and not ${isHeld(workerLock, 'hashtext(j.locked_by)')}))`,
    [graceSeconds],
  )
  await client.query(
    `select count(*) from graphile_worker.complete_jobs(array(
       select j.id from graphile_worker.jobs j
       where j.task_identifier = 'visit' and j.key is null and j.locked_at is null and j.attempts >= j.max_attempts))`,
  )
}
