import type { Meter } from './metrics.ts'
import { secondBuckets } from './seconds.ts'

export type CallOfAws = { readonly service: string; readonly action: string }

export type AwsMetrics = {
  /** A request was answered, or failed: `result` is `ok`, or the class of its failure */
  call(call: CallOfAws, result: 'ok' | 'throttled' | 'transient' | 'denied' | 'final'): void
  /** A call waited for its token */
  wait(call: CallOfAws, milliseconds: number): void
}

/** `waiting`: calls that wait for a token at present. */
export function createAwsMetrics(meter: Meter, waiting: () => number): AwsMetrics {
  const calls = meter.createCounter('amigraph_aws_calls', {
    description: 'Requests to AWS by service, action and result: ok, throttled, transient, denied, final',
  })
  const waits = meter.createHistogram('amigraph_aws_bucket_wait_seconds', {
    description: 'How long calls waited for a token of the bucket of their account, Region and action',
    advice: { explicitBucketBoundaries: secondBuckets },
  })
  meter
    .createObservableGauge('amigraph_aws_bucket_waiting', { description: 'Calls that wait for a token at present' })
    .addCallback(result => result.observe(waiting()))
  return {
    call: ({ service, action }, result) => calls.add(1, { service, action, result }),
    wait: ({ service, action }, milliseconds) => waits.record(milliseconds / 1000, { service, action }),
  }
}
