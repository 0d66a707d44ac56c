import type { BlockDeviceMapping, Image, RegisterImageRequest, RegisterImageResult } from '@aws-sdk/client-ec2'
import { AwsError, type Call, type CallContext } from '../../call.ts'
import { registerImage as register } from '../../world/changes.ts'
import { regionOf } from '../../world/find.ts'
import { readableBy } from '../../world/permissions.ts'
import { noSuchSnapshot } from './errors.ts'
import { requireFreeName } from './image-name.ts'
import { tagsFor } from './tag-specifications.ts'

/** Makes an image of snapshots that the caller may read; their product codes go with it (R14). */
export const registerImage: Call<RegisterImageRequest, RegisterImageResult> = (input, context) => {
  const name = requireFreeName(input.Name, context)
  const hasRootSnapshot = input.BlockDeviceMappings?.some(device => device.Ebs?.SnapshotId !== undefined)
  if (input.ImageLocation === undefined && !hasRootSnapshot)
    throw new AwsError('MissingParameter', 'The request must contain the parameter rootSnapshotId or imageLocation')
  const devices = (input.BlockDeviceMappings ?? []).map(device => withSnapshotFacts(device, context))
  const productCodes = devices.flatMap(device => snapshotOf(device, context)?.productCodes ?? [])
  const facts: Image = {
    Name: name,
    Architecture: input.Architecture ?? 'x86_64',
    VirtualizationType: input.VirtualizationType === 'hvm' ? 'hvm' : 'paravirtual',
    RootDeviceName: input.RootDeviceName ?? devices[0]?.DeviceName,
    RootDeviceType: hasRootSnapshot ? 'ebs' : 'instance-store',
    BlockDeviceMappings: devices,
    EnaSupport: input.EnaSupport ?? false,
    ...(input.ImageLocation === undefined ? {} : { ImageLocation: input.ImageLocation }),
    ...(input.Description === undefined ? {} : { Description: input.Description }),
    ...(input.BootMode === undefined ? {} : { BootMode: input.BootMode }),
    ...(input.TpmSupport === undefined ? {} : { TpmSupport: input.TpmSupport }),
    ...(input.ImdsSupport === undefined ? {} : { ImdsSupport: input.ImdsSupport }),
    ...(productCodes.length > 0 ? { ProductCodes: productCodes } : {}),
  }
  const tags = tagsFor('image', input.TagSpecifications)
  const ownerId = context.caller.accountId
  return { ImageId: register(context.world, { region: context.region, ownerId, facts, tags }).imageId }
}

const snapshotOf = (device: BlockDeviceMapping, { world, region }: CallContext) =>
  regionOf(world, region).snapshots.get(device.Ebs?.SnapshotId ?? '')

const withSnapshotFacts = (device: BlockDeviceMapping, context: CallContext): BlockDeviceMapping => {
  if (device.Ebs?.SnapshotId === undefined) return device
  const snapshot = snapshotOf(device, context)
  if (snapshot === undefined || !readableBy(context.world, context.caller.accountId)(snapshot))
    throw noSuchSnapshot(device.Ebs.SnapshotId)
  return {
    ...device,
    Ebs: {
      DeleteOnTermination: true,
      VolumeType: 'gp3',
      VolumeSize: snapshot.facts.VolumeSize,
      ...device.Ebs,
      Encrypted: snapshot.facts.Encrypted ?? false,
    },
  }
}
