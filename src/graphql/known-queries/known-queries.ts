import type { DocumentNode, OperationDefinitionNode } from 'graphql'
import { LeastRecentlyUsed } from '../../db/least-recently-used.ts'

/** What a client sends to name an operation. */
export type AskedQuery = { readonly text: string; readonly operationName?: string | null | undefined }

/** A query that was parsed, validated and answered by compiled reads before. */
export type KnownQuery = {
  readonly document: DocumentNode
  readonly operation: OperationDefinitionNode
  /** SHA-256 of the text, in hexadecimal */
  readonly hash: string
}

/** Characters of all texts. A parsed document takes some thirty times its text. */
const mostCharacters = 1024 * 1024
const entryCharacters = 400

/** The queries that need neither parsing nor validation again. Those that were not asked for longest are forgotten first. */
export class KnownQueries {
  readonly #queries = new LeastRecentlyUsed<KnownQuery>(mostCharacters)

  find(asked: AskedQuery): KnownQuery | undefined {
    return this.#queries.get(keyOf(asked))
  }

  remember(asked: AskedQuery, query: KnownQuery): void {
    const key = keyOf(asked)
    this.#queries.set(key, query, entryCharacters + key.length)
  }
}

// No text begins with a name: what a document begins with is a keyword, a brace, white space or a comment, or is none.
const keyOf = ({ text, operationName }: AskedQuery): string => (operationName ? `${operationName} ${text}` : text)
