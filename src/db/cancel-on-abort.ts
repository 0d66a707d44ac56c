import pg from 'pg'
import { breaksConnection } from './retryable.ts'

/** Nobody waits for the answer of a statement any more; PostgreSQL was told to stop working on it. */
export class ReadAborted extends Error {
  override readonly name = 'ReadAborted'
  readonly code = 'READ_ABORTED'

  constructor() {
    super('The statement was broken off: nobody waits for its answer')
  }
}

/**
 * A connection of the pool for a piece of work that is broken off when the signal aborts: it no longer waits for a free
 * connection, and what the connection runs is cancelled in PostgreSQL, so that it is free for the next one at once.
 */
export const withConnection = async <Result>(
  pool: pg.Pool,
  signal: AbortSignal | undefined,
  work: (client: pg.PoolClient) => Promise<Result>,
): Promise<Result> => {
  const client = await connectUntil(pool, signal)
  const stop = cancelOnAbort(client, signal)
  let isBroken = false
  try {
    return await work(client)
  } catch (error) {
    isBroken = breaksConnection(error)
    throw signal?.aborted ? new ReadAborted() : error
  } finally {
    await stop()
    client.release(isBroken)
  }
}

/** A free connection of the pool; whoever waits for one when the signal aborts waits no longer. */
export const connectUntil = (pool: pg.Pool, signal: AbortSignal | undefined): Promise<pg.PoolClient> => {
  if (signal === undefined) return pool.connect()
  if (signal.aborted) return Promise.reject(new ReadAborted())
  const connecting = pool.connect()
  return new Promise((resolve, reject) => {
    const onAbort = () => {
      reject(new ReadAborted())
      connecting.then(
        client => client.release(),
        () => {},
      )
    }
    signal.addEventListener('abort', onAbort, { once: true })
    connecting.then(
      client => {
        signal.removeEventListener('abort', onAbort)
        if (!signal.aborted) resolve(client)
      },
      error => {
        signal.removeEventListener('abort', onAbort)
        reject(error)
      },
    )
  })
}

/**
 * Cancels what the connection runs as soon as the signal aborts. The function it returns ends that; a cancellation that
 * is under way is waited for, because it would hit whatever the connection runs next.
 */
export const cancelOnAbort = (client: pg.ClientBase, signal: AbortSignal | undefined): (() => Promise<void>) => {
  if (signal === undefined) return async () => {}
  let cancelling: Promise<void> | undefined
  const onAbort = () => {
    cancelling = cancel(client as CancellableClient)
  }
  signal.addEventListener('abort', onAbort, { once: true })
  if (signal.aborted) onAbort()
  return async () => {
    signal.removeEventListener('abort', onAbort)
    await cancelling
  }
}

const cancelTimeoutMs = 5000

/** What the driver keeps of a connection; its types leave most of it out. */
type CancellableClient = pg.ClientBase & {
  readonly host: string
  readonly port: number
  readonly ssl?: boolean | object
  readonly processID: number | null
  readonly secretKey: number | null
}

type CancelConnection = {
  readonly stream: { destroy(): void }
  connect(portOrPath: number | string, host?: string): void
  requestSsl(): void
  cancel(processId: number, secretKey: number): void
  on(event: 'connect' | 'sslconnect' | 'end' | 'error', listener: () => void): void
}

/** PostgreSQL's own request to cancel: it needs a socket, but no login and none of the server's connections. */
const cancel = ({ host, port, ssl = false, processID, secretKey }: CancellableClient): Promise<void> =>
  new Promise(resolve => {
    if (processID === null || secretKey === null) return resolve()
    const connection = new (pg.Connection as unknown as new (config: object) => CancelConnection)({ ssl })
    const done = () => {
      clearTimeout(impatient)
      resolve()
    }
    const impatient = setTimeout(() => {
      connection.stream.destroy()
      done()
    }, cancelTimeoutMs)
    const send = () => connection.cancel(processID, secretKey)
    connection.on('connect', () => (ssl ? connection.requestSsl() : send()))
    connection.on('sslconnect', send)
    // The server closes the connection when it has passed the request on; where it cannot be reached there is nothing to cancel.
    connection.on('end', done)
    connection.on('error', done)
    if (host.startsWith('/')) connection.connect(`${host}/.s.PGSQL.${port}`)
    else connection.connect(port, host)
  })
