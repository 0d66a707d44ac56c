import type { FastifyInstance } from 'fastify'

/**
 * An answer that is sent before its request was read as a whole, such as that its body cannot be decompressed, ends the
 * connection: the rest of the body would stand before the next request, which may be somebody else's behind a proxy.
 */
export const closeUnread = (server: FastifyInstance): void => {
  server.addHook('onSend', (request, reply, payload, done) => {
    if (!request.raw.complete) reply.header('connection', 'close')
    done(null, payload)
  })
}
