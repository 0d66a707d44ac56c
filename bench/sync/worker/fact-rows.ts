import * as tables from '../../../src/db/facts/tables.ts'
import type { BenchDatabase } from './database.ts'

/** Rows of facts that were inserted, updated or deleted so far, as PostgreSQL counts them. */
export const factRowsWritten = async (database: BenchDatabase): Promise<number> => {
  const names = Object.values(tables).map(({ table }) => `'${table}'::regclass`)
  const [row] = await database.query<{ written: number }>(
    `select sum(n_tup_ins + n_tup_upd + n_tup_del)::float8 as written
     from pg_stat_all_tables where relid in (${names.join(', ')})`,
  )
  return row?.written ?? 0
}
