import type { Source } from '../../domain/source.ts'
import type { Queryable } from '../pool.ts'
import { prepare } from '../statement.ts'

/** The source was read completely at `observedAt`, and counts as fresh until `freshUntil`. */
export async function recordSuccess(
  client: Queryable,
  source: Source,
  observedAt: Date,
  freshUntil: Date,
): Promise<void> {
  await client.query(
    prepare({
      text: `insert into amigraph.coverage as c (account_id, region, kind, status, last_success_at, last_attempt_at, fresh_until,
       first_success_at)
     values ($1, $2, $3, 'FRESH', $4, $4, $5, now())
     on conflict (account_id, region, kind) do update set
       status = 'FRESH',
       last_success_at = excluded.last_success_at,
       last_attempt_at = greatest(c.last_attempt_at, excluded.last_attempt_at),
       fresh_until = excluded.fresh_until,
       first_success_at = coalesce(c.first_success_at, excluded.first_success_at),
       attempts = 0,
       error_code = null,
       error_message = null`,
      values: [source.accountId, source.region, source.kind, observedAt, freshUntil],
    }),
  )
}
