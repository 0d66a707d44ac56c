import type { Queryable } from '../pool.ts'

/** Instances that were seen with several images, by ID and in order: a new root volume can bring another one. */
export async function readMovedInstances(client: Queryable): Promise<string[]> {
  const { rows } = await client.query<{ instance_id: string }>(
    `select distinct instance_id from amigraph.instance_images
     group by account_id, region, instance_id having count(*) > 1
     order by instance_id`,
  )
  return rows.map(({ instance_id }) => instance_id)
}
