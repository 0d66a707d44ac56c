import { setTimeout as delay } from 'node:timers/promises'
import type pg from 'pg'
import { backOffDelay } from './back-off.ts'
import { DatabaseError } from './database-error.ts'
import { isConnectionLost, isRetryable } from './retryable.ts'

/** The oldest PostgreSQL that the migrations and statements are written for. */
export const oldestServer = 150_000

export type WaitOptions = {
  /** What the server is called in messages (`describeUrl`) */
  readonly server: string
  /** After that long `UNREACHABLE` is thrown */
  readonly waitSeconds: number
  /** Hears of each failed attempt, with the seconds until the next */
  readonly onRetry?: (message: string, error: unknown) => void
  readonly signal?: AbortSignal
}

const retryDelay = { first: 250, most: 10_000 }

/**
 * Returns once the server answers, waiting for one that is away or still starting. Throws a `DatabaseError` when it
 * stays away, refuses us, or is older than PostgreSQL 15.
 */
export const waitForServer = async (pool: pg.Pool, options: WaitOptions): Promise<void> => {
  const deadline = performance.now() + options.waitSeconds * 1000
  for (let attempt = 0; ; attempt++) {
    try {
      return await checkVersion(pool, options.server)
    } catch (error) {
      if (error instanceof DatabaseError) throw error
      if (!isRetryable(error) && !isRoleMissing(error)) throw refusal(error, options.server)
      const left = deadline - performance.now()
      if (left <= 0) throw unreachable(error, options)
      const wait = Math.min(left, backOffDelay(attempt, retryDelay))
      const reason = isConnectionLost(error) ? 'does not answer' : 'is not ready'
      options.onRetry?.(
        `PostgreSQL at ${options.server} ${reason} (${describeError(error)}); next attempt in ${(wait / 1000).toFixed(1)} s`,
        error,
      )
      await delay(wait, undefined, options.signal && { signal: options.signal })
    }
  }
}

const checkVersion = async (pool: pg.Pool, server: string): Promise<void> => {
  const { rows } = await pool.query<{ number: number; name: string }>(
    "select current_setting('server_version_num')::int as number, current_setting('server_version') as name",
  )
  const version = rows[0]
  if (!version || version.number < oldestServer) {
    throw new DatabaseError(
      'SERVER_TOO_OLD',
      `PostgreSQL at ${server} is version ${version?.name}; amigraph needs 15 or newer. ` +
        'Upgrade it, or unset DATABASE_URL to use the embedded server.',
    )
  }
}

/** SQLSTATE 22023 at the start of a session: a replica that lags behind has not got the viewers' roles (0003) yet. */
const isRoleMissing = (error: unknown): boolean => (error as { code?: unknown }).code === '22023'

const refusal = (error: unknown, server: string): unknown => {
  const { code } = error as { code?: string }
  if (code === '42501') {
    return new DatabaseError(
      'PERMISSION_DENIED',
      `PostgreSQL at ${server} refused a session under a viewer's role (${describeError(error)}). Make the user of ` +
        'DATABASE_URL a member: grant amigraph_organization_viewer, amigraph_limited_viewer to it.',
      error,
    )
  }
  if (code?.startsWith('28')) {
    return new DatabaseError(
      'AUTHENTICATION_FAILED',
      `PostgreSQL at ${server} refused the login (${describeError(error)}). ` +
        'Check the user and password in DATABASE_URL or DATABASE_PASSWORD_FILE.',
      error,
    )
  }
  if (code === '3D000') {
    return new DatabaseError(
      'DATABASE_MISSING',
      `PostgreSQL at ${server} has no such database (${describeError(error)}). ` +
        'Create it, or correct the name at the end of DATABASE_URL.',
      error,
    )
  }
  return new DatabaseError('UNREACHABLE', `PostgreSQL at ${server} can't be used: ${describeError(error)}.`, error)
}

const unreachable = (error: unknown, { server, waitSeconds }: WaitOptions) =>
  new DatabaseError(
    'UNREACHABLE',
    `PostgreSQL at ${server} did not answer within ${waitSeconds} s (${describeError(error)}). ` +
      'Check that it runs and that DATABASE_URL names its host and port; DATABASE_WAIT_SECONDS sets the patience.',
    error,
  )

/** An AggregateError (one error an address tried) has no message of its own. */
const describeError = (error: unknown): string => {
  if (error instanceof AggregateError && error.errors.length > 0) return describeError(error.errors[0])
  return error instanceof Error ? error.message || error.name : String(error)
}
