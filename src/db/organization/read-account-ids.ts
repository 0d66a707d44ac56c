import type { Queryable } from '../pool.ts'

/** IDs of all member accounts, in order. */
export async function readAccountIds(client: Queryable): Promise<string[]> {
  const { rows } = await client.query<{ account_id: string }>(
    `select account_id from amigraph.accounts order by account_id`,
  )
  return rows.map(row => row.account_id)
}
