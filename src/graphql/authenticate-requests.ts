import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { AccessError, CheckUnavailable } from '../auth/access-error.ts'
import type { Viewer } from '../domain/viewer.ts'
import type { ApiContext } from './api-context.ts'
import { isExplorerPage } from './explorer/serve-explorer.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** Null where anybody may ask */
    viewer: Viewer | null
  }
}

/** Nothing of the inventory is told here. Whatever else is ever served needs a viewer. */
const openRoutes = ['/healthz', '/readyz', '/explorer/:file']

/** Finds out who calls before anything of the request is read, and turns away whom it does not know. */
export const authenticateRequests = (
  server: FastifyInstance,
  { authenticate, audit, logger }: Pick<ApiContext, 'authenticate' | 'audit' | 'logger'>,
): void => {
  server.decorateRequest('viewer', null)
  const turnAway = (request: FastifyRequest, reply: FastifyReply, error: unknown) => {
    if (error instanceof AccessError) {
      const { code, reason, viewer } = error
      audit.refusal({ requestId: request.id, viewer, address: request.ip, status: code, reason })
      return refuse(reply.header('www-authenticate', error.challenge), error.status, code, error.message)
    }
    if (!(error instanceof CheckUnavailable)) return reply.send(error)
    logger.warn({ err: error, requestId: request.id }, 'who calls cannot be found out right now')
    return refuse(reply.header('retry-after', '5'), 503, 'SERVICE_UNAVAILABLE', 'Logins cannot be checked; try again')
  }
  server.addHook('onRequest', (request, reply, done) => {
    if (isOpen(request)) return done()
    const letIn = (viewer: Viewer) => {
      request.viewer = viewer
      done()
    }
    const viewer = authenticate(request.headers.authorization)
    // Without a turn of the loop for whoever is known already, which is nearly everybody.
    if (viewer instanceof Promise) viewer.then(letIn, error => turnAway(request, reply, error))
    else letIn(viewer)
  })
}

/** The viewer of a request to a route that is not open. */
export const viewerOf = ({ viewer, url }: FastifyRequest): Viewer => {
  if (viewer === null) throw new Error(`${url} is served without a viewer`)
  return viewer
}

const isOpen = (request: FastifyRequest): boolean => {
  const { url: route } = request.routeOptions
  // An unknown route has nothing to tell; a browser asks what it may send before it sends any credentials.
  return route === undefined || openRoutes.includes(route) || request.method === 'OPTIONS' || isExplorerPage(request)
}

const refuse = (reply: FastifyReply, status: number, code: string, message: string) =>
  reply.code(status).send({ errors: [{ message, extensions: { code } }] })
