import { randomUUID } from 'node:crypto'
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Logger } from '../../telemetry/logger.ts'
import { TimeUp } from './within-time.ts'

/** An answer in GraphQL's form that GraphQL had no part in. */
export const answerError = (
  reply: FastifyReply,
  status: number,
  code: string,
  message: string,
  facts: Readonly<Record<string, unknown>> = {},
): FastifyReply => reply.code(status).send({ errors: [{ message, extensions: { code, ...facts } }] })

/** What fails before GraphQL is reached is answered in GraphQL's form as well. */
export const answerErrors = (server: FastifyInstance, logger: Pick<Logger, 'error' | 'warn'>): void => {
  server.setErrorHandler((error: FastifyError, request: FastifyRequest, reply: FastifyReply) => {
    if (error instanceof TimeUp) {
      logger.warn({ url: pathOf(request) }, 'a request was not answered in time')
      return answerError(reply, 504, 'TIMEOUT', 'The query took too long and was broken off; ask for less')
    }
    const status = error.code === 'ERR_INVALID_URL' ? 400 : (error.statusCode ?? 500)
    if (status >= 400 && status < 500) {
      return answerError(reply, status, codes[status] ?? 'BAD_REQUEST', error.message)
    }
    const errorId = randomUUID()
    logger.error({ err: error, errorId, url: pathOf(request) }, 'a request failed')
    const message = 'Something went wrong here; the error ID finds it in the log'
    return answerError(reply, 500, 'INTERNAL_SERVER_ERROR', message, { errorId })
  })
  server.setNotFoundHandler((request, reply) => {
    if (pathOf(request) !== '/graphql') {
      return answerError(reply, 404, 'NOT_FOUND', 'There is nothing here; the API is at /graphql')
    }
    reply.header('allow', 'GET, POST')
    return answerError(reply, 405, 'METHOD_NOT_ALLOWED', 'Use POST, or GET with the query in the URL')
  })
}

// Without the query: it can hold what does not belong in a log.
const pathOf = (request: FastifyRequest): string | undefined => request.url.split('?')[0]

const codes: Readonly<Record<number, string>> = {
  413: 'PAYLOAD_TOO_LARGE',
  415: 'UNSUPPORTED_MEDIA_TYPE',
}
