import pg from 'pg'

/** SQLSTATEs (or classes of them) after which the same work can succeed when it is done again. */
const retryableStates = [
  '08', // connection exceptions
  '40001', // serialization failure
  '40P01', // deadlock
  '53300', // too many connections
  '55P03', // lock not available
  '57P01', // server is shutting down
  '57P02', // server crashed
  '57P03', // server is starting up, or is a standby that is not ready
  '57P05', // idle session timeout
  '25006', // read-only: the primary became a standby
]

const connectionCodes = new Set([
  'EAI_AGAIN',
  'ECONNABORTED',
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
])

// The driver raises these itself, without a code.
const connectionMessages =
  /connection terminated|connection error and is not queryable|timeout exceeded when trying to connect|timeout expired/i

/** Whether the server could not be reached or went away. */
export const isConnectionLost = (error: unknown): boolean => {
  const { code, message } = (error ?? {}) as { code?: unknown; message?: unknown }
  if (error instanceof AggregateError && error.errors.some(isConnectionLost)) return true
  if (typeof code === 'string') return connectionCodes.has(code) || /^(08|57P0[123])/.test(code)
  return typeof message === 'string' && connectionMessages.test(message)
}

/**
 * Whether an error leaves a connection that nothing more can be sent on. An answer of the server leaves it as it was, unless
 * it says that it ends it; after anything else nobody knows what was answered.
 */
export const breaksConnection = (error: unknown): boolean =>
  !(error instanceof pg.DatabaseError) || isConnectionLost(error)

/** Whether the same work may succeed when it is done again from its beginning. */
export const isRetryable = (error: unknown): boolean => {
  if (isConnectionLost(error)) return true
  const { code } = (error ?? {}) as { code?: unknown }
  return typeof code === 'string' && retryableStates.some(state => code.startsWith(state))
}
