import type { Queryable } from '../../pool.ts'
import type { ImageName } from '../problems/found-over.ts'

/**
 * Takes up to so many images out of the doubts, in order, each once. Costs grow with their doubts.
 * Those are all up to the last image: joined to the batch, they would be compared each with each while the table is without
 * statistics, as after a first sync.
 */
export const takeDoubtedImages = async (client: Queryable, most: number): Promise<ImageName[]> => {
  const { rows } = await client.query<ImageName>(
    `with batch as materialized (
       select distinct region, name from amigraph.share_doubts where kind = 'IMAGE' order by region, name limit $1
     ), taken as (
       delete from amigraph.share_doubts d
       where d.kind = 'IMAGE' and (d.region, d.name) <= (select region, name from batch order by region desc, name desc limit 1)
     )
     select region, name as "imageId" from batch`,
    [most],
  )
  return rows
}
