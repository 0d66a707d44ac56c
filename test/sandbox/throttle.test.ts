import { describe, expect, it } from 'vitest'
import {
  awsBucketSize,
  besideNeighbour,
  createThrottle,
  refilled,
  type ThrottledCall,
} from '../../src/sandbox/throttle.ts'

const call = (operation: string, input: Record<string, unknown> = {}, service = 'ec2'): ThrottledCall => ({
  accountId: '111111111111',
  region: 'eu-west-1',
  service,
  operation,
  input,
})

describe('awsBucketSize', () => {
  // Amazon EC2 API Reference, "Request throttling for the Amazon EC2 API"
  it.each([
    ['DescribeImages', {}, 100, 20],
    ['GetImageBlockPublicAccessState', {}, 100, 20],
    ['ListImagesInRecycleBin', {}, 100, 20],
    ['DescribeInstances', {}, 50, 10],
    ['DescribeInstances', { Filters: [], InstanceIds: [] }, 50, 10],
    ['DescribeInstances', { MaxResults: 1000 }, 100, 20],
    ['DescribeInstances', { Filters: [{ Name: 'image-id' }] }, 100, 20],
    ['DescribeInstances', { InstanceIds: ['i-1'] }, 100, 20],
    ['DescribeInstances', { NextToken: 'x' }, 100, 20],
    ['DescribeSnapshots', { OwnerIds: ['self'] }, 50, 10],
    ['DescribeSnapshots', { OwnerIds: ['self'], MaxResults: 5 }, 100, 20],
    ['ModifyImageAttribute', {}, 50, 5],
    ['CreateImageUsageReport', {}, 50, 5],
  ])('%s %j has %i tokens, %i a second', (operation, input, capacity, refillPerSecond) => {
    expect(awsBucketSize(call(operation, input))).toEqual({ capacity, refillPerSecond })
  })

  it('leaves other services alone', () => {
    expect(awsBucketSize(call('AssumeRole', {}, 'sts'))).toBeUndefined()
  })
})

describe('refilled', () => {
  const size = { capacity: 10, refillPerSecond: 2 }
  it.each([
    ['nothing in no time', { tokens: 3, at: 0 }, 0, 3],
    ['two a second', { tokens: 3, at: 0 }, 1000, 5],
    ['parts of a token', { tokens: 0, at: 0 }, 250, 0.5],
    ['never over its capacity', { tokens: 9, at: 0 }, 60_000, 10],
    ['nothing when the clock goes back', { tokens: 3, at: 5000 }, 0, 3],
    ['less than a full bucket of a larger size', { tokens: 50, at: 0 }, 0, 10],
  ])('adds %s', (_case, bucket, at, tokens) => {
    expect(refilled(bucket, size, at)).toEqual({ tokens, at })
  })
})

it.each([
  [0, { capacity: 100, refillPerSecond: 20 }],
  [0.5, { capacity: 50, refillPerSecond: 10 }],
  [1, { capacity: 1, refillPerSecond: 0 }],
])('a neighbour that uses %f leaves %j', (neighbour, left) => {
  expect(besideNeighbour({ capacity: 100, refillPerSecond: 20 }, neighbour)).toEqual(left)
})

describe('createThrottle', () => {
  const at = (start = 0) => {
    let time = start
    return { now: () => new Date(time), pass: (ms: number) => (time += ms) }
  }
  const takeAll = (throttle: ReturnType<typeof createThrottle>, what: ThrottledCall) => {
    let taken = 0
    while (taken < 1000 && throttle.take(what)) taken += 1
    return taken
  }

  it('lets everything through while it is off', () => {
    expect(takeAll(createThrottle(at().now), call('DescribeImages'))).toBe(1000)
  })

  it('empties a bucket and refills it with time', () => {
    const clock = at()
    const throttle = createThrottle(clock.now, { on: true })
    expect(takeAll(throttle, call('DescribeImages'))).toBe(100)
    clock.pass(1000)
    expect(takeAll(throttle, call('DescribeImages'))).toBe(20)
    clock.pass(49)
    expect(throttle.take(call('DescribeImages'))).toBe(false)
    clock.pass(1)
    expect(throttle.take(call('DescribeImages'))).toBe(true)
    clock.pass(3_600_000)
    expect(takeAll(throttle, call('DescribeImages'))).toBe(100)
  })

  it('keeps accounts, Regions, actions and unfiltered calls apart', () => {
    const throttle = createThrottle(at().now, { on: true })
    expect(takeAll(throttle, call('DescribeInstances'))).toBe(50)
    expect(takeAll(throttle, call('DescribeInstances', { MaxResults: 5 }))).toBe(100)
    expect(takeAll(throttle, call('DescribeImages'))).toBe(100)
    expect(takeAll(throttle, { ...call('DescribeImages'), region: 'us-east-1' })).toBe(100)
    expect(takeAll(throttle, { ...call('DescribeImages'), accountId: '222222222222' })).toBe(100)
  })

  it('takes other sizes and a neighbour, also later', () => {
    const throttle = createThrottle(at().now, {
      on: true,
      sizes: { ListAccounts: { capacity: 8, refillPerSecond: 1 } },
    })
    expect(takeAll(throttle, call('ListAccounts', {}, 'organizations'))).toBe(8)
    throttle.set({ neighbour: 0.5 })
    expect(takeAll(throttle, call('DescribeImages'))).toBe(50)
    throttle.set({ on: false })
    expect(takeAll(throttle, call('DescribeImages'))).toBe(1000)
  })
})
