import type { FastifyInstance, FastifyReply, FastifyRequest, RouteHandlerMethod } from 'fastify'

/** A request was not answered in its time. */
export class TimeUp extends Error {
  override readonly name = 'TimeUp'
}

/**
 * The same handler, but in its time a request is answered, whatever the database does; `requestSignal` then ends what is
 * still under way. Fastify's own `handlerTimeout` forgets its time as soon as the request's body was read.
 */
export const withinTime = (
  seconds: number,
  handler: (this: FastifyInstance, request: FastifyRequest, reply: FastifyReply) => Promise<unknown>,
): RouteHandlerMethod =>
  function (request, reply) {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new TimeUp()), seconds * 1000)
      handler.call(this, request, reply).then(
        answer => {
          clearTimeout(timer)
          resolve(answer)
        },
        error => {
          clearTimeout(timer)
          reject(error)
        },
      )
    })
  }
