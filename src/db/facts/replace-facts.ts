import type { ClientBase } from 'pg'
import { diffFacts } from '../../domain/diff.ts'
import type { FactTable, Row } from './fact-table.ts'
import { upsertFacts } from './upsert-facts.ts'

/** A row with the hash of its content in the column `content_hash`. */
export type HashedRow = Row & { content_hash: string }

export type Replaced = { upserted: HashedRow[]; deleted: number }

/**
 * Makes the rows of one source equal to what was collected from it: unchanged rows are not touched, missing ones are
 * deleted. `scope` is the source, as column = value (empty: the whole table); every row must lie in it. Call it only with a complete listing
 * (R20), inside the source's transaction.
 */
export async function replaceFacts(
  client: ClientBase,
  to: FactTable,
  scope: Readonly<Record<string, string>>,
  rows: readonly HashedRow[],
): Promise<Replaced> {
  const known = await readHashes(client, to, scope)
  const { toUpsert, toDelete } = diffFacts(
    known,
    new Map(rows.map(row => [keyOf(to, row), { row, contentHash: row.content_hash }])),
  )
  const upserted = toUpsert.map(({ row }) => row)
  await deleteFacts(client, to, toDelete)
  await upsertFacts(client, to, upserted)
  return { upserted, deleted: toDelete.length }
}

async function readHashes(
  client: ClientBase,
  from: FactTable,
  scope: Readonly<Record<string, string>>,
): Promise<Map<string, string>> {
  const where = Object.keys(scope).map((column, index) => ` and ${column} = $${index + 1}`)
  const { rows } = await client.query<string[]>({
    text: `select json_build_array(${from.key})::text, content_hash from ${from.table} where true${where.join('')}`,
    values: Object.values(scope),
    rowMode: 'array',
  })
  return new Map(rows.map(([key, hash]) => [JSON.stringify(JSON.parse(key ?? '')), hash ?? '']))
}

function keyOf(table: FactTable, row: Row): string {
  return JSON.stringify(table.key.map(column => row[column]))
}

async function deleteFacts(client: ClientBase, from: FactTable, keys: readonly string[]): Promise<void> {
  if (keys.length === 0) return
  const same = from.key.map((column, index) => `fact.${column} = gone.identity ->> ${index}`)
  await client.query(
    `delete from ${from.table} as fact using json_array_elements($1::json) as gone (identity) where ${same.join(' and ')}`,
    [`[${keys.join(',')}]`],
  )
}
