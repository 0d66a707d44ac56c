import type { Queryable } from '../pool.ts'

/** Whether a sync of the whole organization has ever ended: then there is an inventory to answer from. */
export async function wasEverSynced(client: Queryable): Promise<boolean> {
  const { rowCount } = await client.query(
    `select from amigraph.sync_runs where finished_at is not null and account_id is null limit 1`,
  )
  return rowCount === 1
}
