import type { Queryable } from '../pool.ts'

/**
 * For each Region in use the account to ask for images that no member owns: `preferredAccountId` where it has the Region
 * enabled, else the first that has and could be read lately. Ordered by Region.
 */
export async function readAskersByRegion(
  client: Queryable,
  preferredAccountId: string,
): Promise<{ accountId: string; region: string }[]> {
  const { rows } = await client.query<{ accountId: string; region: string }>(
    `select distinct on (r.region) r.account_id as "accountId", r.region
     from amigraph.account_regions r join amigraph.coverage c
       on c.account_id = r.account_id and c.kind = 'REGIONS' and c.status = 'FRESH'
     order by r.region, r.account_id <> $1, r.account_id`,
    [preferredAccountId],
  )
  return rows
}
