import type { ClientBase } from 'pg'
import { prepare } from '../statement.ts'
import type { FactTable, Row } from './fact-table.ts'

/** Rows a statement: large enough that round trips don't count, small enough that a message stays at some MB. */
const batchSize = 1_000

/**
 * Inserts the rows, or overwrites those with the same key, in batches. Give the rows ordered by key, so that two
 * writers of the same rows wait for each other instead of deadlocking. Cost grows with the number of rows. Returns those
 * that were written: all but the ones that the table's rules protect, and, in a table without hashes, those that say
 * just what was known.
 */
export async function upsertFacts<Written extends Row>(
  client: ClientBase,
  to: FactTable,
  rows: readonly Written[],
): Promise<Written[]> {
  const written: Written[] = []
  for (let start = 0; start < rows.length; start += batchSize) {
    const batch = rows.slice(start, start + batchSize)
    const { rowCount, rows: keys } = await client.query<string[]>({
      ...prepare({ text: statement(to), values: [JSON.stringify(batch)] }),
      rowMode: 'array',
    })
    if (rowCount === batch.length) {
      written.push(...batch)
    } else {
      const writtenKeys = new Set(keys.map(key => JSON.stringify(key)))
      written.push(...batch.filter(row => writtenKeys.has(JSON.stringify(to.key.map(column => row[column])))))
    }
  }
  return written
}

/** With a hash it was found to differ before. */
function differs({ columns }: FactTable): string {
  if (columns.includes('content_hash')) return 'true'
  const tuple = (of: string) => `(${columns.map(column => `${of}.${column}`)})`
  return `${tuple('fact')} is distinct from ${tuple('excluded')}`
}

function statement(to: FactTable): string {
  const columns = [...to.key, ...to.columns]
  const assignments = to.columns.map(column => `${column} = excluded.${column}`)
  const update = `update set ${assignments} where ${to.overwriteIf ?? differs(to)}`
  return `insert into ${to.table} as fact (${columns})
    select ${columns} from json_populate_recordset(null::${to.table}, $1::json)
    on conflict (${to.key}) do ${to.appendOnly || to.columns.length === 0 ? 'nothing' : update}
    returning ${to.key}`
}
