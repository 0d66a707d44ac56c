import type pg from 'pg'
import { waitForServer } from './connect.ts'
import { describeUrl } from './describe-url.ts'
import { type LogLevel, startEmbeddedServer } from './embedded/embedded-server.ts'
import { migrate } from './migrate.ts'
import { createPool } from './pool.ts'

/** Of the primary's pool: one listens for jobs as long as a worker runs, one holds the sync's lock while it syncs. */
const heldConnections = 2

/** The part of the configuration that this needs; `Config['database']` fits. */
export type DatabaseSettings = {
  readonly url: string | null
  readonly replicaUrl: string | null
  readonly poolSize: number
  readonly statementTimeoutSeconds: number
  readonly waitSeconds: number
  readonly dataDir: string
}

export type OpenOptions = {
  /** Shown in pg_stat_activity */
  readonly applicationName: string
  readonly onLog?: (level: LogLevel, message: string) => void
  /** Bring the schema up to date first; default true */
  readonly migrate?: boolean
  readonly signal?: AbortSignal
}

/** An open database, embedded or external: nothing else needs to know which. */
export type Database = {
  /** The primary's connection string, password included */
  readonly url: string
  /** `embedded` where this process runs the server */
  readonly kind: 'embedded' | 'external'
  /** For reads and writes; statements may take as long as they take */
  readonly pool: pg.Pool
  /** For the API's reads: the replica where there is one, with the statement timeout */
  readonly readPool: pg.Pool
  readonly close: () => Promise<void>
}

/**
 * Starts the embedded server or waits for the external one, migrates, and opens the pools. From then on a server that
 * goes away and comes back needs no restart of ours. Throws a `DatabaseError` that says what to do.
 */
export const openDatabase = async (settings: DatabaseSettings, options: OpenOptions): Promise<Database> => {
  const { applicationName, onLog = () => {}, signal } = options
  const closers: (() => Promise<void>)[] = []
  let closing = false
  const close = async () => {
    closing = true
    for (let closer = closers.pop(); closer; closer = closers.pop()) await closer()
  }
  try {
    const url = settings.url ?? (await embedded())
    const pool = await open(url, 0, settings.poolSize + heldConnections)
    if (options.migrate !== false) await migrate({ url, onProgress: message => onLog('info', message) })
    const readPool = await open(settings.replicaUrl ?? url, settings.statementTimeoutSeconds, settings.poolSize)
    return { url, kind: settings.url === null ? 'embedded' : 'external', pool, readPool, close }
  } catch (error) {
    await close()
    throw error
  }

  async function embedded() {
    const server = await startEmbeddedServer({ dataDir: settings.dataDir, onLog })
    closers.push(server.close)
    return server.url
  }

  async function open(url: string, statementTimeoutSeconds: number, poolSize: number) {
    const server = describeUrl(url)
    const onError = (error: Error) => {
      if (!closing) onLog('warn', `Lost a connection to PostgreSQL at ${server}: ${error.message}`)
    }
    const pool = createPool({ url, poolSize, statementTimeoutSeconds }, { applicationName, onError })
    closers.push(() => pool.end())
    const onRetry = (message: string) => onLog('warn', message)
    await waitForServer(pool, { server, waitSeconds: settings.waitSeconds, onRetry, ...(signal && { signal }) })
    return pool
  }
}
