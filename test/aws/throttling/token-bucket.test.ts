import { describe, expect, test } from 'vitest'
import { createBuckets } from '../../../src/aws/throttling/buckets.ts'
import { createTokenBucket } from '../../../src/aws/throttling/token-bucket.ts'
import { createRandom } from '../../../src/sandbox/world/random.ts'
import { createAwsBucket, loading, type Outcome, runLoad } from './aws-bucket.ts'
import { createVirtualClock } from './virtual-clock.ts'

const documented = { capacity: 100, refillPerSecond: 20 }

/** A load on AWS's bucket, of which a neighbour uses a part, with answers in about 50 ms. */
async function load(calls: number, { neighbour = 0, parallel = 10, seed = 1, latencyMs = 50 } = {}) {
  const clock = createVirtualClock()
  const aws = createAwsBucket(clock, {
    capacity: documented.capacity * (1 - neighbour),
    refillPerSecond: documented.refillPerSecond * (1 - neighbour),
  })
  const random = createRandom(seed)
  return runLoad({
    clock,
    aws,
    buckets: createBuckets({}, clock),
    jobs: [{ calls, parallel }],
    latencyMs: () => latencyMs * (0.5 + random.unit()),
  })
}

describe('a bucket', () => {
  test('gives out a burst, then its pace', () => {
    const bucket = createTokenBucket(documented, 0)
    let burst = 0
    while (bucket.waitMs(0) === 0) {
      bucket.take(0, false)
      burst += 1
    }
    expect(burst).toBe(40)
    expect(bucket.waitMs(0)).toBe(72)
    expect(bucket.waitMs(71)).toBe(1)
    expect(bucket.waitMs(72)).toBe(0)
  })

  test('gives out a larger burst only after calls that waited for it', () => {
    const burstAfter = (waited: boolean) => {
      const bucket = createTokenBucket(documented, 0)
      for (let call = 0; call < 150; call += 1) bucket.allowed(bucket.take(call * 1000, waited))
      let burst = 0
      for (; bucket.waitMs(500_000) === 0; burst += 1) bucket.take(500_000, false)
      return burst
    }
    expect(burstAfter(false)).toBe(40)
    expect(burstAfter(true)).toBe(80)
  })

  test('takes the word of another of its account for what it can count on, once', () => {
    const bucket = createTokenBucket(documented, 0)
    bucket.heed({ pace: 0.2, isMeasured: false }, 0)
    expect(bucket.pace()).toBe(0.7)
    bucket.heed({ pace: 0.4, isMeasured: true }, 0)
    bucket.heed({ pace: 0.6, isMeasured: true }, 0)
    expect(bucket.pace()).toBe(0.4)
  })

  test('that has to be careful begins at half the pace, and grows by calls that waited only', () => {
    const bucket = createTokenBucket(documented, 0, { isCareful: true })
    for (let call = 0; call < 300; call += 1) bucket.allowed(bucket.take(call * 1000, false))
    expect(bucket.pace()).toBe(0.5)
    for (let call = 0; call < 75; call += 1) bucket.allowed(bucket.take(call * 1000, true))
    expect(bucket.pace()).toBeCloseTo(0.75, 5)
  })

  test('takes what AWS let through for its rate', () => {
    const bucket = createTokenBucket(documented, 0, { isCareful: true })
    for (let call = 0; call < 95; call += 1) bucket.allowed(bucket.take(call * 47, true))
    bucket.throttled(bucket.take(4500, true), 4500)
    // 95 calls out of half a bucket of 50 that 10 a second refill
    expect(bucket.pace()).toBeCloseTo(0.95 * 0.5, 2)
    expect(bucket.waitMs(4500)).toBeGreaterThan(100)
  })

  test('slows down once for all calls that were under way', () => {
    const bucket = createTokenBucket(documented, 0, { isCareful: true })
    const tickets = Array.from({ length: 10 }, () => bucket.take(0, false))
    for (const ticket of tickets) bucket.throttled(ticket, 50)
    expect(bucket.pace()).toBe(0.25)
  })

  test('slows down in a storm to a sixty-fourth, and comes back', () => {
    const bucket = createTokenBucket(documented, 0)
    let at = 0
    for (let call = 0; call < 20; call += 1) {
      at += bucket.waitMs(at)
      bucket.throttled(bucket.take(at, true), at + 50)
      at += 50
    }
    expect(bucket.pace()).toBe(1 / 64)
    const stormEnd = at
    while (bucket.pace() < 1) {
      at += bucket.waitMs(at)
      bucket.allowed(bucket.take(at, true))
    }
    expect((at - stormEnd) / 1000).toBeLessThan(90)
  })

  test('that was used elsewhere begins emptier', () => {
    expect(createTokenBucket(documented, 0, { usedTokens: 100 }).waitMs(0)).toBe(72)
    expect(createTokenBucket(documented, 0, { usedTokens: 30 }).waitMs(0)).toBe(0)
  })
})

describe('against a bucket of AWS', () => {
  test.each([
    [500, 1.25],
    [1_000, 1.13],
    [2_000, 1.06],
    [5_000, 1.03],
  ])('%i calls alone take no longer than %f of the bound and are never throttled', async (calls, most) => {
    const { throttled, seconds } = await load(calls)
    expect(throttled).toBe(0)
    expect(seconds / ((calls - documented.capacity) / documented.refillPerSecond)).toBeLessThan(most)
  })

  test.each([
    [0.25, 0.001],
    [0.5, 0.001],
    // More than the burst counts on: the calls that are under way then are throttled all together.
    [0.75, 0.004],
  ])('beside a neighbour who uses %f of it, at most %f of the calls are throttled', async (neighbour, most) => {
    const { throttled, calls, seconds } = await load(4_000, { neighbour })
    expect(throttled / calls).toBeLessThanOrEqual(most)
    const bound = (4_000 - documented.capacity * (1 - neighbour)) / (documented.refillPerSecond * (1 - neighbour))
    expect(seconds / bound).toBeLessThan(1.15)
  })

  test('raised by AWS, it is found out', async () => {
    const clock = createVirtualClock()
    const aws = createAwsBucket(clock, { capacity: 400, refillPerSecond: 80 })
    const { seconds } = await runLoad({
      clock,
      aws,
      buckets: createBuckets({}, clock),
      jobs: [{ calls: 60_000, parallel: 20 }],
      latencyMs: () => 50,
    })
    expect(60_000 / seconds).toBeGreaterThan(25)
  })

  test('a neighbour who comes and goes leaves no lasting trace', async () => {
    const clock = createVirtualClock()
    const aws = createAwsBucket(clock, { capacity: 50, refillPerSecond: 10 })
    const buckets = createBuckets({}, clock)
    const jobs = [{ calls: 1_500, parallel: 10 }]
    await runLoad({ clock, aws, buckets, jobs, latencyMs: () => 50 })
    aws.resize(documented)
    await runLoad({ clock, aws, buckets, jobs: [{ calls: 2_500, parallel: 10 }], latencyMs: () => 50 })
    const after = await runLoad({ clock, aws, buckets, jobs, latencyMs: () => 50 })
    expect(1_500 / after.seconds).toBeGreaterThan(18)
  })

  test('of any size, with any latency, beside a neighbour who uses up to half', { timeout: 60_000 }, async () => {
    const first = Number(process.env['BUCKET_SEED'] ?? 1)
    let calls = 0
    let throttled = 0
    for (let seed = first; seed < first + 20; seed += 1) {
      const random = createRandom(seed)
      const neighbour = random.unit() * 0.5
      const options = {
        neighbour,
        parallel: 1 + Math.floor(random.unit() * 40),
        seed,
        latencyMs: 5 + random.unit() * 100,
      }
      const outcome = await load(3_000, options)
      const rate = documented.refillPerSecond * (1 - neighbour)
      const bound = (3_000 - documented.capacity * (1 - neighbour)) / rate
      const latencyBound = (3_000 * options.latencyMs) / 1000 / options.parallel
      const told = `seed ${seed}: ${JSON.stringify({ ...options, ...outcome, bound, latencyBound })}`
      expect(outcome.calls - outcome.throttled, told).toBe(3_000)
      expect(outcome.seconds, told).toBeLessThan(1.15 * Math.max(bound, latencyBound))
      expect(outcome.throttled / outcome.calls, told).toBeLessThanOrEqual(0.005)
      calls += outcome.calls
      throttled += outcome.throttled
    }
    expect(throttled / calls).toBeLessThanOrEqual(0.001)
  })

  test('all the buckets of an organization beside a neighbour who uses half of each', async () => {
    const clock = createVirtualClock()
    const buckets = createBuckets({}, clock)
    const random = createRandom(3)
    // One account-Region with many images, some with more than a burst, the others with few, as organizations have them.
    const places = Array.from({ length: 12 }, (_, account) => {
      const few = account < 4 ? [70, 30, 20, 10] : [15, 10, 5, 3]
      return (account === 0 ? [2_000, 30, 30, 30] : few).map((calls, region) => ({ account, region, calls }))
    }).flat()
    const outcomes = await clock.run(
      Promise.all(
        places.map(({ account, region, calls }) =>
          loading({
            clock,
            aws: createAwsBucket(clock, { capacity: 50, refillPerSecond: 10 }),
            buckets,
            jobs: [{ calls, parallel: 40 }],
            latencyMs: () => 50 * (0.5 + random.unit()),
            accountId: String(account),
            region: String(region),
          }),
        ),
      ),
    )
    const sum = (of: (outcome: Outcome) => number) => outcomes.reduce((all, outcome) => all + of(outcome), 0)
    expect(sum(({ throttled }) => throttled) / sum(({ calls }) => calls)).toBeLessThanOrEqual(0.001)
  })
})
