import { createHash } from 'node:crypto'
import {
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type RawBuilder,
} from 'kysely'
import { InvalidInput } from '../domain/invalid-input.ts'
import type { Queryable } from './pool.ts'

/** A piece of SQL with its parameters. */
export type Sql = RawBuilder<unknown>

/** Runs a statement and returns its rows. The one way in which the API reads, so that what every read needs is set here. */
export type Read = <Row>(statement: Sql) => Promise<Row[]>

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
export const compileStatement = (statement: Sql): { text: string; values: unknown[] } => {
  const { sql: text, parameters } = statement.compile(compiler)
  return { text, values: [...parameters] }
}

/** Reads through a pool or a connection of it. Statements are prepared under a name made from their text. */
export const createRead =
  (queryable: Queryable): Read =>
  async <Row>(statement: Sql) => {
    const { text, values } = compileStatement(statement)
    const name = nameOf(text)
    try {
      const { rows } = await queryable.query({ text, values, ...(name && { name }) })
      return rows as Row[]
    } catch (error) {
      throw isUnstorableText(error) ? new InvalidInput('A text contains a NUL character; no text of AWS does') : error
    }
  }

// Every name is a prepared statement on every connection: filters can be combined without end, names must not be.
const mostNames = 1000
const names = new Map<string, string>()

const nameOf = (text: string): string | undefined => {
  const known = names.get(text)
  if (known !== undefined || names.size >= mostNames) return known
  const name = createHash('sha256').update(text).digest('base64url').slice(0, 32)
  names.set(text, name)
  return name
}

/** SQLSTATE 22021: PostgreSQL's text holds every character but NUL. */
const isUnstorableText = (error: unknown): boolean => (error as { code?: unknown }).code === '22021'
