import { sql } from 'kysely'
import type { Read, Sql } from '../statement.ts'

/** Until when share problems follow from all that was noted; null: they were never found as a whole. */
export const settledAt: Sql = sql`(select found.settled_at from amigraph.share_problem_state as found)`

export const readSettledAt = async (read: Read): Promise<Date | null> =>
  (await read<{ at: Date | null }>(sql`select ${settledAt} as at`))[0]?.at ?? null
