import type { Instance } from '@aws-sdk/client-ec2'
import type { FilterFields } from './filter.ts'

/** The filters of DescribeInstances, over the instance as it is answered. */
export const instanceFilters: FilterFields<Instance> = {
  architecture: instance => instance.Architecture,
  'availability-zone': instance => instance.Placement?.AvailabilityZone,
  'image-id': instance => instance.ImageId,
  'instance-id': instance => instance.InstanceId,
  'instance-state-code': instance => instance.State?.Code,
  'instance-state-name': instance => instance.State?.Name,
  'instance-type': instance => instance.InstanceType,
  'launch-time': instance => instance.LaunchTime?.toISOString(),
  platform: instance => instance.Platform,
  'platform-details': instance => instance.PlatformDetails,
  'product-code': instance => instance.ProductCodes?.map(code => code.ProductCodeId),
  'product-code.type': instance => instance.ProductCodes?.map(code => code.ProductCodeType),
  'state-reason-code': instance => instance.StateReason?.Code,
  'usage-operation': instance => instance.UsageOperation,
}
