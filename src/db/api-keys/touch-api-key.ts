import type { Queryable } from '../pool.ts'

/** Notes that a key was used, at most once a minute. */
export const touchApiKey = async (client: Queryable, id: string): Promise<void> => {
  await client.query(
    `update amigraph.api_keys set last_used_at = now()
     where api_key_id = $1 and (last_used_at is null or last_used_at < now() - interval '1 minute')`,
    [id],
  )
}
