import type pg from 'pg'
import { serialize } from 'pg-protocol'
import { prepareValue } from '../prepare-value.ts'
import type { PreparedStatement } from './prepared.ts'
import type { Sending } from './sending.ts'

/** A statement that its connection has prepared, with the values of its parameters. */
export type BatchedStatement = {
  /** Hears of its rows as soon as they are there, whatever becomes of the statements after it */
  readonly sending: Sending
  readonly prepared: PreparedStatement
  /** Its name and values as PostgreSQL reads them (`bindMessage`) */
  readonly message: Buffer
}

/** How a batch ended: how many of its statements have an answer, and the error that ended it before its time. */
export type BatchOutcome = { readonly answered: number; readonly error: Error | null }

/** Throws where a value is none that the driver can send. */
export const bindMessage = (statement: string, values: unknown[]): Buffer =>
  serialize.bind({ statement, values, valueMapper: prepareValue })

const execute = serialize.execute()
const sync = serialize.sync()

type Message = { readonly fields: (string | null)[] }

type WritableConnection = { readonly stream: { write(bytes: Buffer): void } }

/**
 * Statements that go to PostgreSQL in one message and are answered in one, in their order, as one implicit transaction: a
 * round trip, and a wake-up of each side, for all of them. A statement that fails ends the batch: those after it were not
 * run (PostgreSQL, Message Flow, Pipelining).
 *
 * The driver's interface for queries of one's own, as its cursors use it (`Submittable`).
 */
export class StatementBatch implements pg.Submittable {
  readonly statements: readonly BatchedStatement[]
  readonly #settle: (outcome: BatchOutcome) => void
  readonly outcome: Promise<BatchOutcome>
  #answered = 0

  constructor(statements: readonly BatchedStatement[]) {
    const { promise, resolve } = Promise.withResolvers<BatchOutcome>()
    this.statements = statements
    this.outcome = promise
    this.#settle = resolve
  }

  submit(connection: unknown): void {
    const messages = this.statements.flatMap(({ message }) => [message, execute])
    // In one piece: the driver would hand the system each message by itself.
    ;(connection as WritableConnection).stream.write(Buffer.concat([...messages, sync]))
  }

  handleDataRow({ fields }: Message): void {
    const { sending, prepared } = this.#current
    sending.row(prepared.row(fields))
  }

  handleCommandComplete(): void {
    const { sending } = this.#current
    this.#answered += 1
    sending.end()
  }

  handleReadyForQuery(): void {
    this.#settle({ answered: this.#answered, error: null })
  }

  /** The server's, or that of a connection which broke. */
  handleError(error: Error): void {
    this.#settle({ answered: this.#answered, error })
  }

  get #current(): BatchedStatement {
    const statement = this.statements[this.#answered]
    if (statement === undefined) throw new Error('PostgreSQL answered more statements than it was sent')
    return statement
  }
}
