import type { ClientBase } from 'pg'
import type { FactTable, HashedRow } from './fact-table.ts'
import { few, prepareWhereFew } from './prepare-where-few.ts'

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
  const latest = latestRows(of, given)
  if (latest.length === 0) return []
  const unchanged = await findUnchanged(client, of, scope, latest)
  return latest.filter((_, place) => !unchanged.has(place))
}

/**
 * `changedRows` of the pages of a listing, one after the other. A long page of a scope in which nothing is known yet is all
 * new, and what follows too: PostgreSQL has no statistics of what this very transaction wrote, and each row looked up among
 * that by the wrong index takes longer than writing it.
 */
export function changedRowsOfPages<Given extends HashedRow>(
  client: ClientBase,
  of: FactTable,
  scope: Scope,
): (page: readonly Given[]) => Promise<Given[]> {
  let isKnown: Promise<boolean> | null = null
  return async page => {
    if (page.length > few) isKnown ??= isAnyKnown(client, of, scope)
    return isKnown === null || (await isKnown) ? changedRows(client, of, scope, page) : latestRows(of, page)
  }
}

/** In the order of their keys; the last of those with one key. */
function latestRows<Given extends HashedRow>(of: FactTable, given: readonly Given[]): Given[] {
  return [...new Map(given.map(row => [JSON.stringify(of.key.map(column => row[column])), row]))]
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([, row]) => row)
}

async function isAnyKnown(client: ClientBase, of: FactTable, scope: Scope): Promise<boolean> {
  const within = Object.keys(scope).map((column, index) => `${column} = $${index + 1}`)
  const { rowCount } = await client.query(
    `select from ${of.table} ${within.length > 0 ? `where ${within.join(' and ')}` : ''} limit 1`,
    Object.values(scope),
  )
  return rowCount === 1
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
