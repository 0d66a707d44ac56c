import type { Image, Tag } from '@aws-sdk/client-ec2'
import { type ImageReference, imageOf, regionOf } from '../find.ts'
import { resourceId } from '../identifiers.ts'
import { defaultEbsKey, keyFor } from '../kms-keys.ts'
import { putSnapshot } from '../snapshot-store.ts'
import type { World, WorldImage } from '../world.ts'
import { registerImage } from './register-image.ts'

export type Copy = {
  region: string
  ownerId: string
  name: string
  description?: string
  /** ARN of the key for the copied snapshots; without one an encrypted copy takes the account's `aws/ebs` key */
  keyArn?: string
  encrypted?: boolean
  tags?: Tag[]
}

/**
 * Copies an image with its snapshots. The copy belongs to who made it, keeps product and billing codes, and has launch
 * permissions of its own: none (R1, R14).
 */
export const copyImage = (world: World, source: ImageReference, copy: Copy): WorldImage => {
  const {
    SourceInstanceId: _,
    DeprecationTime: __,
    LastLaunchedTime: ___,
    StateReason: ____,
    ...original
  } = imageOf(world, source).facts
  const facts: Image = {
    ...original,
    ImageId: resourceId('ami', world.random),
    Name: copy.name,
    ImageLocation: `${copy.ownerId}/${copy.name}`,
    ImageOwnerAlias: undefined,
    CreationDate: undefined,
    PublicSsmParameterName: undefined,
    DeregistrationProtection: 'disabled',
    State: 'available',
    SourceImageId: source.imageId,
    SourceImageRegion: source.region,
    BlockDeviceMappings: copiedDevices(world, source, copy),
  }
  facts.Description = copy.description ?? original.Description
  return registerImage(
    world,
    {
      region: copy.region,
      ownerId: copy.ownerId,
      facts: definedOnly(facts),
      ...(copy.tags ? { tags: copy.tags } : {}),
    },
    'CopyImage',
  )
}

const copiedDevices = (world: World, source: ImageReference, copy: Copy) =>
  imageOf(world, source).facts.BlockDeviceMappings?.map(device => {
    if (device.Ebs?.SnapshotId === undefined) return device
    const encrypted = device.Ebs.Encrypted === true || copy.encrypted === true
    const snapshotId = copySnapshot(world, source.region, device.Ebs.SnapshotId, device.Ebs.VolumeSize, copy, encrypted)
    return { ...device, Ebs: { ...device.Ebs, SnapshotId: snapshotId, Encrypted: encrypted } }
  })

const copySnapshot = (
  world: World,
  sourceRegion: string,
  sourceId: string,
  size: number | undefined,
  copy: Copy,
  encrypted: boolean,
) => {
  const region = regionOf(world, copy.region)
  const original = regionOf(world, sourceRegion).snapshots.get(sourceId)
  const snapshotId = resourceId('snap', world.random)
  const keyArn = copy.keyArn ?? keyFor(region, copy.ownerId, defaultEbsKey, world.random).arn
  putSnapshot(region, {
    region: copy.region,
    snapshotId,
    ownerId: copy.ownerId,
    facts: {
      SnapshotId: snapshotId,
      OwnerId: copy.ownerId,
      Description: `Copied for ${copy.name} from ${sourceId} in ${sourceRegion}`,
      VolumeId: 'vol-ffffffff',
      VolumeSize: original?.facts.VolumeSize ?? size ?? 8,
      StartTime: world.now(),
      State: 'completed',
      Progress: '100%',
      StorageTier: 'standard',
      Encrypted: encrypted,
      ...(encrypted ? { KmsKeyId: keyArn } : {}),
    },
    createVolumePermissions: [],
    productCodes: original?.productCodes,
    tags: undefined,
  })
  return snapshotId
}

const definedOnly = (facts: Image): Image =>
  Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined))
