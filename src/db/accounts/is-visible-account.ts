import { sql } from 'kysely'
import type { Read } from '../statement.ts'

/** Whether the account is a member that the reader sees. */
export const isVisibleAccount = async (read: Read, accountId: string): Promise<boolean> => {
  const rows = await read(sql`select a.account_id from amigraph.accounts a where a.account_id = ${accountId}`)
  return rows.length > 0
}
