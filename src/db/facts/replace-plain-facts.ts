import type { ClientBase } from 'pg'
import { contentHash } from '../../domain/content-hash.ts'
import type { Listed } from '../../domain/listing.ts'
import type { Scope } from './changed-rows.ts'
import { type Extent, everything } from './extent.ts'
import { type FactTable, toRow } from './fact-table.ts'
import { replaceFacts } from './replace-facts.ts'

/** `replaceFacts` for facts whose members are just their table's columns. Returns the rows changed. */
export async function replacePlainFacts(
  client: ClientBase,
  to: FactTable,
  scope: Scope,
  facts: Listed<object>,
  /** Of the first column of the key: what is told of, where that is not the whole scope */
  extent: Extent = everything,
): Promise<number> {
  const among = { column: to.key[0] ?? '', extent }
  return replaceFacts(client, to, scope, facts, fact => [{ ...toRow(fact), content_hash: contentHash(fact) }], {
    among,
  })
}
