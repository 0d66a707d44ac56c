import type { Queryable } from '../pool.ts'

/** Whether an account's images and instances in a Region are read at all. */
export async function isKnownPlace(client: Queryable, accountId: string, region: string): Promise<boolean> {
  const { rowCount } = await client.query(
    `select from amigraph.coverage
     where account_id = $1 and region = $2 and kind in ('IMAGES_OWNED', 'INSTANCES') limit 1`,
    [accountId, region],
  )
  return rowCount === 1
}
