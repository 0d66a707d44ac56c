import type { Queryable } from '../pool.ts'

/** What a process has taken from the queue, as it knows itself. */
export type TakenJobs = {
  /** Under which names; see `PlaceHolder` */
  readonly workerNames: ReadonlySet<string>
  readonly jobIds: ReadonlySet<string>
}

/**
 * Puts jobs into the queue again that the database gave to this process, and the connection broke before it heard of
 * them: as others under the same key, since the queue takes them for under way. They are removed when the worker is gone.
 */
export async function takeUpUnheardJobs(
  client: Queryable,
  graceSeconds: number,
  { workerNames, jobIds }: TakenJobs,
): Promise<void> {
  if (workerNames.size === 0) return
  await client.query(
    `select count(*) from graphile_worker.add_jobs(array(
       select row(t.identifier, j.payload, null, null, j.max_attempts, j.key, j.priority, null)::graphile_worker.job_spec
       from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
       where j.locked_by = any($1::text[]) and j.id <> all($2::bigint[]) and j.key is not null
         and j.locked_at < clock_timestamp() - $3::double precision * interval '1 second' order by j.id))`,
    [[...workerNames], [...jobIds], graceSeconds],
  )
}
