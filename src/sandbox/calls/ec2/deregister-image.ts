import type { DeleteSnapshotReturnCode, DeregisterImageRequest, DeregisterImageResult } from '@aws-sdk/client-ec2'
import { AwsError, type Call } from '../../call.ts'
import { deregister } from '../../world/changes.ts'
import { regionOf } from '../../world/find.ts'
import { dropSnapshot } from '../../world/snapshot-store.ts'
import type { WorldImage, WorldRegion } from '../../world/world.ts'
import { ownedImage } from './owned-image.ts'

/** Deregisters the caller's own image, unless it is protected (R5); with its snapshots where no other image needs them. */
export const deregisterImage: Call<DeregisterImageRequest, DeregisterImageResult> = (input, context) => {
  const image = ownedImage(input.ImageId, context)
  if ((image.facts.DeregistrationProtection ?? 'disabled') !== 'disabled')
    throw new AwsError('OperationNotPermitted', `The image ${image.imageId} has deregistration protection enabled.`)
  deregister(context.world, image)
  if (input.DeleteAssociatedSnapshots !== true) return { Return: true }
  return { Return: true, DeleteSnapshotResults: deleteSnapshots(regionOf(context.world, context.region), image) }
}

const snapshotIds = (image: WorldImage) =>
  (image.facts.BlockDeviceMappings ?? []).flatMap(device => device.Ebs?.SnapshotId ?? [])

const deleteSnapshots = (region: WorldRegion, image: WorldImage): DeleteSnapshotReturnCode[] => {
  const others = [...(region.imagesByOwner.get(image.ownerId)?.after() ?? [])]
  const needed = new Set(others.flatMap(snapshotIds))
  return snapshotIds(image).map(SnapshotId => {
    const snapshot = region.snapshots.get(SnapshotId)
    if (snapshot === undefined) return { SnapshotId, ReturnCode: 'client-error' }
    if (needed.has(SnapshotId)) return { SnapshotId, ReturnCode: 'skipped' }
    dropSnapshot(region, snapshot)
    return { SnapshotId, ReturnCode: 'success' }
  })
}
