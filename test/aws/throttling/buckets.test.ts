import { expect, test } from 'vitest'
import { type AccountCall, createBuckets } from '../../../src/aws/throttling/buckets.ts'
import { createVirtualClock } from './virtual-clock.ts'

const call = (more: Partial<AccountCall> = {}): AccountCall => ({
  accountId: '111111111111',
  region: 'eu-west-1',
  service: 'ec2',
  action: 'DescribeImages',
  input: {},
  ...more,
})

const open = () => {
  const clock = createVirtualClock()
  const buckets = createBuckets({}, clock)
  const of = (more?: Partial<AccountCall>) => {
    const bucket = buckets.of(call(more))
    if (bucket === null) throw new Error('EC2 has buckets')
    return bucket
  }
  /** How many calls may leave at once */
  const burst = async (more?: Partial<AccountCall>) => {
    let left = 0
    const giveUp = new AbortController()
    const entered = Array.from({ length: 200 }, async () => {
      await of(more).enter({ signal: giveUp.signal })
      left += 1
    })
    await new Promise(resolve => setImmediate(resolve))
    giveUp.abort()
    await Promise.allSettled(entered)
    return left
  }
  return { clock, buckets, of, burst }
}

test('who came first leaves first, and a throttled call before all others', async () => {
  const { clock, of, burst } = open()
  await burst()
  const order: string[] = []
  const enter = async (name: string, again = false) => {
    await of().enter({ again })
    order.push(name)
  }
  await clock.run(Promise.all([enter('first'), enter('second'), enter('third'), enter('throttled', true)]))
  expect(order).toEqual(['throttled', 'first', 'second', 'third'])
})

test('a wait that is given up leaves its place to the next', async () => {
  const { clock, buckets, of, burst } = open()
  await burst()
  const giveUp = new AbortController()
  const given = of().enter({ signal: giveUp.signal })
  const next = of().enter()
  expect(buckets.waiting()).toBe(2)
  giveUp.abort(new Error('enough'))
  await expect(given).rejects.toThrow('enough')
  await clock.run(next)
  expect(clock.now()).toBe(72)
  expect(buckets.waiting()).toBe(0)
  await expect(of().enter({ signal: giveUp.signal })).rejects.toThrow('enough')
})

test('accounts, Regions and actions do not share', async () => {
  const { burst } = open()
  for (const more of [{}, { region: 'us-east-1' }, { accountId: '222222222222' }, { action: 'DescribeImageAttribute' }])
    expect(await burst(more)).toBe(40)
  expect(await burst()).toBe(0)
})

test('what one bucket of an account has shown, the next begins with', async () => {
  const { of, burst } = open()
  const bucket = of()
  bucket.throttled(await bucket.enter())
  expect(await burst({ region: 'us-east-1' })).toBe(28)
  expect(await burst({ accountId: '222222222222' })).toBe(40)
})

test.each([
  [0, 0],
  [4_000, 20],
  [60_000, 40],
])('an account-Region that another process called until %i ms ago begins with %i tokens', async (idleMs, tokens) => {
  const { buckets, burst } = open()
  buckets.takeOver('111111111111', 'eu-west-1', idleMs)
  expect(await burst()).toBe(tokens)
  expect(await burst({ region: 'us-east-1' })).toBe(40)
})
