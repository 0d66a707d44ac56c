import type { Queryable } from '../pool.ts'

/** An image worth a first look: the available one that most grants name. Null where nothing is shared. */
export async function readSampleImage(client: Queryable): Promise<string | null> {
  const { rows } = await client.query<{ image_id: string }>(
    `select p.image_id
     from amigraph.launch_permissions p join amigraph.images i using (region, image_id)
     where i.state = 'AVAILABLE'
     group by p.region, p.image_id
     order by count(distinct p.kind) desc, count(*) desc, p.image_id
     limit 1`,
  )
  return rows[0]?.image_id ?? null
}
