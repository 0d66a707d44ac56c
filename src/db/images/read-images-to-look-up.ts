import type { Queryable } from '../pool.ts'

/**
 * IDs of images that instances of a Region run on and that neither an owner's nor a consumer's listing shows, in order:
 * they are asked for once for the whole organization. Cost grows with the Region's distinct images in use.
 */
export async function readImagesToLookUp(client: Queryable, region: string): Promise<string[]> {
  const { rows } = await client.query<{ image_id: string }>(
    `select distinct n.image_id
     from amigraph.instances n left join amigraph.images i on i.region = n.region and i.image_id = n.image_id
     where n.region = $1 and (i.image_id is null or i.evidence in ('LOOKUP', 'INSTANCE'))
     order by n.image_id`,
    [region],
  )
  return rows.map(row => row.image_id)
}
