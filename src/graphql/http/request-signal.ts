import type { FastifyReply } from 'fastify'

/** One for all: an abort without a reason makes an error with a stack for each request. */
const requestIsOver = new Error('The request is over')

/**
 * Aborts when the answer is sent, or when nobody waits for it any more: what is still under way then works for nothing.
 * Fastify's own `request.signal` already aborts when the request's body was read.
 */
export const requestSignal = (reply: FastifyReply): AbortSignal => untilDone(reply).signal

/** The same for work that says itself when nothing of it is under way any more: an abort then costs nothing. */
export const untilDone = (reply: FastifyReply): { readonly signal: AbortSignal; done(): void } => {
  const controller = new AbortController()
  let isDone = false
  reply.raw.once('close', () => {
    if (!isDone) controller.abort(requestIsOver)
  })
  return {
    signal: controller.signal,
    done: () => {
      isDone = true
    },
  }
}
