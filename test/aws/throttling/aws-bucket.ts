import type { Buckets } from '../../../src/aws/throttling/buckets.ts'
import type { VirtualClock } from './virtual-clock.ts'

/** AWS's side of one bucket, full at first, as "Request throttling for the Amazon EC2 API" describes it. */
export function createAwsBucket(clock: VirtualClock, documented: { capacity: number; refillPerSecond: number }) {
  let size = documented
  let tokens = size.capacity
  let at = clock.now()
  const settle = (): void => {
    tokens = Math.min(size.capacity, tokens + ((clock.now() - at) / 1000) * size.refillPerSecond)
    at = clock.now()
  }
  return {
    take(): boolean {
      settle()
      if (tokens < 1) return false
      tokens -= 1
      return true
    },
    resize(changed: { capacity: number; refillPerSecond: number }): void {
      settle()
      size = changed
      tokens = Math.min(tokens, size.capacity)
    },
  }
}

export type Job = {
  calls: number
  /** Calls under way at the same time */
  parallel: number
}

export type Load = {
  clock: VirtualClock
  buckets: Buckets
  aws: { take(): boolean }
  jobs: readonly Job[]
  latencyMs: () => number
  accountId?: string
  region?: string
}

export type Outcome = { calls: number; throttled: number; seconds: number; finishedAt: number[] }

/** Jobs that each make their calls as fast as the bucket of DescribeImageAttribute lets them. */
export function runLoad(load: Load): Promise<Outcome> {
  return load.clock.run(loading(load))
}

/** The same, while somebody else lets the time pass. */
export async function loading(load: Load): Promise<Outcome> {
  const { clock, buckets, aws, jobs, latencyMs, accountId = '111111111111', region = 'eu-west-1' } = load
  const outcome: Outcome = { calls: 0, throttled: 0, seconds: 0, finishedAt: [] }
  const call = { accountId, region, service: 'ec2', action: 'DescribeImageAttribute' }
  const began = clock.now()

  const askOnce = async (): Promise<void> => {
    const bucket = buckets.of({ ...call, input: {} })
    if (bucket === null) throw new Error('EC2 has buckets')
    for (let again = false; ; again = true) {
      const ticket = await bucket.enter({ again })
      outcome.calls += 1
      await clock.sleep(latencyMs() / 2)
      const isAllowed = aws.take()
      await clock.sleep(latencyMs() / 2)
      if (isAllowed) return bucket.allowed(ticket)
      outcome.throttled += 1
      bucket.throttled(ticket)
    }
  }
  const runJob = async ({ calls, parallel }: Job): Promise<void> => {
    let left = calls
    const one = async (): Promise<void> => {
      while (left > 0) {
        left -= 1
        await askOnce()
      }
    }
    await Promise.all(Array.from({ length: parallel }, one))
    outcome.finishedAt.push((clock.now() - began) / 1000)
  }
  await Promise.all(jobs.map(runJob))
  outcome.seconds = (clock.now() - began) / 1000
  return outcome
}
