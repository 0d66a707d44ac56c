import type { Source } from '../../domain/source.ts'
import type { Queryable } from '../pool.ts'

/** A kind that one account reads for a whole Region: when another account takes over, the first one's coverage goes. */
export async function forgetOtherAskers(client: Queryable, { accountId, region, kind }: Source): Promise<void> {
  await client.query(`delete from amigraph.coverage where region = $1 and kind = $2 and account_id <> $3`, [
    region,
    kind,
    accountId,
  ])
}
