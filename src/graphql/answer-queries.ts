import type { ApolloServer } from '@apollo/server'
import { fastifyApolloHandler } from '@as-integrations/fastify'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { everybody } from '../auth/authenticate.ts'
import type { ApiContext } from './api-context.ts'
import { viewerOf } from './authenticate-requests.ts'
import { requestSignal } from './http/request-signal.ts'
import { AcceptedTypes } from './known-queries/accepted-types.ts'
import { createAnswerKnown } from './known-queries/answer-known.ts'
import type { QueryParts } from './query-parts.ts'
import { createRequestContext, type RequestContext } from './request-context.ts'

/** The route of GraphQL: what was answered before is answered at once, everything else by Apollo Server. */
export const answerQueries = (
  context: ApiContext,
  apollo: ApolloServer<RequestContext>,
  { compiled, limits, formatError }: QueryParts,
): ((this: FastifyInstance, request: FastifyRequest, reply: FastifyReply) => Promise<unknown>) => {
  const types = new AcceptedTypes()
  const answerKnown =
    compiled &&
    createAnswerKnown({ ...context, limits, formatError, types, reads: compiled.reads, queries: compiled.known })
  const paid = new WeakMap<FastifyRequest, number>()
  const answerAny = fastifyApolloHandler(apollo, {
    context: async (request, reply) => {
      const cost = paid.get(request)
      const asked = { ...callerOf(request), requestId: request.id, signal: requestSignal(reply) }
      return createRequestContext(context, cost === undefined ? asked : { ...asked, cost })
    },
  })
  return async function (request: FastifyRequest, reply: FastifyReply) {
    // Without a viewer there is nothing to answer but what is wrong with the request.
    const answered = answerKnown && request.viewer && (await answerKnown(request, reply, callerOf(request)))
    if (typeof answered === 'string') return answered
    if (answered) paid.set(request, answered.cost)
    const text = await answerAny.call(this, request, reply)
    const contentType = reply.getHeader('content-type')
    if (isAnswer(reply) && typeof contentType === 'string') types.remember(request.headers.accept, contentType)
    return text
  }
}

const isAnswer = ({ statusCode }: FastifyReply): boolean => statusCode === 200 || statusCode === 304

/** Where nobody has a name, each address has a budget of its own. */
const callerOf = (request: FastifyRequest) => {
  const viewer = viewerOf(request)
  return { viewer, caller: viewer === everybody ? `address ${request.ip}` : viewer.name }
}
