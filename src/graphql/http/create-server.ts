import { randomUUID } from 'node:crypto'
import { constants } from 'node:zlib'
import compress from '@fastify/compress'
import { type FastifyInstance, fastify } from 'fastify'
import type { ApiSettings } from '../api-settings.ts'
import { mostBodyBytes } from '../limits/limits.ts'
import { answerBrokenRequest } from './answer-broken-request.ts'
import { answerError } from './answer-errors.ts'
import { closeUnread } from './close-unread.ts'
import { securityHeaders } from './security-headers.ts'
import { serveCors } from './serve-cors.ts'

/** Answers shorter than this are sent as they are: compressing them takes longer than sending them. */
const leastCompressedBytes = 2048

/** Answers, exports (`application/jsonl`), and the explorer page with what belongs to it. */
const compressedTypes = /^text\/|^application\/(json|jsonl|javascript|graphql-response\+json)|^font\/ttf/

/** Of 11, which is Node's default and meant for files that are compressed once. */
const brotliQuality = 4

/** An HTTP server that has no routes yet, with everything that holds for all of them. `headers` are those of every answer. */
export const createServer = async (
  settings: ApiSettings,
  headers: Readonly<Record<string, string>> = {},
): Promise<FastifyInstance> => {
  const server = fastify({
    genReqId: () => randomUUID(),
    bodyLimit: mostBodyBytes,
    requestTimeout: settings.bodySeconds * 1000,
    keepAliveTimeout: settings.idleSeconds * 1000,
    // While it stops the server says so itself, in GraphQL's form.
    return503OnClosing: false,
    clientErrorHandler: answerBrokenRequest,
    // A URL that cannot be decoded has no route, and so none of the hooks either.
    frameworkErrors: (error, _request, reply) => answerError(reply, 400, 'BAD_REQUEST', error.message),
    http: {
      headersTimeout: settings.headSeconds * 1000,
      connectionsCheckingInterval: settings.checkSeconds * 1000,
    },
  })
  server.server.maxConnections = settings.maxConnections
  closeUnread(server)
  const always = { ...securityHeaders(), ...headers }
  server.addHook('onRequest', (_request, reply, done) => {
    reply.headers(always)
    done()
  })
  await server.register(compress, {
    threshold: leastCompressedBytes,
    encodings: ['br', 'gzip'],
    customTypes: compressedTypes,
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: brotliQuality } },
  })
  await serveCors(server, settings.corsOrigins)
  return server
}
