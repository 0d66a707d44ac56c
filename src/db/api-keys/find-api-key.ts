import type { Queryable } from '../pool.ts'
import { type ApiKeyRow, apiKeyColumns } from './api-key-row.ts'

/** The key with this ID and its hash, whether or not it is still good. */
export const findApiKey = async (
  client: Queryable,
  id: string,
): Promise<(ApiKeyRow & { hash: Buffer }) | undefined> => {
  const { rows } = await client.query<ApiKeyRow & { hash: Buffer }>(
    `select ${apiKeyColumns}, secret_hash as hash from amigraph.api_keys where api_key_id = $1`,
    [id],
  )
  return rows[0]
}
