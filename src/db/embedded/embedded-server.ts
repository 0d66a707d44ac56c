import { mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import pg from 'pg'
import { backOffDelay } from '../back-off.ts'
import { DatabaseError } from '../database-error.ts'
import { findBinaries } from './binaries.ts'
import { ensureCluster, superuser } from './cluster.ts'
import { explainFailure, explainFileError, PortTakenError } from './explain-failure.ts'
import { postmasterStatus, removeStaleLock } from './postmaster-status.ts'
import { launchServer, type ServerProcess } from './server-process.ts'
import { type ServerSettings, serverSettings, withOtherPort } from './server-settings.ts'
import { findServerUser } from './server-user.ts'

export type LogLevel = 'debug' | 'info' | 'warn' | 'error'

export type EmbeddedOptions = {
  /** Holds the data, the port and the password; made when it is missing */
  readonly dataDir: string
  readonly onLog?: (level: LogLevel, message: string) => void
  /** `false` gives up safety against power failures for speed: for tests */
  readonly durable?: boolean
}

export type EmbeddedServer = {
  /** Connection string, password included */
  readonly url: string
  /** Stops the server; its data stay */
  readonly close: () => Promise<void>
}

const database = 'amigraph'
const restartDelay = { first: 200, most: 10_000 }
const stableAfter = 60_000

/**
 * Runs PostgreSQL on the data in `dataDir`, reachable from this machine only. When it dies it is started again, on the
 * same port, so that pools recover by themselves. Throws a `DatabaseError` that says what to do.
 */
export const startEmbeddedServer = async (options: EmbeddedOptions): Promise<EmbeddedServer> => {
  const { dataDir, onLog = () => {}, durable = true } = options
  const cluster = join(dataDir, 'postgres')
  const binaries = findBinaries()
  const { settings, user } = await prepare().catch(error => {
    throw explainFileError(error, dataDir)
  })
  const launch = (port: number) => launchServer({ cluster, binaries, user, port, durable, onLine: logLine(onLog) })
  let running = await start(settings)
  let closing = false
  const waiting = new AbortController()
  const supervised = supervise()
  return { url: running.url, close }

  async function prepare() {
    // Others may pass through it to what is theirs, and see nothing of it.
    await mkdir(dataDir, { recursive: true, mode: 0o711 })
    const user = findServerUser(cluster, [dirname(binaries.postgres), dataDir])
    const settings = await serverSettings(dataDir)
    await ensureCluster({ dataDir, cluster, binaries, user, password: settings.password, durable })
    return { settings, user }
  }

  async function start(first: ServerSettings) {
    const since = performance.now()
    for (let current = first, attempt = 0; ; attempt++) {
      try {
        return await open(current)
      } catch (error) {
        current = await afterFailure(error, current, attempt, since)
      }
    }
  }

  async function open({ port, password }: ServerSettings) {
    const server = await launch(port)
    const url = `postgres://${superuser}:${password}@127.0.0.1:${port}/${database}`
    try {
      await ensureDatabase(url)
    } catch (error) {
      await server.stop()
      throw explainFailure(`${(error as Error).message}\n${await server.ended}`, dataDir)
    }
    return { server, url, port }
  }

  /** The settings for the next attempt, where there is anything to hope for. */
  async function afterFailure(error: unknown, current: ServerSettings, attempt: number, since: number) {
    if (error instanceof PortTakenError && attempt < 10) {
      onLog('info', `Port ${current.port} of the embedded PostgreSQL is taken by another program; taking another`)
      return await withOtherPort(dataDir, current)
    }
    if (!(error instanceof DatabaseError) || error.code !== 'DATA_FOLDER_IN_USE') throw error
    if (await removeStaleLock(cluster)) onLog('info', 'Removed the lock that a killed PostgreSQL left behind')
    else if (await isStopping(since)) await delay(100)
    else throw error
    return current
  }

  /** A server whose amigraph was just killed is still saving: worth a moment, unlike one that goes on running. */
  async function isStopping(since: number): Promise<boolean> {
    const patience = (await postmasterStatus(cluster)) === 'ready' ? 2000 : 60_000
    return performance.now() - since < patience
  }

  async function supervise() {
    for (let failures = 0; !closing; ) {
      const startedAt = performance.now()
      const output = await running.server.ended
      if (closing) return
      const last = output.split('\n').at(-1)?.trim()
      onLog('error', `The embedded PostgreSQL stopped unexpectedly${last ? ` (${last})` : ''}; starting it again`)
      if (performance.now() - startedAt > stableAfter) failures = 0
      failures = await restart(failures)
    }
  }

  async function restart(previousFailures: number): Promise<number> {
    for (let failures = previousFailures; !closing; failures++) {
      await delay(backOffDelay(failures, restartDelay), undefined, { signal: waiting.signal }).catch(() => {})
      if (closing) break
      try {
        const server: ServerProcess = await launch(running.port)
        running = { ...running, server }
        onLog('info', 'The embedded PostgreSQL runs again')
        return failures + 1
      } catch (error) {
        onLog('error', `${(error as Error).message} Trying again.`)
      }
    }
    return 0
  }

  async function close() {
    closing = true
    waiting.abort()
    await running.server.stop()
    await supervised
    // A restart that was under way has replaced the process that was just stopped.
    await running.server.stop()
  }
}

const ensureDatabase = async (url: string): Promise<void> => {
  const admin = new URL(url)
  admin.pathname = '/postgres'
  const client = new pg.Client({ connectionString: admin.href })
  client.on('error', () => {})
  await client.connect()
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [database])
    if (rowCount === 0) await client.query(`create database ${database}`)
  } finally {
    await client.end()
  }
}

const levels: Readonly<Record<string, LogLevel>> = { WARNING: 'warn', PANIC: 'error' }

/** PostgreSQL's own log. Its ERRORs and FATALs are one connection's, and whoever has that reports them. */
const logLine = (onLog: (level: LogLevel, message: string) => void) => (line: string) => {
  const [, severity = '', message = line] = /^([A-Z]+): {2}(.*)$/.exec(line) ?? []
  onLog(levels[severity] ?? 'debug', `PostgreSQL: ${message}`)
}
