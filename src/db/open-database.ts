import type pg from 'pg'
import { waitForServer } from './connect.ts'
import { describeUrl } from './describe-url.ts'
import { type LogLevel, startEmbeddedServer } from './embedded/embedded-server.ts'
import { migrate } from './migrate.ts'
import { createPool } from './pool.ts'
import { limitedViewer, organizationViewer, type ViewerPools } from './viewer-pools.ts'

/** Of the primary's pool: one listens for jobs as long as a worker runs, one holds the sync's lock while it syncs. */
const heldConnections = 2

/** Each pool of `streams`; more exports than that are not begun at once. */
const streamPoolSize = 2

type SessionOptions = { readonly role?: string; readonly pipeline?: boolean }

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
  /** For the API's reads: the replica where there is one, with the statement timeout. A pool for each kind of viewer */
  readonly viewers: ViewerPools
  /** For reads that take long, so that they never keep the others waiting; cursors work on their connections */
  readonly streams: ViewerPools
  /** The same as `viewers` on the primary, for what only it can tell */
  readonly primaryViewers: ViewerPools
  /** That of organization-wide viewers in `viewers` */
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
    const primaryViewers = await openViewers(url)
    const viewers = settings.replicaUrl === null ? primaryViewers : await openViewers(settings.replicaUrl)
    const streams = openStreams(settings.replicaUrl ?? url)
    const kind = settings.url === null ? 'embedded' : 'external'
    return { url, kind, pool, viewers, streams, primaryViewers, readPool: viewers.organization, close }
  } catch (error) {
    await close()
    throw error
  }

  async function embedded() {
    const server = await startEmbeddedServer({ dataDir: settings.dataDir, onLog })
    closers.push(server.close)
    return server.url
  }

  async function openViewers(url: string): Promise<ViewerPools> {
    const openFor = (more: SessionOptions) => open(url, settings.statementTimeoutSeconds, settings.poolSize, more)
    return {
      organization: await openFor({ role: organizationViewer }),
      limited: await openFor({ role: limitedViewer, pipeline: true }),
    }
  }

  /** Without pipelines, which cursors can't share. Their server was waited for already. */
  function openStreams(url: string): ViewerPools {
    const openFor = (role: string) => create(url, settings.statementTimeoutSeconds, streamPoolSize, { role })
    return { organization: openFor(organizationViewer), limited: openFor(limitedViewer) }
  }

  async function open(url: string, statementTimeoutSeconds: number, poolSize: number, more: SessionOptions = {}) {
    const pool = create(url, statementTimeoutSeconds, poolSize, more)
    const onRetry = (message: string) => onLog('warn', message)
    const server = describeUrl(url)
    await waitForServer(pool, { server, waitSeconds: settings.waitSeconds, onRetry, ...(signal && { signal }) })
    return pool
  }

  /** Opens no connection before one is needed. */
  function create(url: string, statementTimeoutSeconds: number, poolSize: number, more: SessionOptions) {
    const server = describeUrl(url)
    const onError = (error: Error) => {
      if (!closing) onLog('warn', `Lost a connection to PostgreSQL at ${server}: ${error.message}`)
    }
    const pool = createPool({ url, poolSize, statementTimeoutSeconds }, { applicationName, onError, ...more })
    closers.push(() => pool.end())
    return pool
  }
}
