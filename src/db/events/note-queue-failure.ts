import type { Queryable } from '../pool.ts'

/** The queue could not be read. */
export async function noteQueueFailure(
  client: Queryable,
  queueUrl: string,
  { code, message }: { code: string; message: string },
): Promise<void> {
  await client.query(
    `insert into amigraph.event_queues (queue_url, checked_at, error_code, error_message)
     values ($1, clock_timestamp(), $2, $3)
     on conflict (queue_url) do update set
       checked_at = excluded.checked_at,
       error_code = excluded.error_code,
       error_message = excluded.error_message`,
    [queueUrl, code, message],
  )
}
