import type { Outcome, Source } from '../../domain/source.ts'
import type { Queryable } from '../pool.ts'

export type RecordedFailure = {
  outcome: Outcome
  /** AWS's error code, or ours */
  code: string
  message: string
}

/**
 * Reading these sources failed at `attemptedAt`. Their rows and the time of their last success stay (R20); a success
 * that began later stands.
 */
export async function recordFailure(
  client: Queryable,
  sources: readonly Source[],
  attemptedAt: Date,
  failure: RecordedFailure,
): Promise<void> {
  const ordered = sources.toSorted((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1))
  await client.query(
    `insert into amigraph.coverage as c (account_id, region, kind, status, last_attempt_at, attempts, error_code, error_message)
     select account_id, region, kind, $4, $5, 1, $6, $7
     from unnest($1::text[], $2::text[], $3::text[]) as failed (account_id, region, kind)
     on conflict (account_id, region, kind) do update set
       status = excluded.status,
       last_attempt_at = excluded.last_attempt_at,
       attempts = c.attempts + 1,
       error_code = excluded.error_code,
       error_message = excluded.error_message
     where c.last_success_at is null or c.last_success_at <= excluded.last_attempt_at`,
    [
      ordered.map(s => s.accountId),
      ordered.map(s => s.region),
      ordered.map(s => s.kind),
      failure.outcome,
      attemptedAt,
      failure.code,
      failure.message,
    ],
  )
}

function sortKey({ accountId, region, kind }: Source): string {
  return `${accountId} ${region} ${kind}`
}
