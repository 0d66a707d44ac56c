import type { ClientBase } from 'pg'
import type { Source } from '../../domain/source.ts'

/**
 * Locks the source for the transaction, as `beginWrite` does. Of the things that were read by name, the IDs of those that
 * may be written: all that nobody read later than `observedAt`, none where the whole source was, or is not known.
 */
export async function beginTargetedWrite(
  client: ClientBase,
  { accountId, region, kind }: Source,
  observedAt: Date,
  ids: readonly string[],
): Promise<string[]> {
  const { rows } = await client.query<{ newer: boolean }>(
    `select coalesce(last_success_at > $4, false) as newer from amigraph.coverage
     where account_id = $1 and region = $2 and kind = $3 for update`,
    [accountId, region, kind, observedAt],
  )
  if (rows[0]?.newer !== false) return []
  const { rows: newer } = await client.query<{ named_id: string }>(
    `select named_id from amigraph.targeted_reads
     where account_id = $1 and region = $2 and kind = $3 and named_id = any($4::text[]) and observed_at > $5`,
    [accountId, region, kind, ids, observedAt],
  )
  const left = new Set(newer.map(row => row.named_id))
  return ids.filter(id => !left.has(id))
}
