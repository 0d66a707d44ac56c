import type { preHandlerHookHandler } from 'fastify'
import { answerError } from './answer-errors.ts'

/**
 * A hook that answers no more than so many requests at the same time: what comes then would wait longer than anybody
 * does, and take memory until the end of its wait. Requests count from when they have arrived as a whole.
 */
export const holdBack = (most: number): preHandlerHookHandler => {
  let underWay = 0
  return (_request, reply, done) => {
    if (underWay >= most) {
      reply.header('retry-after', '1')
      answerError(reply, 503, 'SERVICE_UNAVAILABLE', 'Too many requests are under way; try again in a second')
      return
    }
    underWay += 1
    // Also where the client went away.
    reply.raw.once('close', () => {
      underWay -= 1
    })
    done()
  }
}
