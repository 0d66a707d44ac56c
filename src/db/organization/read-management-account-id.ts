import type { Queryable } from '../pool.ts'

/** The management account of the organization as last read; null before the first time. */
export async function readManagementAccountId(client: Queryable): Promise<string | null> {
  const { rows } = await client.query<{ management_account_id: string }>(
    `select management_account_id from amigraph.organizations limit 1`,
  )
  return rows[0]?.management_account_id ?? null
}
