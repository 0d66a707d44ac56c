import type { Queryable } from '../../pool.ts'
import type { ImageName } from '../problems/found-over.ts'

/** Takes up to so many images out of the doubts, in order, each once. Costs grow with their doubts. */
export const takeDoubtedImages = async (client: Queryable, most: number): Promise<ImageName[]> => {
  const { rows } = await client.query<ImageName>(
    `with batch as materialized (
       select distinct region, name from amigraph.share_doubts where kind = 'IMAGE' order by region, name limit $1
     ), taken as (
       delete from amigraph.share_doubts d using batch b
       where d.kind = 'IMAGE' and d.region = b.region and d.name = b.name
     )
     select region, name as "imageId" from batch`,
    [most],
  )
  return rows
}
