import type { Queryable } from '../pool.ts'
import { type ApiKeyRow, apiKeyColumns } from './api-key-row.ts'

/** Every key ever made, newest first. */
export const listApiKeys = async (client: Queryable): Promise<ApiKeyRow[]> => {
  const { rows } = await client.query<ApiKeyRow>(
    `select ${apiKeyColumns} from amigraph.api_keys order by created_at desc, api_key_id`,
  )
  return rows
}
