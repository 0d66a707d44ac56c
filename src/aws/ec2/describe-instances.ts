import {
  DescribeInstancesCommand,
  type DescribeInstancesCommandInput,
  type EC2Client,
  type Instance as Ec2Instance,
} from '@aws-sdk/client-ec2'
import type { Instance } from '../../domain/facts.ts'
import { spell } from '../../domain/vocabulary.ts'
import { pages } from '../pages.ts'
import { readProductCodes } from './read-product-codes.ts'
import { readTags } from './read-tags.ts'

const pageSize = 1_000

/** Values that one filter takes. */
export const instanceIdsPerCall = 200

/** ec2 DescribeInstances: every instance of the account in the client's Region, lately terminated ones too. */
export function describeInstances(ec2: EC2Client, accountId: string, region: string): AsyncGenerator<Instance[]> {
  return describe(ec2, accountId, region, {})
}

/** Instances by ID, at most `instanceIdsPerCall`; those that the account does not have, or no more, are left out. */
export function describeInstancesById(
  ec2: EC2Client,
  accountId: string,
  region: string,
  instanceIds: readonly string[],
): AsyncGenerator<Instance[]> {
  return describe(ec2, accountId, region, { Filters: [{ Name: 'instance-id', Values: [...instanceIds] }] })
}

async function* describe(
  ec2: EC2Client,
  accountId: string,
  region: string,
  which: DescribeInstancesCommandInput,
): AsyncGenerator<Instance[]> {
  const listing = pages(NextToken =>
    ec2.send(new DescribeInstancesCommand({ ...which, MaxResults: pageSize, NextToken })),
  )
  for await (const { Reservations = [] } of listing)
    yield Reservations.flatMap(({ Instances = [] }) =>
      Instances.flatMap(instance => readInstance(accountId, region, instance) ?? []),
    )
}

function readInstance(accountId: string, region: string, instance: Ec2Instance): Instance | null {
  if (!instance.InstanceId || !instance.ImageId) return null
  return {
    accountId,
    region,
    instanceId: instance.InstanceId,
    imageId: instance.ImageId,
    state: spell('instanceState', instance.State?.Name) ?? 'OTHER',
    instanceType: instance.InstanceType ?? null,
    architecture: spell('architecture', instance.Architecture),
    bootMode: spell('bootMode', instance.BootMode),
    currentBootMode: spell('bootMode', instance.CurrentInstanceBootMode),
    platform: spell('platform', instance.Platform),
    platformDetails: instance.PlatformDetails ?? null,
    usageOperation: instance.UsageOperation ?? null,
    // AWS names only the exceptions.
    lifecycle: spell('instanceLifecycle', instance.InstanceLifecycle) ?? 'ON_DEMAND',
    availabilityZone: instance.Placement?.AvailabilityZone ?? null,
    launchTime: instance.LaunchTime ?? null,
    tags: readTags(instance.Tags),
    productCodes: readProductCodes(instance.ProductCodes),
  }
}
