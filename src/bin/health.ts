/**
 * For a container's health check; the exit code tells. Without an argument: whether the API on this machine answers.
 * With `database`: whether the database can be reached with this container's settings, which is all a worker needs to
 * begin its next job.
 */
import type { Config } from '../config/config.ts'
import { loadConfig } from '../config/load-config.ts'
import { createPool } from '../db/pool.ts'

const timeoutMs = 4000

async function answers({ server }: Config): Promise<boolean> {
  const host = ['0.0.0.0', '::'].includes(server.host) ? '127.0.0.1' : server.host
  const url = `http://${host.includes(':') ? `[${host}]` : host}:${server.port}/healthz`
  return (await fetch(url, { signal: AbortSignal.timeout(timeoutMs) })).ok
}

async function reachesDatabase({ database }: Config): Promise<boolean> {
  // The embedded server belongs to the process that started it; while that runs, it watches over it.
  if (database.url === null) return true
  const pool = createPool(
    { url: database.url, poolSize: 1, statementTimeoutSeconds: timeoutMs / 1000 },
    { applicationName: 'amigraph health' },
  )
  try {
    return (await pool.query('select')).rowCount === 1
  } finally {
    await pool.end()
  }
}

const check = process.argv[2] === 'database' ? reachesDatabase : answers
process.exitCode = (await check(loadConfig()).catch(() => false)) ? 0 : 1
