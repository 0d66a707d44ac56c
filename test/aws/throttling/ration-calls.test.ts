import { DescribeImageAttributeCommand, DescribeRegionsCommand } from '@aws-sdk/client-ec2'
import { expect, onTestFinished, test } from 'vitest'
import { type AwsOptions, createAwsClients } from '../../../src/aws/clients.ts'
import type { Fault, FaultRule } from '../../../src/sandbox/faults.ts'
import { serve } from '../../sandbox/served.ts'

const size = { capacity: 10, refillPerSecond: 100 }
const throttled: Fault = { kind: 'error', code: 'RequestLimitExceeded', status: 503 }

/** Clients of the tiny world's management account. */
async function open(options: Partial<AwsOptions> = {}, faults: FaultRule[] = []) {
  const { sandbox } = await serve({ faults })
  const aws = createAwsClients({
    memberRole: 'amigraph-reader',
    externalId: null,
    managementRoleArn: null,
    region: 'eu-west-1',
    endpoint: sandbox.url,
    credentials: () => Promise.resolve(sandbox.credentials.root),
    ...options,
  })
  onTestFinished(() => aws.close())
  const ec2 = await aws.ec2(await aws.homeAccountId(), 'eu-west-1')
  return { sandbox, aws, ec2, regions: () => ec2.send(new DescribeRegionsCommand({})) }
}

test('calls leave as their bucket allows, and each wait is told', async () => {
  const waits: number[] = []
  const { sandbox, regions } = await open({
    bucketSizes: { 'ec2:DescribeRegions': size },
    onWait: ({ action }, milliseconds) => {
      if (action === 'DescribeRegions') waits.push(milliseconds)
    },
  })
  await Promise.all(Array.from({ length: 40 }, regions))
  expect(sandbox.calls.total({ operation: 'DescribeRegions' })).toBe(40)
  expect(waits).toHaveLength(40)
  expect(Math.max(...waits)).toBeGreaterThan(200)
})

test('throttled calls take their turn again', async () => {
  const { sandbox, regions } = await open({}, [{ operation: 'DescribeRegions', fault: throttled, nth: 3, times: 4 }])
  await Promise.all(Array.from({ length: 10 }, regions))
  expect(sandbox.calls.total({ operation: 'DescribeRegions' })).toBe(14)
})

test('a call that is throttled again and again fails as throttled, without the retries of the SDK', async () => {
  const { sandbox, regions } = await open(
    { bucketSizes: { 'ec2:DescribeRegions': { capacity: 1000, refillPerSecond: 1000 } } },
    [{ operation: 'DescribeRegions', fault: throttled }],
  )
  await expect(regions()).rejects.toMatchObject({ code: 'RequestLimitExceeded', class: 'throttled' })
  expect(sandbox.calls.total({ operation: 'DescribeRegions' })).toBe(8)
})

test('what was refused for another reason is not asked again', async () => {
  const { sandbox, ec2 } = await open()
  const asked = ec2.send(new DescribeImageAttributeCommand({ ImageId: 'ami-0', Attribute: 'launchPermission' }))
  await expect(asked).rejects.toMatchObject({ name: 'AwsFailure' })
  expect(sandbox.calls.total({ operation: 'DescribeImageAttribute' })).toBe(1)
})

test('closing ends every wait', async () => {
  const { aws, regions } = await open({
    bucketSizes: { 'ec2:DescribeRegions': { capacity: 1, refillPerSecond: 0.001 } },
  })
  await regions()
  const waiting = regions()
  const ended = expect(waiting).rejects.toMatchObject({ name: 'AwsFailure' })
  aws.close()
  await ended
})
