import {
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type RawBuilder,
} from 'kysely'
import { InvalidInput } from '../domain/invalid-input.ts'
import { cancelOnAbort, withConnection } from './cancel-on-abort.ts'
import type { Pool, PoolClient, Queryable } from './pool.ts'
import { preparedStatements } from './prepared-statements.ts'

/** A piece of SQL with its parameters. */
export type Sql = RawBuilder<unknown>

/** A statement's text with the values of its parameters. */
export type Statement = {
  readonly text: string
  readonly values: unknown[]
  /** The text of the same for many sets of values (`mergedStatement`), where there is one */
  readonly merged?: string | undefined
}

/** Runs a statement and returns its rows. The one way in which the API reads, so that what every read needs is set here. */
export type Read = {
  /** When the signal aborts, the statement is cancelled in PostgreSQL */
  <Row>(statement: Sql | Statement, signal?: AbortSignal): Promise<Row[]>
  /**
   * Whether the viewer sees so few rows that lists of everything had better begin from those (`Concept.inSight`) than
   * from the list's order. What a viewer sees does not depend on it.
   */
  readonly isNarrow?: () => boolean
}

// Only compiles; statements are sent by `read`.
const compiler = new Kysely<never>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: db => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
})

/** The text of a statement and its parameters, in order. */
export const compileStatement = (statement: Sql | Statement): Statement => {
  if ('text' in statement) return statement
  const { sql: text, parameters } = statement.compile(compiler)
  return { text, values: [...parameters] }
}

/** Reads through a pool or a connection of it. Statements are prepared under a name made from their text. */
export const createRead =
  (queryable: Queryable): Read =>
  async <Row>(statement: Sql | Statement, signal?: AbortSignal) => {
    try {
      const { rows } = await queryUntil(queryable, signal, prepare(statement))
      return rows as Row[]
    } catch (error) {
      throw explainInput(error)
    }
  }

const queryUntil = async (queryable: Queryable, signal: AbortSignal | undefined, prepared: Prepared) => {
  if (signal === undefined) return queryable.query(prepared)
  if (isPool(queryable)) return withConnection(queryable, signal, client => client.query(prepared))
  const stop = cancelOnAbort(queryable as PoolClient, signal)
  return queryable.query(prepared).finally(stop)
}

const isPool = (queryable: Queryable): queryable is Pool => 'totalCount' in queryable

/** The same way of reading, for a request: what it reads is cancelled when the signal aborts. */
export const readUntil = (read: Read, signal: AbortSignal | undefined): Read =>
  signal === undefined
    ? read
    : Object.assign(
        <Row>(statement: Sql | Statement) => read<Row>(statement, signal),
        read.isNarrow && { isNarrow: read.isNarrow },
      )

/** A statement as the driver wants it. */
export type Prepared = { text: string; values: unknown[]; name?: string; merged?: string }

/** A statement, prepared under a name made from its text. */
export const prepare = (statement: Sql | Statement): Prepared => {
  const { text, values, merged } = compileStatement(statement)
  const name = preparedStatements.nameOf(text)
  return { text, values, ...(name && { name }), ...(merged && { merged }) }
}

/** What of an error is the client's mistake, as such. */
export const explainInput = (error: unknown): unknown => {
  const explanation = explanations[String((error as { code?: unknown }).code)]
  return explanation === undefined ? error : new InvalidInput(explanation)
}

/** By SQLSTATE: what no value of ours can cause. */
const explanations: Readonly<Record<string, string>> = {
  '22008': 'A date is beyond what a date can be',
  '22009': 'The offset of a date is beyond what an offset can be',
  // PostgreSQL's text holds every character but NUL.
  '22021': 'A text contains a NUL character; no text of AWS does',
}
