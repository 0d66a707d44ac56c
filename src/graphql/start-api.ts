import type { AddressInfo } from 'node:net'
import type { GraphQLServerContext } from '@apollo/server'
import type { FastifyInstance } from 'fastify'
import { buildSchema, type GraphQLSchema } from 'graphql'
import { answerQueries } from './answer-queries.ts'
import type { ApiContext } from './api-context.ts'
import { type ApiSettings, apiSettings } from './api-settings.ts'
import { createApollo } from './apollo.ts'
import { auditOperations } from './audit-operations.ts'
import { authenticateRequests } from './authenticate-requests.ts'
import { serveExplorer } from './explorer/serve-explorer.ts'
import { serveExport } from './export/serve-export.ts'
import { serveHealth } from './health.ts'
import { answerErrors } from './http/answer-errors.ts'
import { createServer } from './http/create-server.ts'
import { findDocument } from './http/find-document.ts'
import { holdBack } from './http/hold-back.ts'
import { measureRequests } from './http/measure-requests.ts'
import { tellStopping } from './http/tell-stopping.ts'
import { withinTime } from './http/within-time.ts'
import { ListenError } from './listen-error.ts'
import { createQueryParts } from './query-parts.ts'
import { readTypeDefs } from './schema.ts'
import { surviveRejections } from './survive-rejections.ts'
import { readTrustedDocuments } from './trusted-documents.ts'

export type RunningApi = {
  /** Where it listens, such as http://127.0.0.1:4000 */
  readonly url: string
  /** Takes no further requests, finishes those under way (for at most 8 s), and stops listening */
  close(): Promise<void>
}

/** Shorter than what a process is given to end by itself (`run-until-stopped.ts`). */
const closeTimeoutMs = 8000

/** Serves the API: GraphQL at /graphql, with an explorer for browsers, and /healthz and /readyz for whoever runs it. */
export const startApi = async (context: ApiContext): Promise<RunningApi> => {
  const settings = apiSettings(context.settings)
  const trusted = openTrustedDocuments(settings)
  // The schema with its resolvers and scalars exists once Apollo Server has made it.
  const { promise: schemaMade, resolve: keepSchema } = Promise.withResolvers<GraphQLSchema>()
  const serverWillStart = async ({ schema }: GraphQLServerContext) => keepSchema(schema)
  const parts = createQueryParts(context)
  const apollo = createApollo(context, [auditOperations(context.audit), { serverWillStart }], trusted, parts)
  await apollo.start()
  const server = await createServer(settings, context.sandbox ? { 'x-amigraph-data': 'sandbox' } : {})
  const stopping = tellStopping(server)
  const endSurviving = surviveRejections(context.logger)
  server.addHook('onClose', async () => endSurviving())
  measureRequests(server, context.metrics)
  authenticateRequests(server, context)
  serveHealth(server, context)
  if (settings.explorer && settings.introspection && !trusted?.only) await serveExplorer(server, context)
  server.route({
    method: ['GET', 'POST'],
    url: '/graphql',
    preHandler: [holdBack(settings.mostUnderWay), findDocument(trusted)],
    handler: withinTime(settings.requestTimeoutSeconds, answerQueries(context, apollo, parts)),
  })
  serveExport(server, context, await schemaMade, trusted)
  answerErrors(server, context.logger)
  await server.listen({ host: context.host, port: context.port }).catch(async error => {
    await close(server)
    await apollo.stop()
    throw new ListenError(context.host, context.port, error)
  })
  return {
    url: urlOf(server, context.host),
    close: async () => {
      stopping.begin()
      await close(server)
      await apollo.stop()
    },
  }
}

const openTrustedDocuments = ({ trustedDocuments: path, trustedDocumentsOnly: only }: ApiSettings) =>
  path === null ? null : readTrustedDocuments(path, only, buildSchema(readTypeDefs().join('\n')))

const close = async (server: FastifyInstance): Promise<void> => {
  const impatient = setTimeout(() => server.server.closeAllConnections(), closeTimeoutMs)
  try {
    await server.close()
  } finally {
    clearTimeout(impatient)
  }
}

const urlOf = (server: FastifyInstance, host: string): string => {
  const { port } = server.server.address() as AddressInfo
  const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host.includes(':') ? `[${host}]` : host
  return `http://${name}:${port}`
}
