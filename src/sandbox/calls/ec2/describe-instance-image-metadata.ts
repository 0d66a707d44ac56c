import type {
  DescribeInstanceImageMetadataRequest,
  DescribeInstanceImageMetadataResult,
  ImageMetadata,
  InstanceImageMetadata,
} from '@aws-sdk/client-ec2'
import type { Call, CallContext } from '../../call.ts'
import { imageAllowed } from '../../world/allowed-images.ts'
import { regionOf } from '../../world/find.ts'
import { isPublic } from '../../world/image-store.ts'
import { instancesOf, isListed } from '../../world/instance-store.ts'
import type { WorldInstance } from '../../world/world.ts'
import { compileFilters, type FilterFields } from './filter.ts'
import { instanceState } from './instance-state.ts'
import { ownedInstances } from './owned-instances.ts'
import { type PageRule, pageFrom, pageStart, refusePaging } from './page.ts'

const rule: PageRule = { operation: 'DescribeInstanceImageMetadata', smallest: 5, largest: 1000, unlimited: false }

const filters: FilterFields<InstanceImageMetadata> = {
  'availability-zone': item => item.AvailabilityZone,
  'image-allowed': item => item.ImageMetadata?.ImageAllowed,
  'instance-id': item => item.InstanceId,
  'instance-state-name': item => item.State?.Name,
  'instance-type': item => item.InstanceType,
  'launch-time': item => item.LaunchTime?.toISOString(),
  'owner-alias': item => item.ImageMetadata?.ImageOwnerAlias,
  'owner-id': item => item.OwnerId,
}

/** What is behind each of the caller's instances, also where the image is gone, private or disallowed by now. */
export const describeInstanceImageMetadata: Call<
  DescribeInstanceImageMetadataRequest,
  DescribeInstanceImageMetadataResult
> = (input, context) => {
  const matches = compileFilters(input.Filters, filters, item => item.Tags ?? [])
  const isShown = (instance: WorldInstance) =>
    isListed(instance, context.now()) && (!input.Filters?.length || matches(metadata(instance, context)))
  const answer = (instance: WorldInstance) => metadata(instance, context)
  if (input.InstanceIds?.length) {
    refusePaging(input, 'InstanceId')
    return { InstanceImageMetadata: ownedInstances(input.InstanceIds, context).filter(isShown).map(answer) }
  }
  const { after, limit } = pageStart(rule, input)
  const own = instancesOf(regionOf(context.world, context.region), context.caller.accountId)
  const { items, NextToken } = pageFrom(rule, own.after(after), instance => instance.instanceId, isShown, limit)
  return { InstanceImageMetadata: items.map(answer), NextToken }
}

const metadata = (instance: WorldInstance, context: CallContext): InstanceImageMetadata => ({
  ...(instance.recordedMetadata ?? {
    InstanceId: instance.instanceId,
    InstanceType: instance.instanceType as InstanceImageMetadata['InstanceType'],
    LaunchTime: instance.launchTime,
    AvailabilityZone: instance.zone,
    OwnerId: instance.accountId,
    Operator: { Managed: false },
  }),
  State: instanceState(instance.state),
  ...(instance.tags?.length ? { Tags: instance.tags } : {}),
  ImageMetadata: imageMetadata(instance, context),
})

/** Without an alias the owner's account ID stands in its place. */
const imageMetadata = (instance: WorldInstance, { world, caller, region, now }: CallContext): ImageMetadata => {
  const { image, recordedMetadata } = instance
  if (recordedMetadata?.ImageMetadata !== undefined) return recordedMetadata.ImageMetadata
  if (image === undefined) return { ImageId: instance.imageId }
  const { facts } = image
  const allowed = imageAllowed(regionOf(world, region), caller.accountId, image, now())
  return {
    ImageId: image.imageId,
    ...(facts.Name === undefined ? {} : { Name: facts.Name }),
    OwnerId: image.ownerId,
    State: facts.State,
    ImageOwnerAlias: facts.ImageOwnerAlias ?? image.ownerId,
    CreationDate: facts.CreationDate,
    ...(facts.DeprecationTime === undefined ? {} : { DeprecationTime: facts.DeprecationTime }),
    ...(allowed === undefined ? {} : { ImageAllowed: allowed }),
    IsPublic: isPublic(image),
    ...(facts.ImageWatermarks?.length ? { ImageWatermarks: facts.ImageWatermarks } : {}),
  }
}
