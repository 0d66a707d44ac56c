import { createNoopMeter, type Meter } from '@opentelemetry/api'
import type { MetricsConfig } from '../config/config.ts'

export type { Meter } from '@opentelemetry/api'

export type Metrics = {
  /** What instruments are made of. Where nobody can ask for them they record nothing */
  readonly meter: Meter
  /** Where they can be asked for; null: nowhere */
  readonly url: string | null
  close(): Promise<void>
}

/** Records nothing. */
export const noMetrics: Metrics = { meter: createNoopMeter(), url: null, close: async () => {} }

/** The metrics' port cannot be listened on. */
export class MetricsListenError extends Error {
  override readonly name = 'MetricsListenError'
  readonly code = 'METRICS_LISTEN_FAILED'
}

/**
 * Serves metrics to Prometheus where a port is configured for them. What that takes is loaded only then: a process
 * without metrics stays as small as it is.
 */
export async function openMetrics({ host, port }: MetricsConfig): Promise<Metrics> {
  if (port === null) return noMetrics
  const { servePrometheus } = await import('./prometheus.ts')
  try {
    return await servePrometheus(host, port)
  } catch (error) {
    throw new MetricsListenError(`Cannot serve metrics at ${host}, port ${port}: ${(error as Error).message}`)
  }
}
