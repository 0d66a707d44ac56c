import pg from 'pg'
import { preparedStatements } from './prepared-statements.ts'
import { valueTypes } from './value-types.ts'

export type { Pool, PoolClient, QueryResultRow } from 'pg'

/** Where a statement can be sent: a pool, or one connection of it (inside a transaction). */
export type Queryable = Pick<pg.Pool | pg.PoolClient, 'query'>

/** What a pool needs to know. `Config['database']` has it, but for the URL where the embedded server is used. */
export type PoolConfig = {
  readonly url: string
  readonly poolSize: number
  /** 0 or absent: statements are never cancelled */
  readonly statementTimeoutSeconds?: number
}

export type PoolOptions = {
  /** Shown in pg_stat_activity: says which process a connection belongs to */
  readonly applicationName: string
  /** The role that its sessions start under, instead of the user's own. It may be left: for reads of our own statements */
  readonly role?: string
  /** Statements of one connection are sent without waiting for the answers to those before */
  readonly pipeline?: boolean
  /** Hears of idle connections that broke. The pool has replaced them already; without a listener Node would exit */
  readonly onError?: (error: Error) => void
}

/** A pool of connections. It opens the first one when it is needed, and new ones after the server was away. */
export const createPool = (config: PoolConfig, options: PoolOptions): pg.Pool => {
  const { applicationName, role, pipeline = false, onError } = options
  const settings: pg.PoolConfig & { pipeline: boolean } = {
    pipeline,
    ...startedUnder(role, config.url),
    max: config.poolSize,
    application_name: applicationName,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 60_000,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    types: valueTypes,
    ...(config.statementTimeoutSeconds && { statement_timeout: config.statementTimeoutSeconds * 1000 }),
  }
  const pool = new pg.Pool(settings)
  pool.on('error', error => onError?.(error))
  // A connection that breaks while it is lent out says so itself; whoever uses it learns it from its next statement.
  pool.on('connect', client => client.on('error', () => {}))
  pool.on('release', (_error, client) => {
    if (preparedStatements.isFull(client)) void client.end()
  })
  return pool
}

/** Options in the connection string would replace ours, and the session would run as the user itself. */
const startedUnder = (role: string | undefined, connectionString: string) => {
  if (role === undefined) return { connectionString }
  const url = new URL(connectionString)
  const options = `${url.searchParams.get('options') ?? ''} -c role=${role}`.trim()
  url.searchParams.delete('options')
  return { connectionString: url.href, options }
}
