import { sql } from 'kysely'
import type { Read } from './statement.ts'

/** Whether the inventory holds an organization. Throws where the database is away or not migrated. */
export const readReadiness = async (read: Read): Promise<{ hasInventory: boolean }> => {
  const [row] = await read<{ hasInventory: boolean }>(
    sql`select exists (select from amigraph.organizations) as "hasInventory"`,
  )
  return { hasInventory: row?.hasInventory ?? false }
}
