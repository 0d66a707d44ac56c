import { type ApolloServerPlugin, type GraphQLResponse, HeaderMap } from '@apollo/server'
import type { GraphQLError, GraphQLFormattedError } from 'graphql'
import { scopeKey } from '../../domain/viewer.ts'
import type { Logger } from '../../telemetry/logger.ts'
import type { Answer, AnswerCache } from '../answer-cache/answer-cache.ts'
import { etagOf, isKnown } from '../answer-cache/etag.ts'
import type { RequestContext } from '../request-context.ts'
import { answer } from './answer.ts'
import { createPlans, type FoundPlan } from './plans.ts'
import { RawData } from './raw-data.ts'

type FormatError = (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError

type Options = {
  readonly logger: Pick<Logger, 'error'>
  readonly formatError: FormatError
  /** Null: every query is read anew */
  readonly cache: AnswerCache | null
}

/**
 * Answers queries of facts with one statement a field of Query, or with what it has kept of the same query; leaves all
 * others to the resolvers.
 */
export const answerCompiled = ({ logger, formatError, cache }: Options): ApolloServerPlugin<RequestContext> => {
  let listener: Awaited<ReturnType<NonNullable<ApolloServerPlugin<RequestContext>['requestDidStart']>>>
  return {
    serverWillStart: async ({ schema }) => {
      const find = createPlans(schema, error => logger.error({ err: error }, 'a query could not be compiled'))
      // The same for every request: all that it knows is given to it.
      listener = {
        responseForOperation: async ({ document, operation, request, contextValue }) => {
          // An operation that is not there, or not for reading, is the executor's to answer.
          if (operation?.operation !== 'query') return null
          const isNarrow = contextValue.read.isNarrow?.() ?? false
          const found = find({ document, operation, variables: request.variables ?? {}, isNarrow })
          if (found === null) return null
          const answered = await readThrough(cache, found, contextValue)
          if (answered === null) return null
          if ('errors' in answered) return respondWithErrors(answered, formatError)
          return respond(answered, request.http?.headers.get('if-none-match'))
        },
      }
    },
    requestDidStart: async () => listener,
  }
}

type Failed = { readonly text: string; readonly errors: readonly GraphQLError[] }

/** What is kept, or what the database says, which is kept. Null where the resolvers have to answer. */
const readThrough = async (
  cache: AnswerCache | null,
  { plan, key, variables }: FoundPlan,
  { read, viewer }: RequestContext,
): Promise<Answer | Failed | null> => {
  const answerKey = cache && `${scopeKey(viewer.scope)} ${key} ${JSON.stringify(variables)}`
  const kept = answerKey && cache.get(answerKey)
  if (kept) return kept
  const ticket = cache && (await cache.take(plan.dependsOn))
  const answered = await answer(read, plan, variables)
  if (answered === null || answered.errors.length > 0) return answered
  const named = { text: answered.text, etag: etagOf(answered.text) }
  if (ticket && answerKey) cache.set(answerKey, ticket, plan.dependsOn, named)
  return named
}

const respond = ({ text, etag }: Answer, ifNoneMatch: string | undefined): GraphQLResponse => {
  const headers = new HeaderMap([
    ['etag', etag],
    // The client may keep it, and has to ask whether it still stands.
    ['cache-control', 'private, no-cache'],
    ['vary', 'authorization'],
  ])
  const known = isKnown(etag, ifNoneMatch)
  const data = new RawData(text, known) as unknown as Record<string, unknown>
  return { http: { headers, ...(known && { status: 304 }) }, body: { kind: 'single', singleResult: { data } } }
}

const respondWithErrors = ({ text, errors }: Failed, formatError: FormatError): GraphQLResponse => {
  const formatted = errors.map(error =>
    formatError({ ...error.toJSON(), extensions: { code: 'INTERNAL_SERVER_ERROR', ...error.extensions } }, error),
  )
  const singleResult = { errors: formatted, data: JSON.parse(text) }
  return { http: { headers: new HeaderMap() }, body: { kind: 'single', singleResult } }
}
