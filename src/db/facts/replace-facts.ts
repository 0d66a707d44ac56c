import type { ClientBase } from 'pg'
import { type Listed, pagesOf } from '../../domain/listing.ts'
import { changedRowsOfPages, type Scope } from './changed-rows.ts'
import { type Extent, everything, extentValues, within } from './extent.ts'
import type { FactTable, HashedRow } from './fact-table.ts'
import { ListedKeys } from './listed-keys.ts'
import { prepareWhereFew } from './prepare-where-few.ts'
import { upsertFacts } from './upsert-facts.ts'

/** Of the rows in scope, those of which a column names one of the extent */
type Among = { column: string; extent: Extent }

export type Replacing<Item> = {
  /** Told which rows of each page were written */
  alsoWrite?: (upserted: readonly HashedRow[], page: readonly Item[]) => Promise<void>
  /** What the listing tells of, where that is not the whole scope; everything listed must be among it */
  among?: Among
}

/**
 * Makes the rows of one source equal to what was collected from it, page by page: unchanged rows are not touched,
 * missing ones are deleted. `scope` is the source; every row must lie in it. Call it only with a complete listing (R20),
 * inside the source's transaction. Returns the rows changed.
 */
export async function replaceFacts<Item>(
  client: ClientBase,
  to: FactTable,
  scope: Scope,
  listed: Listed<Item>,
  rowsOf: (item: Item) => readonly HashedRow[],
  { alsoWrite = async () => {}, among = { column: to.key[0] ?? '', extent: everything } }: Replacing<Item> = {},
): Promise<number> {
  const keys = new ListedKeys(to, scope)
  const changedOf = changedRowsOfPages(client, to, scope)
  let changed = 0
  for await (const page of pagesOf(listed)) {
    const rows = page.flatMap(rowsOf)
    keys.add(rows)
    const upserted = await upsertFacts(client, to, await changedOf(rows))
    await alsoWrite(upserted, page)
    changed += upserted.length
  }
  return changed + (await deleteMissing(client, to, scope, keys, among))
}

async function deleteMissing(
  client: ClientBase,
  from: FactTable,
  scope: Scope,
  keys: ListedKeys,
  { column, extent }: Among,
): Promise<number> {
  const inScope = Object.keys(scope).map((column, index) => `fact.${column} = $${index + 1}`)
  const told = within(`fact.${column}`, inScope.length + 1)
  const missing = keys.isMissing(inScope.length + 3)
  const statement = {
    text: `delete from ${from.table} as fact where ${[...inScope, told, missing.text].join(' and ')}`,
    values: [...Object.values(scope), ...extentValues(extent), ...missing.values],
  }
  const { rowCount } = await client.query(prepareWhereFew(statement, keys.size))
  return rowCount ?? 0
}
