import type { InstanceTypeInfo, InstanceTypeItem, Reservation, RunInstancesRequest } from '@aws-sdk/client-ec2'
import { AwsError, type Call, type CallContext } from '../../call.ts'
import { isHidden } from '../../world/allowed-images.ts'
import { bootModeOn } from '../../world/boot-mode.ts'
import { launch, terminate } from '../../world/changes.ts'
import { regionOf } from '../../world/find.ts'
import { instanceTypes } from '../../world/instance-types.ts'
import { mayUseKey } from '../../world/kms-keys.ts'
import { matchesWildcard } from '../../world/wildcard.ts'
import type { WorldImage } from '../../world/world.ts'
import { invalidParameter, noSuchImage } from './errors.ts'
import { instanceState } from './instance-state.ts'
import { instanceView } from './instance-view.ts'
import { launchableImage } from './owned-image.ts'
import { tagsFor } from './tag-specifications.ts'

/**
 * Launches instances from an image that the caller may launch here. The launching account is billed (R15); nobody has
 * to subscribe to a Marketplace product in this world.
 */
export const runInstances: Call<RunInstancesRequest, Reservation> = (input, context) => {
  const { world, region: name, caller } = context
  const image = launchableImage(input.ImageId, context)
  if (image.facts.State !== 'available')
    throw new AwsError('InvalidAMIID.Unavailable', `The image ID '${image.imageId}' is ${image.facts.State}`)
  // Disallowed images cannot be found by the account, so a launch does not find them either (R13)
  if (isHidden(regionOf(world, name), caller.accountId, image, context.now())) throw noSuchImage([image.imageId])
  const type = instanceTypes.get(input.InstanceType ?? 't2.micro')
  if (type === undefined) throw invalidParameter('instanceType', input.InstanceType, 'There is no such type.')
  requireBootable(type, image)
  requireSpecified(type, image)
  const count = input.MaxCount ?? 1
  if (count < 1 || count < (input.MinCount ?? 1)) throw invalidParameter('maxCount', count, 'It is less than minCount.')

  const instances = launch(world, image, {
    accountId: caller.accountId,
    instanceType: type.InstanceType ?? '',
    count,
    tags: tagsFor('instance', input.TagSpecifications),
    ...(input.Placement?.AvailabilityZone ? { zone: input.Placement.AvailabilityZone } : {}),
  })
  const answer: Reservation = {
    ReservationId: instances[0]?.reservationId,
    OwnerId: caller.accountId,
    Groups: [],
    Instances: instances.map(instance => ({ ...instanceView(instance), State: instanceState('pending') })),
  }
  if (!isStorageUsable(image, context)) {
    const reason = { Code: 'Client.InternalError', Message: 'Client.InternalError: Client error on launch' }
    for (const instance of instances) terminate(world, instance, reason)
  }
  return answer
}

const requireBootable = (type: InstanceTypeInfo, image: WorldImage) => {
  const architecture = image.facts.Architecture ?? 'x86_64'
  const supported: readonly string[] = type.ProcessorInfo?.SupportedArchitectures ?? []
  if (!supported.includes(architecture))
    throw new AwsError(
      'InvalidParameterValue',
      `The architecture '${supported}' of the specified instance type does not match the architecture '${architecture}' of the specified AMI.`,
    )
  if (bootModeOn(type, image.facts.BootMode) === undefined)
    throw new AwsError(
      'InvalidParameterCombination',
      `The instance type ${type.InstanceType} does not support the boot mode ${image.facts.BootMode} of the AMI.`,
    )
}

/** What the image's owner says of the types that it runs on (R2). */
const requireSpecified = ({ InstanceType }: InstanceTypeInfo, { imageId, facts }: WorldImage) => {
  const name = String(InstanceType)
  const { SupportedInstanceTypes, UnsupportedInstanceTypes } = facts.InstanceTypeSpecification ?? {}
  const isNamed = (items: readonly InstanceTypeItem[]) =>
    items.some(item => matchesWildcard(item.InstanceType ?? '')(name))
  if ((SupportedInstanceTypes && !isNamed(SupportedInstanceTypes)) || isNamed(UnsupportedInstanceTypes ?? []))
    throw new AwsError('InvalidParameterCombination', `The AMI ${imageId} does not support the instance type ${name}.`)
}

/** Without the key an encrypted image starts and then dies (R9): EC2 notices too late to refuse. */
const isStorageUsable = (image: WorldImage, { world, caller }: CallContext) => {
  if (image.ownerId === caller.accountId) return true
  const region = regionOf(world, image.region)
  return (image.facts.BlockDeviceMappings ?? []).every(device => {
    if (device.Ebs?.Encrypted !== true) return true
    const snapshot = region.snapshots.get(device.Ebs.SnapshotId ?? '')
    return mayUseKey(world, region.keys.get(snapshot?.facts.KmsKeyId ?? ''), caller.accountId)
  })
}
