import type { ClientBase } from 'pg'
import type { Source } from '../../domain/source.ts'
import { prepare } from '../statement.ts'

/** A listing of the whole source began at `observedAt`: what was read by name before then says nothing any more. */
export async function forgetTargetedReads(
  client: ClientBase,
  { accountId, region, kind }: Source,
  observedAt: Date,
): Promise<void> {
  await client.query(
    prepare({
      text: `delete from amigraph.targeted_reads where account_id = $1 and region = $2 and kind = $3 and observed_at <= $4`,
      values: [accountId, region, kind, observedAt],
    }),
  )
}
