import { describe, expect, test } from 'vitest'
import { bucketSize } from '../../../src/aws/throttling/bucket-size.ts'
import { awsBucketSize } from '../../../src/sandbox/throttle.ts'

const inputs: Record<string, unknown>[] = [
  {},
  { MaxResults: 1000 },
  { NextToken: 'x' },
  { Filters: [] },
  { Filters: [{ Name: 'image-id' }] },
  { InstanceIds: ['i-1'] },
  { OwnerIds: ['self'] },
]

// The sandbox throttles as AWS documents it: we have to expect the same.
test.each([
  'DescribeImages',
  'DescribeImageAttribute',
  'DescribeInstances',
  'DescribeSnapshots',
  'GetAllowedImagesSettings',
  'ListImagesInRecycleBin',
  'CreateImageUsageReport',
])('the bucket of %s is that of the sandbox', action => {
  for (const input of inputs) {
    const call = { service: 'ec2', action, input }
    const asked = { accountId: '111111111111', region: 'eu-west-1', service: 'ec2', operation: action, input }
    expect(bucketSize(call, {})).toEqual(awsBucketSize(asked))
  }
})

describe('a configured size', () => {
  const sizes = {
    'ec2:DescribeImages': { capacity: 7, refillPerSecond: 1 },
    'kms:*': { capacity: 9, refillPerSecond: 2 },
  }
  test.each([
    ['ec2', 'DescribeImages', 7],
    ['ec2', 'DescribeInstances', 50],
    ['kms', 'ListGrants', 9],
    ['kms', 'DescribeKey', 9],
    ['sts', 'AssumeRole', 300],
  ])('%s:%s', (service, action, capacity) => {
    expect(bucketSize({ service, action, input: {} }, sizes)?.capacity).toBe(capacity)
  })
})

test('services that take more than a sync can ask have no bucket', () => {
  expect(bucketSize({ service: 's3', action: 'GetObject', input: {} }, {})).toBeNull()
})
