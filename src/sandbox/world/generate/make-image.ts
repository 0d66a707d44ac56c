import type {
  ArchitectureValues,
  BlockDeviceMapping,
  BootModeValues,
  CreateVolumePermission,
  Image,
  ImageState,
  ImageWatermark,
  LaunchPermission,
  PlatformValues,
  ProductCode,
  Tag,
} from '@aws-sdk/client-ec2'
import { registerImage } from '../changes.ts'
import { regionOf } from '../find.ts'
import { resourceId } from '../identifiers.ts'
import { type KeyKind, keyFor } from '../kms-keys.ts'
import { putSnapshot } from '../snapshot-store.ts'
import { toNearestMinute, withMilliseconds, withSeconds } from '../time-format.ts'
import type { WorldImage } from '../world.ts'
import type { Making } from './making.ts'
import { type Platform, platforms } from './platforms.ts'

/** What an image is to be; whatever is left out is as in most images. */
export type ImagePlan = {
  region: string
  ownerId: string
  created: Date
  name?: string
  description?: string
  platform?: Platform
  architecture?: ArchitectureValues
  bootMode?: BootModeValues
  hasTpm?: boolean
  alias?: string
  state?: ImageState
  /** The key of its snapshots; without one they are not encrypted */
  key?: KeyKind
  /** Whose key that is; the image's owner's unless given */
  keyOwnerId?: string
  permissions?: LaunchPermission[]
  /** Who besides the owner may read the snapshots (R7) */
  readers?: CreateVolumePermission[]
  productCodes?: ProductCode[]
  /** Those of the source unless given (R19) */
  watermarks?: ImageWatermark[]
  tags?: Tag[]
  deprecated?: Date
  isProtected?: boolean
  source?: WorldImage
  /** The instance that it was made from; true: one that is gone */
  fromInstance?: true | string
  lastLaunched?: Date
  isInstanceStore?: boolean
  hasDataVolume?: boolean
  size?: number
}

/** Makes an image and the snapshots behind it. */
export const makeImage = (making: Making, plan: ImagePlan): WorldImage => {
  const platform: Platform = plan.platform ?? platforms.linux
  const facts: Image = {
    CreationDate: withMilliseconds(plan.created),
    Architecture: plan.architecture ?? 'x86_64',
    PlatformDetails: platform.details,
    UsageOperation: platform.operation,
    RootDeviceType: plan.isInstanceStore ? 'instance-store' : 'ebs',
    RootDeviceName: platform.rootDevice,
    State: plan.state ?? 'available',
    BlockDeviceMappings: plan.isInstanceStore ? [] : devices(making, plan, platform),
    DeregistrationProtection: plan.isProtected ? 'enabled-without-cooldown' : 'disabled',
  }
  if (plan.name !== undefined) facts.Name = plan.name
  if (plan.description !== undefined) facts.Description = plan.description
  // The SDK's type says Windows, the API windows
  if (platform.isWindows) facts.Platform = 'windows' as PlatformValues
  if (plan.bootMode !== undefined) facts.BootMode = plan.bootMode
  if (plan.hasTpm) facts.TpmSupport = 'v2.0'
  if (plan.alias !== undefined) {
    facts.ImageOwnerAlias = plan.alias
    if (plan.name !== undefined) facts.ImageLocation = `${plan.alias}/${plan.name}`
  }
  if (plan.productCodes?.length) facts.ProductCodes = plan.productCodes
  const watermarks = plan.watermarks ?? plan.source?.facts.ImageWatermarks
  if (watermarks?.length) facts.ImageWatermarks = watermarks
  if (plan.deprecated !== undefined) facts.DeprecationTime = withMilliseconds(toNearestMinute(plan.deprecated))
  if (plan.lastLaunched !== undefined) facts.LastLaunchedTime = withSeconds(plan.lastLaunched)
  if (plan.fromInstance !== undefined)
    facts.SourceInstanceId = plan.fromInstance === true ? resourceId('i', making.world.random) : plan.fromInstance
  if (plan.source !== undefined) {
    facts.SourceImageId = plan.source.imageId
    facts.SourceImageRegion = plan.source.region
  }
  if (plan.state === 'failed')
    facts.StateReason = { Code: 'Client.InternalError', Message: 'Copy image failed: the KMS key could not be used' }
  return registerImage(making.world, {
    region: plan.region,
    ownerId: plan.ownerId,
    facts,
    launchPermissions: plan.permissions ?? [],
    tags: plan.tags ?? [],
  })
}

const devices = (making: Making, plan: ImagePlan, platform: Platform): BlockDeviceMapping[] => {
  const size = plan.size ?? (platform.isWindows ? 30 : 8)
  const root = device(making, plan, platform.rootDevice, size)
  return plan.hasDataVolume ? [root, device(making, plan, platform.isWindows ? 'xvdb' : '/dev/sdb', 100)] : [root]
}

const device = (making: Making, plan: ImagePlan, name: string, size: number): BlockDeviceMapping => ({
  DeviceName: name,
  Ebs: {
    SnapshotId: makeSnapshot(making, plan, size),
    VolumeSize: size,
    VolumeType: 'gp3',
    Encrypted: plan.key !== undefined,
    DeleteOnTermination: true,
  },
})

/** Snapshots of outsiders are only made where somebody here may read them. */
const makeSnapshot = (making: Making, plan: ImagePlan, size: number): string => {
  const { world } = making
  const region = regionOf(world, plan.region)
  const snapshotId = resourceId('snap', world.random)
  if (!world.accounts.has(plan.ownerId) && plan.readers === undefined) return snapshotId
  putSnapshot(region, {
    region: plan.region,
    snapshotId,
    ownerId: plan.ownerId,
    facts: {
      SnapshotId: snapshotId,
      OwnerId: plan.ownerId,
      ...(plan.alias === undefined ? {} : { OwnerAlias: plan.alias }),
      VolumeId: 'vol-ffffffff',
      VolumeSize: size,
      Description: plan.source ? `Copied from ${plan.source.imageId} in ${plan.source.region}` : '',
      StartTime: plan.created,
      State: plan.state === 'pending' ? 'pending' : 'completed',
      Progress: plan.state === 'pending' ? '42%' : '100%',
      StorageTier: 'standard',
      Encrypted: plan.key !== undefined,
      ...(plan.key ? { KmsKeyId: keyFor(region, plan.keyOwnerId ?? plan.ownerId, plan.key, world.random).arn } : {}),
    },
    createVolumePermissions: plan.readers ?? [],
    productCodes: plan.productCodes,
    tags: undefined,
  })
  return snapshotId
}
