import type { Queryable } from '../../../src/db/pool.ts'
import type { Dialect } from './dialect.ts'

/** Values that a query is asked with. The same sets go to every contestant, under each one's own names. */
export type Variables = Readonly<Record<string, unknown>>

/** An answer as JSON. */
// biome-ignore lint/suspicious/noExplicitAny: an answer has the shape that its document asks for
export type Answer = any

/** One question, in the words of each contestant. */
export type Query = {
  readonly key: 'q1' | 'q2' | 'q3'
  readonly title: string
  /** The document for this API, in the dialect of its schema */
  readonly document: (dialect: Dialect) => string
  readonly peerDocument: (dialect: Dialect) => string
  /** Up to `most` different sets of variables, in an order that looks random and is always the same */
  readonly variables: (database: Queryable, most: number) => Promise<Variables[]>
  /** Both answers in one form: what is compared before anything is measured */
  readonly normalise: (data: Answer, dialect: Dialect) => unknown
  readonly normalisePeer: (data: Answer, dialect: Dialect) => unknown
  /** Answers with the field's JSON as text; used where this API needs more than one statement for the answer */
  readonly limit: {
    readonly field: string
    readonly statement: (dialect: Dialect) => string
    readonly values: (variables: Variables) => unknown[]
  }
}
