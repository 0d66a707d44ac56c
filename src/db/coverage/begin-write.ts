import type { ClientBase } from 'pg'
import type { Source } from '../../domain/source.ts'
import { prepare } from '../statement.ts'
import { forgetTargetedReads } from '../targeted-reads/forget-targeted-reads.ts'
import { isReadByName } from '../targeted-reads/read-by-name.ts'

/**
 * Locks the source for the transaction, so that one source is written by one transaction at a time. False where
 * somebody has meanwhile written what was read later than `observedAt`: that must not be overwritten by older facts.
 * What was read by name before then is forgotten; what is left of it was read later (`extentOfListing`).
 * What a source shows when it is read for the first time is remembered as no change (migration 0008).
 */
export async function beginWrite(client: ClientBase, source: Source, observedAt: Date): Promise<boolean> {
  const { rows } = await client.query<{ newer: boolean }>(
    prepare({
      text: `select coalesce(last_success_at > $4, false) as newer,
       set_config('amigraph.is_first_reading', (last_success_at is null)::text, true) as told
     from amigraph.coverage
     where account_id = $1 and region = $2 and kind = $3 for update`,
      values: [source.accountId, source.region, source.kind, observedAt],
    }),
  )
  if (rows[0]?.newer !== false) return false
  if (isReadByName(source.kind)) await forgetTargetedReads(client, source, observedAt)
  return true
}
