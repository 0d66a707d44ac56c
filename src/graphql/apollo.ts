import { ApolloServer, type ApolloServerPlugin } from '@apollo/server'
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled'
import { keepAnswers } from './answer-cache/keep-answers.ts'
import { answerLegacyClients } from './answer-legacy-clients.ts'
import type { ApiContext } from './api-context.ts'
import { apiSettings } from './api-settings.ts'
import { answerCompiled } from './compile/answer-compiled.ts'
import { stringifyResult } from './compile/raw-data.ts'
import { createFormatError, unavailable } from './errors.ts'
import { limitQueries } from './limits/limit-query.ts'
import { mostTokens } from './limits/limits.ts'
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
): ApolloServer<RequestContext> => {
  const { logger, sandbox, compile = true, listen } = context
  const settings = apiSettings(context.settings)
  const kept = compile ? keepAnswers(listen, settings.answerCacheMegabytes, context.read) : null
  const formatError = createFormatError(logger)
  return new ApolloServer<RequestContext>({
    typeDefs: readTypeDefs(),
    resolvers,
    introspection: settings.introspection,
    // "Did you mean" would spell out what introspection keeps to itself.
    hideSchemaDetailsFromClientErrors: !settings.introspection,
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
      limitQueries(settings),
      tellUnavailable,
      answerLegacyClients,
      ...(sandbox ? [tellSandbox] : []),
      ...(compile ? [answerCompiled({ logger, formatError, cache: kept?.cache ?? null })] : []),
      ...(kept ? [kept.plugin] : []),
      ...plugins,
    ],
  })
}

/** 503 where an answer has nothing but the database's absence to tell, so that proxies and clients may try again. */
const tellUnavailable: ApolloServerPlugin<RequestContext> = {
  requestDidStart: async () => ({
    willSendResponse: async ({ response: { body, http } }) => {
      if (body.kind !== 'single') return
      const { errors = [], data } = body.singleResult
      if (errors.length === 0 || errors.some(({ extensions }) => extensions?.['code'] !== unavailable)) return
      if (Object.values(data ?? {}).some(value => value !== null)) return
      http.status = 503
      http.headers.set('retry-after', '5')
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
