import { ApolloServer, type ApolloServerPlugin } from '@apollo/server'
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled'
import { answerLegacyClients } from './answer-legacy-clients.ts'
import type { ApiContext } from './api-context.ts'
import { apiSettings } from './api-settings.ts'
import { answerCompiled } from './compile/answer-compiled.ts'
import { stringifyResult } from './compile/raw-data.ts'
import { isUnavailable, unavailableHeaders } from './is-unavailable.ts'
import { limitQueries } from './limits/limit-query.ts'
import { mostTokens } from './limits/limits.ts'
import { createQueryParts, type QueryParts } from './query-parts.ts'
import { createDocumentStore, createQueryStore } from './query-stores.ts'
import type { RequestContext } from './request-context.ts'
import { resolvers } from './resolvers/resolvers.ts'
import { readTypeDefs } from './schema.ts'
import type { TrustedDocuments } from './trusted-documents.ts'

/** The GraphQL server without HTTP: parses, validates, limits, executes, and makes errors fit for clients. */
export const createApollo = (
  context: Pick<ApiContext, 'logger' | 'sandbox' | 'settings' | 'compile' | 'listen' | 'read'>,
  plugins: readonly ApolloServerPlugin<RequestContext>[] = [],
  trusted: TrustedDocuments | null = null,
  { limits, formatError, compiled }: QueryParts = createQueryParts(context),
): ApolloServer<RequestContext> => {
  const { introspection } = apiSettings(context.settings)
  return new ApolloServer<RequestContext>({
    typeDefs: readTypeDefs(),
    resolvers,
    introspection,
    // "Did you mean" would spell out what introspection keeps to itself.
    hideSchemaDetailsFromClientErrors: !introspection,
    documentStore: createDocumentStore(),
    persistedQueries: { cache: createQueryStore(trusted) },
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    parseOptions: { maxTokens: mostTokens },
    formatError,
    stringifyResult,
    logger: silent,
    plugins: [
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginCacheControlDisabled(),
      limitQueries(limits),
      tellUnavailable,
      answerLegacyClients,
      ...(context.sandbox ? [tellSandbox] : []),
      ...(compiled ? [answerCompiled({ ...compiled, formatError })] : []),
      ...(compiled?.kept ? [compiled.kept.plugin] : []),
      ...plugins,
    ],
  })
}

/** See `isUnavailable`. */
const tellUnavailable: ApolloServerPlugin<RequestContext> = {
  requestDidStart: async () => ({
    willSendResponse: async ({ response: { body, http } }) => {
      if (body.kind !== 'single' || !isUnavailable(body.singleResult)) return
      http.status = 503
      for (const [name, value] of Object.entries(unavailableHeaders)) http.headers.set(name, value)
    },
  }),
}

/** The sandbox never pretends to be AWS: its data are labelled wherever they go. */
const tellSandbox: ApolloServerPlugin<RequestContext> = {
  requestDidStart: async () => ({
    willSendResponse: async ({ response: { body } }) => {
      if (body.kind !== 'single') return
      body.singleResult.extensions = { ...body.singleResult.extensions, data: 'sandbox' }
    },
  }),
}

// Errors reach our own log through formatError; the rest is about Apollo's own services, which are not used.
const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} }
