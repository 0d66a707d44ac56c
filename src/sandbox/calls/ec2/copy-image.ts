import type { CopyImageRequest, CopyImageResult } from '@aws-sdk/client-ec2'
import { AwsError, type Call, type CallContext } from '../../call.ts'
import { copyImage as copy } from '../../world/changes.ts'
import { regionOf } from '../../world/find.ts'
import { defaultEbsKey, keyFor, mayUseKey } from '../../world/kms-keys.ts'
import { readableBy } from '../../world/permissions.ts'
import type { WorldImage } from '../../world/world.ts'
import { requireFreeName } from './image-name.ts'
import { launchableImage } from './owned-image.ts'
import { tagsFor } from './tag-specifications.ts'

/** Copies an image into the caller's account and this Region: the right to launch it is not enough (R7). */
export const copyImage: Call<CopyImageRequest, CopyImageResult> = (input, context) => {
  const { world, caller, region } = context
  if (input.SourceRegion === undefined || !world.regions.has(input.SourceRegion))
    throw new AwsError('InvalidParameterValue', `Invalid source region: '${input.SourceRegion}'`)
  if (input.KmsKeyId !== undefined && input.Encrypted !== true)
    throw new AwsError('InvalidParameterCombination', 'A KMS key needs Encrypted to be true')
  const source = launchableImage(input.SourceImageId, { ...context, region: input.SourceRegion })
  if (source.facts.State !== 'available')
    throw new AwsError('InvalidAMIID.Unavailable', `The image ${source.imageId} is ${source.facts.State}`)
  requireReadable(source, context)
  const tags = [
    ...(input.CopyImageTags ? (source.tags?.get(caller.accountId) ?? []) : []),
    ...tagsFor('image', input.TagSpecifications),
  ]
  const made = copy(world, source, {
    region,
    ownerId: caller.accountId,
    name: requireFreeName(input.Name, context),
    encrypted: input.Encrypted === true,
    ...(input.Description === undefined ? {} : { description: input.Description }),
    ...(input.KmsKeyId === undefined ? {} : { keyArn: keyArn(input.KmsKeyId, context) }),
    ...(tags.length > 0 ? { tags } : {}),
  })
  return { ImageId: made.imageId }
}

/** Every snapshot must be readable, and where it is encrypted, its key usable (R7, R9). */
const requireReadable = (source: WorldImage, { world, caller }: CallContext) => {
  if (source.ownerId === caller.accountId) return
  const region = regionOf(world, source.region)
  const mayRead = readableBy(world, caller.accountId)
  for (const device of source.facts.BlockDeviceMappings ?? []) {
    const snapshot = region.snapshots.get(device.Ebs?.SnapshotId ?? '')
    const isReadable =
      device.Ebs === undefined ||
      (snapshot !== undefined &&
        mayRead(snapshot) &&
        (!snapshot.facts.Encrypted ||
          mayUseKey(world, region.keys.get(snapshot.facts.KmsKeyId ?? ''), caller.accountId)))
    if (!isReadable)
      throw new AwsError('InvalidRequest', 'You do not have permission to access the storage of this ami')
  }
}

/** A key by ARN, ID or alias; one that is unknown is taken as it is, as AWS looks it up later. */
const keyArn = (name: string, { world, region, caller }: CallContext) => {
  if (name.startsWith('arn:')) return name
  if (name === defaultEbsKey.alias)
    return keyFor(regionOf(world, region), caller.accountId, defaultEbsKey, world.random).arn
  if (name.startsWith('alias/')) {
    const key = regionOf(world, region).keysByAlias.get(`${caller.accountId} ${name}`)
    return key?.arn ?? `arn:aws:kms:${region}:${caller.accountId}:${name}`
  }
  return `arn:aws:kms:${region}:${caller.accountId}:key/${name}`
}
