import type { Dialect } from '../queries/dialect.ts'
import type { Query, Variables } from '../queries/query.ts'

/** By query: one statement, its values for each set of variables, and what stands around the JSON it returns. */
export type LimitStatement = {
  readonly text: string
  readonly values: readonly unknown[][]
  /** Which column of the first row is the JSON */
  readonly column: number
  readonly before: string
  readonly after: string
  /** Whether this API sent it, or it was written here because this API needs several statements */
  readonly origin: 'recorded' | 'written'
}

export type LimitStatements = Readonly<Record<string, LimitStatement>>

/** The statement of a query as it is written here. */
export const writtenStatement = (query: Query, dialect: Dialect, variables: readonly Variables[]): LimitStatement => ({
  text: query.limit.statement(dialect),
  values: variables.map(query.limit.values),
  column: 0,
  before: `{"data":{"${query.limit.field}":`,
  after: '}}\n',
  origin: 'written',
})
