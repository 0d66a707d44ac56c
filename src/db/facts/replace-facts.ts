import type { ClientBase } from 'pg'
import { type Listed, pagesOf } from '../../domain/listing.ts'
import { changedRows, type Scope } from './changed-rows.ts'
import type { FactTable, HashedRow } from './fact-table.ts'
import { ListedKeys } from './listed-keys.ts'
import { upsertFacts } from './upsert-facts.ts'

/**
 * Makes the rows of one source equal to what was collected from it, page by page: unchanged rows are not touched,
 * missing ones are deleted. `scope` is the source; every row must lie in it. Call it only with a complete listing (R20),
 * inside the source's transaction. Returns the rows changed. `alsoWrite` is told which rows of each page were.
 */
export async function replaceFacts<Item>(
  client: ClientBase,
  to: FactTable,
  scope: Scope,
  listed: Listed<Item>,
  rowsOf: (item: Item) => readonly HashedRow[],
  alsoWrite: (upserted: readonly HashedRow[], page: readonly Item[]) => Promise<void> = async () => {},
): Promise<number> {
  const keys = new ListedKeys(to, scope)
  let changed = 0
  for await (const page of pagesOf(listed)) {
    const rows = page.flatMap(rowsOf)
    keys.add(rows)
    const upserted = await upsertFacts(client, to, await changedRows(client, to, scope, rows))
    await alsoWrite(upserted, page)
    changed += upserted.length
  }
  return changed + (await deleteMissing(client, to, scope, keys))
}

async function deleteMissing(client: ClientBase, from: FactTable, scope: Scope, keys: ListedKeys): Promise<number> {
  const within = Object.keys(scope).map((column, index) => `fact.${column} = $${index + 1}`)
  const missing = keys.isMissing(within.length + 1)
  const { rowCount } = await client.query(
    `delete from ${from.table} as fact where ${[...within, missing.text].join(' and ')}`,
    [...Object.values(scope), ...missing.values],
  )
  return rowCount ?? 0
}
