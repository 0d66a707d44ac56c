import type { FastifyReply } from 'fastify'

/** One for all: an abort without a reason makes an error with a stack for each request. */
const requestIsOver = new Error('The request is over')

/**
 * Aborts when the answer is sent, or when nobody waits for it any more: what is still under way then works for nothing.
 * Fastify's own `request.signal` already aborts when the request's body was read.
 */
export const requestSignal = (reply: FastifyReply): AbortSignal => {
  const controller = new AbortController()
  reply.raw.once('close', () => controller.abort(requestIsOver))
  return controller.signal
}
