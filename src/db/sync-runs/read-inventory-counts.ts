import type { Queryable } from '../pool.ts'

export type InventoryCounts = {
  accounts: number
  regions: number
  images: number
  launchPermissions: number
  snapshots: number
  instances: number
}

/** How much is known. Counts whole tables: for the end of a sync, not for a page view. */
export async function readInventoryCounts(client: Queryable): Promise<InventoryCounts> {
  const { rows } = await client.query<InventoryCounts>(
    `select
       (select count(*) from amigraph.accounts)::integer as accounts,
       (select count(distinct region) from amigraph.account_regions)::integer as regions,
       (select count(*) from amigraph.images)::integer as images,
       (select count(*) from amigraph.launch_permissions)::integer as "launchPermissions",
       (select count(*) from amigraph.snapshots)::integer as snapshots,
       (select count(*) from amigraph.instances)::integer as instances`,
  )
  const [counts] = rows
  if (counts === undefined) throw new Error('The counts did not come')
  return counts
}
