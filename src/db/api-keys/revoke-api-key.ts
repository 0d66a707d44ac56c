import type { Queryable } from '../pool.ts'

/** Ends a key for good, and says whether there is one with this ID. A second time changes nothing. */
export const revokeApiKey = async (client: Queryable, id: string): Promise<boolean> => {
  const { rowCount } = await client.query(
    `update amigraph.api_keys set revoked_at = coalesce(revoked_at, now()) where api_key_id = $1`,
    [id],
  )
  return rowCount === 1
}
