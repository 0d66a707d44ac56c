import pg from 'pg'
import { cancelOnAbort, ReadAborted } from '../cancel-on-abort.ts'
import { isConnectionLost } from '../retryable.ts'
import type { Prepared } from '../statement.ts'
import { PreparedOnConnections, PreparedStatement } from './prepared.ts'
import { type BatchedStatement, bindMessage, StatementBatch } from './statement-batch.ts'
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
  /** A batch that takes longer than that is looked after: it is cancelled when nobody waits for it any more */
  readonly unexpectedMs: number
}

const usual: BatchLimits = { statements: 16, ms: 40, leastMs: 1, quickMs: 20, unexpectedMs: 50 }

/** Nothing waits longer for a connection; as the pool's own `connectionTimeoutMillis`. */
const patienceMs = 10_000

type Rows = Record<string, unknown>[]

type Waiting = {
  readonly statement: Prepared
  readonly signal: AbortSignal | undefined
  readonly since: number
  readonly resolve: (rows: Rows) => void
  readonly reject: (error: unknown) => void
}

/** Ready to be sent. */
type Bound = Waiting & BatchedStatement

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
  readonly #prepared = new PreparedOnConnections()
  readonly #waiting: Waiting[] = []
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
    const prepared = this.#prepared.on(client)
    let isBroken = false
    this.#busy += 1
    while (!isBroken) {
      const batch = this.#take(prepared)
      this.#lend()
      if (batch.length === 0) break
      isBroken = await this.#send(client, prepared, batch)
    }
    this.#busy -= 1
    this.#lent -= 1
    client.release(isBroken)
    if (this.#waiting.length > 0) this.#open()
  }

  /** What is sent next: the first that waits, and those after it that may go with it. */
  #take(prepared: ReadonlyMap<string, PreparedStatement>): Waiting[] {
    const share = Math.ceil(this.#waiting.length / (this.#pool.options.max - this.#busy + 1))
    const { statements, ms: mostMs, leastMs, quickMs } = this.#limits
    const batch: Waiting[] = []
    let ms = 0
    while (batch.length < statements && (batch.length < share || ms < leastMs)) {
      const next = this.#waiting[0]
      if (next === undefined) break
      const expected = expectedMs(prepared, next.statement)
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
  async #send(client: pg.PoolClient, prepared: Map<string, PreparedStatement>, batch: Waiting[]): Promise<boolean> {
    const bound: Bound[] = []
    for (const waiting of batch) {
      const { name } = waiting.statement
      const known = name === undefined ? undefined : prepared.get(name)
      // New to the connection, and therefore alone.
      if (name === undefined || known === undefined) return sendNew(client, prepared, waiting)
      try {
        bound.push({ ...waiting, prepared: known, message: bindMessage(name, waiting.statement.values) })
      } catch (error) {
        waiting.reject(error)
      }
    }
    return bound.length > 0 && this.#sendKnown(client, bound)
  }

  async #sendKnown(client: pg.PoolClient, batch: Bound[]): Promise<boolean> {
    const sent = performance.now()
    let stop = async () => {}
    const watch = setTimeout(() => {
      stop = cancelOnAbort(client, whenAllAborted(batch.map(({ signal }) => signal)))
    }, this.#limits.unexpectedMs)
    const { answered, error } = await client.query(new StatementBatch(batch)).outcome
    clearTimeout(watch)
    await stop()
    const each = (performance.now() - sent) / Math.max(1, answered)
    for (const { prepared } of batch.slice(0, answered)) prepared.took(each)
    if (error === null) return false
    const failed = batch[answered]
    failed?.reject(failed.signal?.aborted ? new ReadAborted() : error)
    const isBroken = breaks(error)
    const rest = batch.slice(answered + 1)
    if (isBroken && !(error instanceof pg.DatabaseError)) for (const { reject } of rest) reject(error)
    else this.#waiting.unshift(...rest)
    return isBroken
  }
}

/** Unknown, and so by itself, where the connection has not answered the statement before. */
const expectedMs = (prepared: ReadonlyMap<string, PreparedStatement>, { name }: Prepared): number =>
  (name === undefined ? undefined : prepared.get(name)?.expectedMs) ?? Number.POSITIVE_INFINITY

/** A statement that is new to the connection; where it has a name, it is not from then on. */
const sendNew = async (
  client: pg.PoolClient,
  prepared: Map<string, PreparedStatement>,
  { statement, signal, resolve, reject }: Waiting,
): Promise<boolean> => {
  const stop = cancelOnAbort(client, signal)
  try {
    const { rows, fields } = await client.query(statement)
    if (statement.name !== undefined) prepared.set(statement.name, new PreparedStatement(fields))
    resolve(rows)
    return false
  } catch (error) {
    reject(signal?.aborted ? new ReadAborted() : error)
    return breaks(error)
  } finally {
    await stop()
  }
}

/** An answer of the server leaves the connection as it was, unless it says that it ends it; anything else may not. */
const breaks = (error: unknown): boolean => !(error instanceof pg.DatabaseError) || isConnectionLost(error)
