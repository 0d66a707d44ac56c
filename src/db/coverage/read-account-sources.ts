import type { Source } from '../../domain/source.ts'
import type { Queryable } from '../pool.ts'

/** Every source of an account that is known so far. */
export async function readAccountSources(client: Queryable, accountId: string): Promise<Source[]> {
  const { rows } = await client.query<Source>(
    `select account_id as "accountId", region, kind from amigraph.coverage where account_id = $1 order by region, kind`,
    [accountId],
  )
  return rows
}
