import type { FastifyReply, FastifyRequest } from 'fastify'
import { GraphQLError, type GraphQLFormattedError } from 'graphql'
import { readUntil } from '../../db/statement.ts'
import type { Viewer } from '../../domain/viewer.ts'
import type { Answer } from '../answer-cache/answer-cache.ts'
import { isKnown } from '../answer-cache/etag.ts'
import type { ApiContext } from '../api-context.ts'
import { millisecondsSince, statusOf } from '../audit-operations.ts'
import { answerHeaders } from '../compile/answer-compiled.ts'
import type { CompiledReads, Failed } from '../compile/compiled-reads.ts'
import { formatFailed } from '../compile/format-failed.ts'
import type { FoundPlan } from '../compile/plans.ts'
import { RawData, stringifyResult } from '../compile/raw-data.ts'
import { untilDone } from '../http/request-signal.ts'
import { isUnavailable, unavailableHeaders } from '../is-unavailable.ts'
import type { QueryLimits } from '../limits/query-limits.ts'
import type { AcceptedTypes } from './accepted-types.ts'
import type { KnownQueries, KnownQuery } from './known-queries.ts'
import { type PlainRequest, readPlainRequest } from './plain-request.ts'

export type KnownQueryOptions = Pick<ApiContext, 'audit' | 'sandbox' | 'read'> & {
  readonly queries: KnownQueries
  readonly types: AcceptedTypes
  readonly reads: CompiledReads
  readonly limits: QueryLimits
  readonly formatError: (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError
}

/** Who asks, and whose budget it is paid from. */
export type Caller = { readonly viewer: Viewer; readonly caller: string }

/** What was paid for a query that then could not be answered here. */
export type Unanswered = { readonly cost: number } | null

type Prepared = {
  readonly query: KnownQuery
  readonly found: FoundPlan
  readonly cost: number
}

/**
 * Answers a query of facts that was answered before: its document is parsed and validated, so that only limits, plan and
 * data are left to do. Returns the text of the answer, exactly what Apollo Server would have sent; or, where it has to
 * decide (anything unusual, and everything that is refused), what it needs to know.
 */
export const createAnswerKnown = (options: KnownQueryOptions) => {
  const { audit, sandbox, read, reads } = options
  const extensions = sandbox ? { data: 'sandbox' } : undefined

  return async (request: FastifyRequest, reply: FastifyReply, who: Caller): Promise<string | Unanswered> => {
    const startedAt = performance.now()
    const asked = readPlainRequest(request, options.types)
    const prepared = asked && prepare(options, asked, who)
    if (!prepared) return null
    const { query, found, cost } = prepared
    const kept = reads.kept(found, who.viewer)
    const answered = kept ?? (await readUnlessGone(reply, found, who.viewer))
    if (answered === null) return { cost }
    reply.header('content-type', asked.contentType)
    const { text, status } =
      'errors' in answered ? sendFailed(reply, answered) : sendAnswer(reply, answered, request.headers['if-none-match'])
    audit.operation({
      requestId: request.id,
      viewer: who.viewer.name,
      operation: query.operation.name?.value ?? null,
      kind: 'query',
      documentHash: query.hash,
      cost,
      rows: kept ? 0 : found.plan.fields.length,
      durationMs: millisecondsSince(startedAt),
      status,
    })
    return text
  }

  async function readUnlessGone(reply: FastifyReply, found: FoundPlan, viewer: Viewer) {
    const { signal, done } = untilDone(reply)
    const answered = await reads.read(found, { read: readUntil(read(viewer.scope), signal), viewer })
    done()
    return answered
  }

  function sendAnswer(reply: FastifyReply, { text, etag }: Answer, ifNoneMatch: string | undefined) {
    const isTheirs = isKnown(etag, ifNoneMatch)
    reply.headers({ etag, ...answerHeaders })
    if (isTheirs) reply.code(304)
    return { text: stringifyResult({ data: new RawData(text, isTheirs), extensions }), status: 'OK' }
  }

  function sendFailed(reply: FastifyReply, failed: Failed) {
    const result = formatFailed(failed, options.formatError)
    if (isUnavailable(result)) reply.code(503).headers(unavailableHeaders)
    return { text: stringifyResult({ ...result, extensions }), status: statusOf(result.errors) }
  }
}

/** The query's plan, paid for; null where Apollo Server has to say what is wrong, or the resolvers to answer. */
const prepare = (
  { queries, reads, read, limits }: KnownQueryOptions,
  { text, operationName, variables }: PlainRequest,
  { viewer, caller }: Caller,
): Prepared | null => {
  const query = queries.find({ text, operationName })
  if (query === undefined) return null
  try {
    const cost = limits.costOf({ ...query, variables })
    const isNarrow = read(viewer.scope).isNarrow?.() ?? false
    const found = reads.find({ ...query, variables, isNarrow })
    if (found === null) return null
    // What cannot be afforded is not taken, and refused by whoever asks next.
    const balance = limits.spend(cost, caller)
    return balance && balance.waitSeconds > 0 ? null : { query, found, cost }
  } catch (error) {
    if (error instanceof GraphQLError) return null
    throw error
  }
}
