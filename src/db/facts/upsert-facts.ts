import type { ClientBase } from 'pg'
import type { FactTable, Row } from './fact-table.ts'

/** Rows a statement: large enough that round trips don't count, small enough that a message stays at some MB. */
const batchSize = 5_000

/**
 * Inserts the rows, or overwrites those with the same key, in batches. Give the rows ordered by key, so that two
 * writers of the same rows wait for each other instead of deadlocking. Cost grows with the number of rows.
 */
export async function upsertFacts(client: ClientBase, to: FactTable, rows: readonly Row[]): Promise<void> {
  const columns = [...to.key, ...to.columns]
  const action =
    to.appendOnly || to.columns.length === 0
      ? 'nothing'
      : `update set ${to.columns.map(column => `${column} = excluded.${column}`)}`
  const text = `insert into ${to.table} (${columns})
    select ${columns} from json_populate_recordset(null::${to.table}, $1::json)
    on conflict (${to.key}) do ${action}`
  for (let start = 0; start < rows.length; start += batchSize)
    await client.query(text, [JSON.stringify(rows.slice(start, start + batchSize))])
}
