import type { Meter } from './metrics.ts'
import { secondBuckets } from './seconds.ts'

export type ApiMetrics = {
  /** A request was answered */
  request(request: { method: string; route: string; status: number; milliseconds: number }): void
  /** A query was answered: `status` is `OK` or the code of its first error */
  operation(operation: { status: string; cost: number | null }): void
  /** An answer was looked for among those that are kept */
  lookedUp(isKept: boolean): void
}

const costBuckets = [1, 3, 10, 30, 100, 300, 1_000, 3_000, 10_000, 30_000, 100_000]

export function createApiMetrics(meter: Meter): ApiMetrics {
  const requests = meter.createHistogram('amigraph_http_request_seconds', {
    description: 'Time of HTTP requests by method, route and status',
    advice: { explicitBucketBoundaries: secondBuckets },
  })
  const operations = meter.createCounter('amigraph_operations', {
    description: 'Operations by status: OK, or the code of the first error',
  })
  const costs = meter.createHistogram('amigraph_query_cost_points', {
    description: 'What operations cost',
    advice: { explicitBucketBoundaries: costBuckets },
  })
  const answers = meter.createCounter('amigraph_answer_lookups', {
    description: 'Answers looked for among those that are kept until something changes: hit, miss',
  })
  return {
    request: ({ method, route, status, milliseconds }) =>
      requests.record(milliseconds / 1000, { method, route, status }),
    operation({ status, cost }) {
      operations.add(1, { status })
      if (cost !== null) costs.record(cost)
    },
    lookedUp: isKept => answers.add(1, { result: isKept ? 'hit' : 'miss' }),
  }
}
