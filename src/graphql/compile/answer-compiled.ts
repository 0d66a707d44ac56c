import { type ApolloServerPlugin, type GraphQLResponse, HeaderMap } from '@apollo/server'
import type { GraphQLFormattedError } from 'graphql'
import type { Answer } from '../answer-cache/answer-cache.ts'
import { isKnown } from '../answer-cache/etag.ts'
import type { KnownQueries } from '../known-queries/known-queries.ts'
import type { RequestContext } from '../request-context.ts'
import type { CompiledReads, Failed } from './compiled-reads.ts'
import { formatFailed } from './format-failed.ts'
import { RawData } from './raw-data.ts'

type FormatError = (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError

type Options = {
  readonly reads: CompiledReads
  /** Learns what could be answered so, for the next time that it is asked */
  readonly known: KnownQueries
  readonly formatError: FormatError
}

/** What stands beside an answer: the client may keep it, and has to ask whether it still stands. */
export const answerHeaders = { 'cache-control': 'private, no-cache', vary: 'authorization' } as const

/** Answers queries of facts from the database or from what was kept; leaves all others to the resolvers. */
export const answerCompiled = ({ reads, known, formatError }: Options): ApolloServerPlugin<RequestContext> => {
  // The same for every request: all that it knows is given to it.
  const listener: Awaited<ReturnType<NonNullable<ApolloServerPlugin<RequestContext>['requestDidStart']>>> = {
    responseForOperation: async ({ document, operation, queryHash, request, source, contextValue }) => {
      // An operation that is not there, or not for reading, is the executor's to answer.
      if (operation?.operation !== 'query') return null
      const isNarrow = contextValue.read.isNarrow?.() ?? false
      const found = reads.find({ document, operation, variables: request.variables ?? {}, isNarrow })
      if (found === null) return null
      const answered = reads.kept(found, contextValue.viewer) ?? (await reads.read(found, contextValue))
      if (answered === null) return null
      if (queryHash !== undefined) {
        known.remember({ text: source, operationName: request.operationName }, { document, operation, hash: queryHash })
      }
      if ('errors' in answered) return respondWithErrors(answered, formatError)
      return respond(answered, request.http?.headers.get('if-none-match'))
    },
  }
  return {
    serverWillStart: async ({ schema }) => reads.begin(schema),
    requestDidStart: async () => listener,
  }
}

const respond = ({ text, etag }: Answer, ifNoneMatch: string | undefined): GraphQLResponse => {
  const headers = new HeaderMap([['etag', etag], ...Object.entries(answerHeaders)])
  const isTheirs = isKnown(etag, ifNoneMatch)
  const data = new RawData(text, isTheirs) as unknown as Record<string, unknown>
  return { http: { headers, ...(isTheirs && { status: 304 }) }, body: { kind: 'single', singleResult: { data } } }
}

const respondWithErrors = (failed: Failed, formatError: FormatError): GraphQLResponse => ({
  http: { headers: new HeaderMap() },
  body: { kind: 'single', singleResult: formatFailed(failed, formatError) },
})
