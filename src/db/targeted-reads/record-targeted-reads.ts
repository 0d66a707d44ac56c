import type { ClientBase } from 'pg'
import type { SourceReadByName } from './read-by-name.ts'

/** These things were read by name: a listing that began before `observedAt` is not to overwrite them. */
export async function recordTargetedReads(
  client: ClientBase,
  { accountId, region, kind }: SourceReadByName,
  ids: readonly string[],
  observedAt: Date,
): Promise<void> {
  await client.query(
    `insert into amigraph.targeted_reads (account_id, region, kind, named_id, observed_at)
     select $1, $2, $3, named_id, $5 from unnest($4::text[]) as named (named_id) order by named_id
     on conflict (account_id, region, kind, named_id) do update set observed_at = excluded.observed_at`,
    [accountId, region, kind, ids, observedAt],
  )
}
