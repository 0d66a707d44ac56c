import type { FastifyInstance } from 'fastify'
import { answerError } from './answer-errors.ts'

/**
 * While the server stops, what is under way is finished. What still comes over connections that are kept alive is turned
 * away with 503, so that whoever balances loads asks another process; only /healthz goes on saying that this one lives.
 */
export const tellStopping = (server: FastifyInstance): { begin(): void } => {
  let isStopping = false
  server.addHook('onRequest', (request, reply, done) => {
    if (!isStopping || request.url === '/healthz') return done()
    reply.header('retry-after', '1')
    if (request.url === '/readyz') reply.code(503).send({ status: 'not ready', reason: 'The process is stopping' })
    else answerError(reply, 503, 'SERVICE_UNAVAILABLE', 'The server is stopping; try again')
  })
  server.addHook('onSend', (_request, reply, payload, done) => {
    // A connection that is kept alive would keep the server waiting for it.
    if (isStopping) reply.header('connection', 'close')
    done(null, payload)
  })
  return {
    begin() {
      isStopping = true
    },
  }
}
