import { randomUUID } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { fastifyApolloHandler } from '@as-integrations/fastify'
import compress from '@fastify/compress'
import helmet from '@fastify/helmet'
import { type FastifyError, type FastifyInstance, type FastifyReply, type FastifyRequest, fastify } from 'fastify'
import type { ApiContext } from './api-context.ts'
import { createApollo } from './apollo.ts'
import { serveExplorer } from './explorer/serve-explorer.ts'
import { serveHealth } from './health.ts'
import { ListenError } from './listen-error.ts'
import { createRequestContext } from './request-context.ts'

export type RunningApi = {
  /** Where it listens, such as http://127.0.0.1:4000 */
  readonly url: string
  /** Takes no further requests, finishes those under way (for at most 10 s), and stops listening */
  close(): Promise<void>
}

/** A query with its variables fits many times over. */
const bodyLimit = 1024 * 1024
const closeTimeoutMs = 10_000

/** Serves the API: GraphQL at /graphql, with an explorer for browsers, and /healthz and /readyz for whoever runs it. */
export const startApi = async (context: ApiContext): Promise<RunningApi> => {
  const apollo = createApollo(context)
  await apollo.start()
  const server = fastify({ bodyLimit, requestTimeout: 60_000, keepAliveTimeout: 65_000, return503OnClosing: true })
  await server.register(helmet, { contentSecurityPolicy: closedPolicy, strictTransportSecurity: false })
  await server.register(compress, { threshold: 2048 })
  let stopping = false
  server.addHook('onSend', async (_request, reply) => {
    if (context.sandbox) reply.header('x-amigraph-data', 'sandbox')
    // A connection that is kept alive would keep the server waiting for it.
    if (stopping) reply.header('connection', 'close')
  })
  serveHealth(server, context)
  await serveExplorer(server, context)
  server.route({
    method: ['GET', 'POST'],
    url: '/graphql',
    handler: fastifyApolloHandler(apollo, { context: async () => createRequestContext(context) }),
  })
  answerErrors(server, context)
  await server.listen({ host: context.host, port: context.port }).catch(async error => {
    await close(server)
    await apollo.stop()
    throw new ListenError(context.host, context.port, error)
  })
  return {
    url: urlOf(server, context.host),
    close: async () => {
      stopping = true
      await close(server)
      await apollo.stop()
    },
  }
}

/** Answers are data: nothing in them may load or run anything. The explorer page has a policy of its own. */
const closedPolicy = {
  useDefaults: false,
  directives: { 'default-src': ["'none'"], 'frame-ancestors': ["'none'"] },
}

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

/** What fails before GraphQL is reached is answered in GraphQL's form as well. */
const answerErrors = (server: FastifyInstance, { logger }: ApiContext): void => {
  const answer = (reply: FastifyReply, status: number, code: string, message: string, more = {}) =>
    reply.code(status).send({ errors: [{ message, extensions: { code, ...more } }] })

  server.setErrorHandler((error: FastifyError, request: FastifyRequest, reply: FastifyReply) => {
    const status = error.code === 'ERR_INVALID_URL' ? 400 : (error.statusCode ?? 500)
    if (status < 500) return answer(reply, status, httpCodes[status] ?? 'BAD_REQUEST', error.message)
    if (status === 503) return answer(reply, status, 'SERVICE_UNAVAILABLE', 'The server is stopping; try again')
    const errorId = randomUUID()
    logger.error({ err: error, errorId, url: request.url }, 'a request failed')
    const message = 'Something went wrong here; the error ID finds it in the log'
    return answer(reply, 500, 'INTERNAL_SERVER_ERROR', message, { errorId })
  })
  server.setNotFoundHandler((request, reply) => {
    if (request.url.split('?')[0] !== '/graphql')
      return answer(reply, 404, 'NOT_FOUND', 'There is nothing here; the API is at /graphql')
    return answer(
      reply.header('allow', 'GET, POST'),
      405,
      'METHOD_NOT_ALLOWED',
      'Use POST, or GET with the query in the URL',
    )
  })
}

const httpCodes: Readonly<Record<number, string>> = {
  413: 'PAYLOAD_TOO_LARGE',
  415: 'UNSUPPORTED_MEDIA_TYPE',
}
