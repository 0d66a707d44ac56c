import type { Queryable } from '../pool.ts'

/** The Regions that an account has enabled, as last read, in order. */
export async function readAccountRegions(client: Queryable, accountId: string): Promise<string[]> {
  const { rows } = await client.query<{ region: string }>(
    `select region from amigraph.account_regions where account_id = $1 order by region`,
    [accountId],
  )
  return rows.map(row => row.region)
}
