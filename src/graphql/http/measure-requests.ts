import type { FastifyInstance } from 'fastify'
import type { ApiMetrics } from '../../telemetry/api-metrics.ts'

/** Tells how long each request took. Without metrics there is not even a hook. */
export const measureRequests = (server: FastifyInstance, metrics: ApiMetrics | null | undefined): void => {
  if (!metrics) return
  server.addHook('onResponse', (request, reply, done) => {
    const { method, routeOptions } = request
    metrics.request({
      method,
      // Not the URL, of which there is no end.
      route: routeOptions.url ?? 'none',
      status: reply.statusCode,
      milliseconds: reply.elapsedTime,
    })
    done()
  })
}
