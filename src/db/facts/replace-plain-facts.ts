import type { ClientBase } from 'pg'
import { contentHash } from '../../domain/content-hash.ts'
import { type FactTable, toRow } from './fact-table.ts'
import { replaceFacts } from './replace-facts.ts'

/** `replaceFacts` for facts whose members are just their table's columns. Returns the rows changed. */
export async function replacePlainFacts(
  client: ClientBase,
  to: FactTable,
  scope: Readonly<Record<string, string>>,
  facts: readonly object[],
): Promise<number> {
  const rows = facts.map(fact => ({ ...toRow(fact), content_hash: contentHash(fact) }))
  const { upserted, deleted } = await replaceFacts(client, to, scope, rows)
  return upserted.length + deleted
}
