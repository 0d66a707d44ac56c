import pg from 'pg'
import { cancelOnAbort, ReadAborted } from '../cancel-on-abort.ts'
import { breaksConnection } from '../retryable.ts'
import type { Prepared } from '../statement.ts'
import { type KnownStatements, StatementsOfConnections } from './known-statements.ts'
import { mergeReads } from './merge-reads.ts'
import { PreparedStatement } from './prepared.ts'
import type { Sending } from './sending.ts'
import { type BatchedStatement, bindMessage, StatementBatch } from './statement-batch.ts'
import type { Rows, WaitingRead } from './waiting-read.ts'
import { whenAllAborted } from './when-all-aborted.ts'

/** What a batch may be. */
export type BatchLimits = {
  readonly statements: number
  /** What all of it may take, as far as is known: so long the first waits for the last */
  readonly ms: number
  /** What takes less than that altogether is not worth another connection, even if there is a free one */
  readonly leastMs: number
  /** What takes longer than that is always sent alone */
  readonly quickMs: number
  /** What takes less than that is merged with its like: beside it, beginning and ending a statement is much */
  readonly mergedMs: number
  /** A batch that takes longer than that is looked after: it is cancelled when nobody waits for it any more */
  readonly unexpectedMs: number
}

const usual: BatchLimits = { statements: 16, ms: 40, leastMs: 1, quickMs: 20, mergedMs: 2, unexpectedMs: 50 }

/** Nothing waits longer for a connection; as the pool's own `connectionTimeoutMillis`. */
const patienceMs = 10_000

/**
 * Reads through a pool that share connections where there are more of them than connections: what waits when one becomes
 * free is sent in one batch, if all of it is known to be quick. Two system calls for each statement and each side were
 * more than half of the cost of a short one.
 *
 * A statement that was not prepared on the connection yet, or took long before, is sent by itself, and cancelled in
 * PostgreSQL when its signal aborts; in a batch, when nobody waits for any of it.
 */
export class BatchedReads {
  readonly #pool: pg.Pool
  readonly #limits: BatchLimits
  readonly #statements = new StatementsOfConnections()
  readonly #waiting: WaitingRead[] = []
  /** Connections that are lent, or being lent; and those of them that have something to do */
  #lent = 0
  #busy = 0
  #isOpening = false
  #giveUp: NodeJS.Timeout | undefined

  constructor(pool: pg.Pool, limits: BatchLimits = usual) {
    this.#pool = pool
    this.#limits = limits
  }

  read(statement: Prepared, signal: AbortSignal | undefined): Promise<Rows> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ statement, signal, since: performance.now(), resolve, reject })
      this.#open()
      this.#giveUp ??= setTimeout(this.#reject, patienceMs).unref()
    })
  }

  /** When all requests that have arrived were looked at: then it is known how many there are to share connections. */
  #open(): void {
    if (this.#isOpening) return
    this.#isOpening = true
    setImmediate(() => {
      this.#isOpening = false
      this.#lend()
    })
  }

  /** One connection more where something waits. Each that has taken its share sees to the next. */
  #lend(): void {
    if (this.#waiting.length === 0 || this.#lent > this.#busy || this.#lent >= this.#pool.options.max) return
    this.#lent += 1
    this.#pool.connect().then(
      client => this.#serve(client),
      error => {
        this.#lent -= 1
        this.#waiting.shift()?.reject(error)
        if (this.#waiting.length > 0) this.#open()
      },
    )
  }

  /** What has waited for a connection for too long: whoever asked is told so rather than kept waiting. */
  readonly #reject = (): void => {
    const late = performance.now() - patienceMs
    while (this.#waiting[0] && this.#waiting[0].since <= late) {
      this.#waiting.shift()?.reject(new Error('timeout exceeded when trying to connect'))
    }
    const [oldest] = this.#waiting
    this.#giveUp = oldest && setTimeout(this.#reject, oldest.since - late).unref()
  }

  /** Until nothing waits any more. */
  async #serve(client: pg.PoolClient): Promise<void> {
    const known = this.#statements.on(client)
    let isBroken = false
    this.#busy += 1
    while (!isBroken) {
      const batch = this.#take(known)
      this.#lend()
      if (batch.length === 0) break
      isBroken = await this.#send(client, known, batch)
    }
    this.#busy -= 1
    this.#lent -= 1
    client.release(isBroken)
    if (this.#waiting.length > 0) this.#open()
  }

  /** What is sent next: the first that waits, and those after it that may go with it. */
  #take(known: KnownStatements): WaitingRead[] {
    const share = Math.ceil(this.#waiting.length / (this.#pool.options.max - this.#busy + 1))
    const { statements, ms: mostMs, leastMs, quickMs } = this.#limits
    const batch: WaitingRead[] = []
    let ms = 0
    while (batch.length < statements && (batch.length < share || ms < leastMs)) {
      const next = this.#waiting[0]
      if (next === undefined) break
      const expected = expectedMs(known, next.statement)
      if (batch.length > 0 && (expected > quickMs || ms + expected > mostMs)) break
      this.#waiting.shift()
      if (next.signal?.aborted) next.reject(new ReadAborted())
      else {
        batch.push(next)
        ms += expected
        if (expected > quickMs) break
      }
    }
    return batch
  }

  /** Whether the connection is of no more use. */
  async #send(client: pg.PoolClient, known: KnownStatements, reads: WaitingRead[]): Promise<boolean> {
    const sendings = mergeReads(reads, known, this.#limits.mergedMs)
    const fresh = sendings.find(({ statement }) => known.get(statement.name) === undefined)
    if (fresh === undefined) {
      const bound = sendings.flatMap(sending => tryToBind(sending, known))
      return bound.length > 0 && this.#sendKnown(client, bound)
    }
    // New to the connection, and therefore alone.
    this.#waiting.unshift(...sendings.flatMap(sending => (sending === fresh ? [] : sending.reads)))
    return this.#sendNew(client, known, fresh)
  }

  /** A statement that is new to the connection; where it has a name, it is not from then on. */
  async #sendNew(client: pg.PoolClient, known: KnownStatements, sending: Sending): Promise<boolean> {
    const { statement, reads } = sending
    const signal = whenAllAborted(reads.map(({ signal }) => signal))
    const stop = cancelOnAbort(client, signal)
    try {
      const { rows, fields } = await client.query(statement)
      if (statement.name !== undefined) known.set(statement.name, new PreparedStatement(fields))
      for (const row of rows) sending.row(row)
      sending.end()
      return false
    } catch (error) {
      if (statement.name !== undefined && isRefusal(error)) known.refuse(statement.name)
      this.#waiting.unshift(...sending.fail(signal?.aborted ? new ReadAborted() : error))
      return breaksConnection(error)
    } finally {
      await stop()
    }
  }

  async #sendKnown(client: pg.PoolClient, batch: BatchedStatement[]): Promise<boolean> {
    const sent = performance.now()
    let stop = async () => {}
    const signals = batch.flatMap(({ sending }) => sending.reads.map(({ signal }) => signal))
    const watch = setTimeout(() => {
      stop = cancelOnAbort(client, whenAllAborted(signals))
    }, this.#limits.unexpectedMs)
    const { answered, error } = await client.query(new StatementBatch(batch)).outcome
    clearTimeout(watch)
    await stop()
    noteTime(batch.slice(0, answered), performance.now() - sent)
    if (error === null) return false
    const isBroken = breaksConnection(error)
    const [failed, ...rest] = batch.slice(answered).map(({ sending }) => sending)
    const isTold = isBroken && !(error instanceof pg.DatabaseError)
    const again = rest.flatMap(sending => (isTold ? sending.fail(error) : sending.reads))
    const isAborted = failed?.reads.every(({ signal }) => signal?.aborted)
    this.#waiting.unshift(...(failed?.fail(isAborted ? new ReadAborted() : error) ?? []), ...again)
    return isBroken
  }
}

/** With its values as PostgreSQL reads them; nothing where the driver cannot send one, which its read is told. */
const tryToBind = (sending: Sending, known: KnownStatements): BatchedStatement[] => {
  const { name, values } = sending.statement
  const prepared = known.get(name)
  if (name === undefined || prepared === undefined) return []
  try {
    return [{ sending, prepared, message: bindMessage(name, values) }]
  } catch (error) {
    sending.fail(error)
    return []
  }
}

/** Each read of a batch is taken to have had an equal share of its time. */
const noteTime = (answered: readonly BatchedStatement[], ms: number): void => {
  const reads = answered.reduce((sum, { sending }) => sum + sending.reads.length, 0)
  for (const { prepared } of answered) prepared.took(ms / reads)
}

/** Unknown, and so by itself, where the connection has not answered the statement before. */
const expectedMs = (known: KnownStatements, { name }: Prepared): number =>
  known.get(name)?.expectedMs ?? Number.POSITIVE_INFINITY

/** Syntax error or access rule violation (PostgreSQL, Error Codes, class 42). */
const isRefusal = (error: unknown): boolean =>
  error instanceof pg.DatabaseError && error.code?.startsWith('42') === true
