import { ApolloServer, type ApolloServerPlugin } from '@apollo/server'
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled'
import type { ApiContext } from './api-context.ts'
import { createFormatError, unavailable } from './errors.ts'
import { limitQuery, mostTokens } from './limits.ts'
import type { RequestContext } from './request-context.ts'
import { resolvers } from './resolvers/resolvers.ts'
import { readTypeDefs } from './schema.ts'

/** The GraphQL server without HTTP: parses, validates, limits, executes, and makes errors fit for clients. */
export const createApollo = (
  { logger, sandbox }: Pick<ApiContext, 'logger' | 'sandbox'>,
  plugins: readonly ApolloServerPlugin<RequestContext>[] = [],
): ApolloServer<RequestContext> =>
  new ApolloServer<RequestContext>({
    typeDefs: readTypeDefs(),
    resolvers,
    introspection: true,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    parseOptions: { maxTokens: mostTokens },
    formatError: createFormatError(logger),
    logger: silent,
    plugins: [
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginCacheControlDisabled(),
      limitQuery,
      tellUnavailable,
      ...(sandbox ? [tellSandbox] : []),
      ...plugins,
    ],
  })

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
