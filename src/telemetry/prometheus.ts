import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { PrometheusExporter } from '@opentelemetry/exporter-prometheus'
import { MeterProvider } from '@opentelemetry/sdk-metrics'
import type { Metrics } from './metrics.ts'

/**
 * Metrics in Prometheus' text format at `/metrics`, on a port of their own, and `/healthz`, which a worker has nowhere else.
 * Rejects where it cannot be listened on.
 */
export async function servePrometheus(host: string, port: number): Promise<Metrics> {
  const exporter = new PrometheusExporter({ preventServerStart: true, withoutScopeInfo: true, withoutTargetInfo: true })
  const provider = new MeterProvider({ readers: [exporter] })
  const server = createServer((request, response) => {
    if (request.url === '/metrics' && request.method === 'GET') exporter.getMetricsRequestHandler(request, response)
    else if (request.url === '/healthz' && request.method === 'GET')
      response.writeHead(200, { 'content-type': 'application/json' }).end('{"status":"ok"}')
    else response.writeHead(404).end()
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      resolve()
    })
  })
  const { port: bound } = server.address() as AddressInfo
  return {
    meter: provider.getMeter('amigraph'),
    url: `http://${host.includes(':') ? `[${host}]` : host}:${bound}/metrics`,
    async close() {
      server.closeAllConnections()
      await new Promise<void>(resolve => server.close(() => resolve()))
      await provider.shutdown()
    },
  }
}
