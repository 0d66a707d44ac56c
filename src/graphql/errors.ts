import { randomUUID } from 'node:crypto'
import { unwrapResolverError } from '@apollo/server/errors'
import { GraphQLError, type GraphQLFormattedError } from 'graphql'
import { AccessError } from '../auth/access-error.ts'
import { ReadAborted } from '../db/cancel-on-abort.ts'
import { isRetryable } from '../db/retryable.ts'
import { InvalidInput } from '../domain/invalid-input.ts'
import type { Logger } from '../telemetry/logger.ts'

/** The database does not answer: the same query may succeed later. */
export const unavailable = 'SERVICE_UNAVAILABLE'

/** SQLSTATE query_canceled: the statement timeout. */
const tooSlow = '57014'

/**
 * What a client sees of an error: its own mistakes as they are, the database's absence as such, and of everything
 * unexpected nothing but an ID under which it is in the log.
 */
export const createFormatError =
  (logger: Pick<Logger, 'error' | 'warn'>) =>
  (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const cause = unwrapResolverError(error)
    if (cause instanceof InvalidInput || cause instanceof AccessError) {
      return withCode(formatted, cause.code, cause.message)
    }
    // Nobody reads this: the client went away, or was told already.
    if (cause instanceof ReadAborted) return withCode(formatted, 'TIMEOUT', 'The query was broken off')
    const { code } = cause as { code?: unknown }
    if (code === tooSlow) {
      logger.warn({ err: cause, path: formatted.path }, 'a statement took too long')
      return withCode(
        formatted,
        'TIMEOUT',
        'The query took too long and was broken off; ask for less, or narrow the filter',
      )
    }
    if (isRetryable(cause)) {
      logger.warn({ err: cause, path: formatted.path }, 'the database does not answer')
      return withCode(formatted, unavailable, 'The database does not answer right now; try again in a few seconds')
    }
    if (isClientError(formatted)) return correct(formatted, cause)
    if (isBadRequest(cause)) return withCode(formatted, 'BAD_REQUEST', formatted.message)
    const errorId = randomUUID()
    logger.error({ err: cause, errorId, path: formatted.path }, 'a query failed')
    return {
      ...withCode(formatted, 'INTERNAL_SERVER_ERROR', 'Something went wrong here; the error ID finds it in the log'),
      extensions: { code: 'INTERNAL_SERVER_ERROR', errorId },
    }
  }

const withCode = (
  { locations, path }: GraphQLFormattedError,
  code: string,
  message: string,
): GraphQLFormattedError => ({
  message,
  ...(locations && { locations }),
  ...(path && { path }),
  extensions: { code },
})

/** Codes of Apollo Server for what a client did. */
const clientCodes = [
  'BAD_REQUEST',
  'BAD_USER_INPUT',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
  'QUERY_TOO_DEEP',
  'QUERY_TOO_EXPENSIVE',
  'QUERY_TOO_LARGE',
  'RATE_LIMITED',
  'VARIABLES_TOO_LARGE',
]

const isClientError = ({ extensions }: GraphQLFormattedError): boolean =>
  clientCodes.includes(String(extensions?.['code']))

/** Some errors of Apollo Server have the status of a client's mistake, and no code. */
const isBadRequest = (cause: unknown): boolean => {
  if (!(cause instanceof GraphQLError) || cause.originalError) return false
  const { code, http } = cause.extensions as { code?: unknown; http?: { status?: number } }
  return code === undefined && http?.status === 400
}

/** A malformed value in the query's text is found by validation, and is the same mistake as one in a variable. */
const correct = (formatted: GraphQLFormattedError, cause: unknown): GraphQLFormattedError => {
  const original = cause instanceof GraphQLError ? (cause.originalError ?? cause) : cause
  const code = original instanceof GraphQLError ? original.extensions['code'] : undefined
  const { stacktrace: _, ...extensions } = formatted.extensions ?? {}
  return { ...formatted, extensions: { ...extensions, ...(code === 'BAD_USER_INPUT' && { code }) } }
}
