import type { DescribeFastLaunchImagesSuccessItem } from '@aws-sdk/client-ec2'
import { fastLaunchOf } from '../fast-launch.ts'
import { type ImageReference, imageOf, regionOf } from '../find.ts'
import type { World } from '../world.ts'

/** Switches Windows fast launch of an image on in an account, changes it, or (null) switches it off. */
export const setFastLaunch = (
  world: World,
  reference: ImageReference,
  accountId: string,
  facts: DescribeFastLaunchImagesSuccessItem | null,
): void => {
  const { region, imageId, ownerId } = imageOf(world, reference)
  const index = fastLaunchOf(regionOf(world, region), accountId)
  index.delete(imageId)
  if (facts !== null) {
    index.add({
      ImageId: imageId,
      ResourceType: 'snapshot',
      SnapshotConfiguration: { TargetResourceCount: 5 },
      MaxParallelLaunches: 6,
      OwnerId: ownerId,
      State: 'enabled',
      StateTransitionReason: 'Client.UserInitiated',
      StateTransitionTime: world.now(),
      ...facts,
    })
  }
  world.notify({ kind: 'settings', at: world.now(), accountId, region })
}
