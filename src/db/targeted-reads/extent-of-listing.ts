import type { ClientBase } from 'pg'
import type { Source } from '../../domain/source.ts'
import type { Extent } from '../facts/extent.ts'
import { prepare } from '../statement.ts'

/**
 * What a listing of the whole source tells of: all but what was read by name since it began. After `beginWrite`, which
 * forgets the earlier reads.
 */
export async function extentOfListing(client: ClientBase, { accountId, region, kind }: Source): Promise<Extent> {
  const { rows } = await client.query<{ named_id: string }>(
    prepare({
      text: `select named_id from amigraph.targeted_reads where account_id = $1 and region = $2 and kind = $3`,
      values: [accountId, region, kind],
    }),
  )
  return { only: null, except: rows.map(row => row.named_id) }
}
