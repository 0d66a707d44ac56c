import type { QueryResult } from 'pg'
import type { Place } from '../../domain/source.ts'
import type { Pool, PoolClient } from '../pool.ts'
import { placeLock, workerLock } from './locks.ts'

export type HeldPlace = {
  /** Aborts where the place is no longer held: the connection that held it broke */
  readonly signal: AbortSignal
  release(): Promise<void>
}

/** The places that a worker holds, all on one connection: they end with it, so a process that dies holds nothing. */
export type PlaceHolder = {
  /** null where somebody holds it already */
  take(place: Place): Promise<HeldPlace | null>
  /** Those that live here */
  readonly workerNames: ReadonlySet<string>
  /** Says under the worker's own name that it lives, until it is `gone` or the process ends */
  live(workerName: string): Promise<void>
  gone(workerName: string): Promise<void>
  /** Says so again where the connection broke, rather than with the next place that is taken */
  confirm(): Promise<void>
  close(): void
}

/** How soon the server notices that a machine is gone without having closed its connections: within a minute. */
const keepAlive = { tcp_keepalives_idle: '20', tcp_keepalives_interval: '10', tcp_keepalives_count: '3' }

/** The connection that all places are held on, from when it is asked for until it ends. */
type Session = {
  /** Rejects where it could not be opened; then it is no longer lent out */
  client: Promise<PoolClient>
  end(): void
}

export function createPlaceHolder(pool: Pool): PlaceHolder {
  const held = new Map<string, AbortController>()
  const workerNames = new Set<string>()
  let session: Session | null = null

  const begin = (): Session => {
    let ended = false
    const end = (): void => {
      if (ended) return
      ended = true
      begun.client.then(client => client.release(true)).catch(() => {})
      // Another may have begun already, and holds what was taken since.
      if (session !== begun) return
      session = null
      for (const controller of held.values()) controller.abort()
      held.clear()
    }
    const begun = { client: connect(pool, workerNames, end), end }
    begun.client.catch(end)
    return begun
  }

  let last: Promise<unknown> = Promise.resolve()
  /** One statement after the other: the connection takes one at a time. */
  const ask = (text: string, values: unknown[]): Promise<QueryResult> => {
    session ??= begin()
    const { client } = session
    const asked = last.then(async () => (await client).query(text, values))
    last = asked.catch(() => {})
    return asked
  }

  return {
    workerNames,
    async take({ accountId, region }) {
      const key = `${accountId}/${region}`
      // A session may take its own locks again and again: who holds what in this process is known here only.
      if (held.has(key)) return null
      const controller = new AbortController()
      held.set(key, controller)
      try {
        const { rows } = await ask(`select pg_try_advisory_lock($1, hashtext($2)) as taken`, [placeLock, key])
        if (rows[0]?.taken !== true || controller.signal.aborted) {
          forget(held, key, controller)
          return null
        }
      } catch (error) {
        forget(held, key, controller)
        throw error
      }
      return {
        signal: controller.signal,
        async release() {
          if (controller.signal.aborted) return
          // Forgotten only after: nobody here may take what is just being given back.
          await ask(`select pg_advisory_unlock($1, hashtext($2))`, [placeLock, key]).catch(() => {})
          forget(held, key, controller)
        },
      }
    },
    async live(workerName) {
      workerNames.add(workerName)
      await ask(lockWorker, [workerLock, workerName])
    },
    async gone(workerName) {
      workerNames.delete(workerName)
      // A session that was just being opened took it twice, and gives it back as often.
      let isHeld = session !== null
      while (isHeld) isHeld = (await ask(unlockWorker, [workerLock, workerName])).rows[0]?.was_held === true
    },
    async confirm() {
      if (workerNames.size > 0) await ask('select', [])
    },
    close() {
      session?.end()
    },
  }
}

/** A connection that says when it ends. */
async function connect(pool: Pool, workerNames: Iterable<string>, onEnd: () => void): Promise<PoolClient> {
  const client = await pool.connect()
  client.once('error', onEnd).once('end', onEnd)
  try {
    for (const [name, value] of Object.entries(keepAlive))
      await client.query(`select set_config($1, $2, false)`, [name, value])
    for (const name of workerNames) await client.query(lockWorker, [workerLock, name])
    return client
  } catch (error) {
    client.release(true)
    throw error
  }
}

const lockWorker = `select pg_try_advisory_lock($1, hashtext($2))`
const unlockWorker = `select pg_advisory_unlock($1, hashtext($2)) as was_held`

function forget(held: Map<string, AbortController>, key: string, controller: AbortController): void {
  if (held.get(key) === controller) held.delete(key)
}
