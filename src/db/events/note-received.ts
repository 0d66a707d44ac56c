import type { Queryable } from '../pool.ts'

/**
 * The queue was asked for messages, and gave so many; so many were found to name nothing. That it was asked in vain is
 * noted once a minute: every change makes answers be worked out anew.
 */
export async function noteReceived(
  client: Queryable,
  queueUrl: string,
  { received, ignored }: { received: number; ignored: number },
): Promise<void> {
  await client.query(
    `insert into amigraph.event_queues as q (queue_url, checked_at, last_received_at, received, ignored)
     values ($1, clock_timestamp(), case when $2::bigint > 0 then clock_timestamp() end, $2, $3)
     on conflict (queue_url) do update set
       checked_at = excluded.checked_at,
       last_received_at = coalesce(excluded.last_received_at, q.last_received_at),
       received = q.received + excluded.received,
       ignored = q.ignored + excluded.ignored,
       error_code = null,
       error_message = null
     where excluded.received + excluded.ignored > 0 or q.error_code is not null
       or q.checked_at < excluded.checked_at - interval '1 minute'`,
    [queueUrl, received, ignored],
  )
}
