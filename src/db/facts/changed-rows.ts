import type { ClientBase } from 'pg'
import type { FactTable, HashedRow } from './fact-table.ts'
import { prepareWhereFew } from './prepare-where-few.ts'

/** Rows that a source may touch: column = value. Empty: the whole table. */
export type Scope = Readonly<Record<string, string>>

/**
 * Those of the rows that are new or differ from what is known within the scope, in the order of their keys, so that two
 * writers of the same rows wait for each other instead of deadlocking. Of two rows with one key the later wins: it was
 * listed later. Cost grows with the number of rows given, each looked up by its key.
 */
export async function changedRows<Given extends HashedRow>(
  client: ClientBase,
  of: FactTable,
  scope: Scope,
  given: readonly Given[],
): Promise<Given[]> {
  const latest = [...new Map(given.map(row => [JSON.stringify(of.key.map(column => row[column])), row]))]
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([, row]) => row)
  if (latest.length === 0) return []
  const unchanged = await findUnchanged(client, of, scope, latest)
  return latest.filter((_, place) => !unchanged.has(place))
}

async function findUnchanged(
  client: ClientBase,
  of: FactTable,
  scope: Scope,
  rows: readonly HashedRow[],
): Promise<Set<number>> {
  const identities = rows.map(row => Object.fromEntries([...of.key, 'content_hash'].map(name => [name, row[name]])))
  const same = [...of.key, 'content_hash'].map(column => `fact.${column} = given.${column}`)
  const within = Object.keys(scope).map((column, index) => `fact.${column} = $${index + 2}`)
  // Each looked up by itself: joined, a table without statistics yet is gone through as a whole for every row given.
  const statement = {
    text: `select given.ordinality
      from json_populate_recordset(null::${of.table}, $1::json) with ordinality as given
      cross join lateral (select from ${of.table} as fact where ${[...same, ...within].join(' and ')} limit 1) as known`,
    values: [JSON.stringify(identities), ...Object.values(scope)],
  }
  const { rows: found } = await client.query<[string]>({
    ...prepareWhereFew(statement, rows.length),
    rowMode: 'array',
  })
  return new Set(found.map(([ordinality]) => Number(ordinality) - 1))
}
