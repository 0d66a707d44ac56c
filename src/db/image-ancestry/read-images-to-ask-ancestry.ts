import type { Queryable } from '../pool.ts'

/** Images of an owner whose source the cache does not have, and whose ancestry AWS was not asked for with success yet. */
export async function readImagesToAskAncestry(client: Queryable, accountId: string, region: string): Promise<string[]> {
  const { rows } = await client.query<{ image_id: string }>(
    `select i.image_id from amigraph.images i
     where i.owner_account_id = $1 and i.region = $2 and i.evidence = 'OWNER' and i.source_image_id is not null
       and not exists (
         select from amigraph.images s where s.region = i.source_image_region and s.image_id = i.source_image_id)
       and not exists (
         select from amigraph.image_ancestry_reads r
         where r.region = i.region and r.image_id = i.image_id and r.observed_at is not null)
     order by i.image_id`,
    [accountId, region],
  )
  return rows.map(row => row.image_id)
}
