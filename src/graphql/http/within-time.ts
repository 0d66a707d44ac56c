import type { FastifyReply, FastifyRequest, RouteHandlerMethod } from 'fastify'

/** A request was not answered in its time. */
export class TimeUp extends Error {
  override readonly name = 'TimeUp'
}

/**
 * The same handler, but in its time a request is answered, whatever the database does; `requestSignal` then ends what is
 * still under way. Fastify's own `handlerTimeout` forgets its time as soon as the request's body was read.
 */
export const withinTime = (seconds: number, handler: RouteHandlerMethod): RouteHandlerMethod =>
  async function (request: FastifyRequest, reply: FastifyReply) {
    let timer: NodeJS.Timeout | undefined
    const timeUp = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new TimeUp()), seconds * 1000)
    })
    try {
      return await Promise.race([handler.call(this, request, reply), timeUp])
    } finally {
      clearTimeout(timer)
    }
  }
