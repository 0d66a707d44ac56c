import type { Queryable } from '../pool.ts'

/** IDs of the images whose launch permissions their owner can be asked for, those unread longest first. */
export async function readImagesToAsk(client: Queryable, accountId: string, region: string): Promise<string[]> {
  const { rows } = await client.query<{ image_id: string }>(
    `select i.image_id
     from amigraph.images i left join amigraph.launch_permission_reads r
       on r.region = i.region and r.image_id = i.image_id
     where i.owner_account_id = $1 and i.region = $2 and i.evidence = 'OWNER'
     order by r.observed_at nulls first, i.image_id`,
    [accountId, region],
  )
  return rows.map(row => row.image_id)
}
