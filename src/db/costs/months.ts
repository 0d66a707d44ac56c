import { sql } from 'kysely'
import type { Sql } from '../statement.ts'

/** The first and the last month, as their first days. */
export type Months = { readonly from?: unknown; readonly to?: unknown }

export const within = (month: Sql, { from, to }: Months): Sql => sql`${month} between ${from}::date and ${to}::date`
