import type { FastifyRequest } from 'fastify'
import { costHeader } from '../limits/limit-query.ts'
import type { AcceptedTypes } from './accepted-types.ts'

/** A request that has nothing but a query to say. */
export type PlainRequest = {
  readonly text: string
  readonly operationName: string | null | undefined
  readonly variables: Readonly<Record<string, unknown>>
  /** In which the client wants its answer */
  readonly contentType: string
}

/**
 * A query that was sent with POST as JSON, and asks for nothing besides; null for all others. Its body has been parsed, so
 * it cannot come from another site's form.
 */
export const readPlainRequest = (
  { method, body, headers }: FastifyRequest,
  types: AcceptedTypes,
): PlainRequest | null => {
  if (method !== 'POST' || costHeader in headers) return null
  const contentType = types.of(headers.accept)
  if (contentType === undefined || typeof body !== 'object' || body === null) return null
  const { query: text, operationName, variables, extensions } = body as Readonly<Record<string, unknown>>
  if (typeof text !== 'string' || (extensions !== undefined && extensions !== null)) return null
  if (operationName !== undefined && operationName !== null && typeof operationName !== 'string') return null
  if (variables === undefined || variables === null) return { text, operationName, variables: {}, contentType }
  if (typeof variables !== 'object' || Array.isArray(variables)) return null
  return { text, operationName, variables: variables as PlainRequest['variables'], contentType }
}
