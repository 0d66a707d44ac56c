import pg from 'pg'
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
  /** Hears of idle connections that broke. The pool has replaced them already; without a listener Node would exit */
  readonly onError?: (error: Error) => void
}

/** A pool of connections. It opens the first one when it is needed, and new ones after the server was away. */
export const createPool = (config: PoolConfig, { applicationName, onError }: PoolOptions): pg.Pool => {
  const pool = new pg.Pool({
    connectionString: config.url,
    max: config.poolSize,
    application_name: applicationName,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 60_000,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    types: valueTypes,
    ...(config.statementTimeoutSeconds && { statement_timeout: config.statementTimeoutSeconds * 1000 }),
  })
  pool.on('error', error => onError?.(error))
  // A connection that breaks while it is lent out says so itself; whoever uses it learns it from its next statement.
  pool.on('connect', client => client.on('error', () => {}))
  return pool
}
