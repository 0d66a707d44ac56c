import type { Image, LaunchPermission, Tag } from '@aws-sdk/client-ec2'
import type { ImageCause } from '../change.ts'
import { regionOf } from '../find.ts'
import { resourceId } from '../identifiers.ts'
import { putImage } from '../image-store.ts'
import { principalOf } from '../principals.ts'
import { withMilliseconds } from '../time-format.ts'
import type { World, WorldImage } from '../world.ts'

export type NewImage = {
  region: string
  ownerId: string
  /** What the image is; identity, state and times are filled in where they are missing */
  facts: Image
  launchPermissions?: LaunchPermission[]
  /** The owner's own tags */
  tags?: Tag[]
}

/** Adds an image to the world. */
export const registerImage = (world: World, made: NewImage, cause: ImageCause = 'RegisterImage'): WorldImage => {
  const imageId = made.facts.ImageId ?? resourceId('ami', world.random)
  const image: WorldImage = {
    region: made.region,
    imageId,
    ownerId: made.ownerId,
    facts: {
      State: 'available',
      ImageLocation: `${made.ownerId}/${made.facts.Name ?? imageId}`,
      ImageType: 'machine',
      CreationDate: withMilliseconds(world.now()),
      PlatformDetails: 'Linux/UNIX',
      UsageOperation: 'RunInstances',
      Architecture: 'x86_64',
      Hypervisor: 'xen',
      VirtualizationType: 'hvm',
      RootDeviceType: 'ebs',
      RootDeviceName: '/dev/xvda',
      EnaSupport: true,
      SriovNetSupport: 'simple',
      BlockDeviceMappings: [],
      DeregistrationProtection: 'disabled',
      ...made.facts,
      ImageId: imageId,
      OwnerId: made.ownerId,
    },
    // AWS lists a grantee once, however often it was given
    launchPermissions: [...new Map(made.launchPermissions?.map(given => [principalOf(given), given])).values()],
    tags: made.tags?.length ? new Map([[made.ownerId, made.tags]]) : undefined,
    launches: [],
  }
  putImage(regionOf(world, made.region), image)
  const { region, ownerId } = image
  const state = image.facts.State ?? 'available'
  world.notify({ kind: 'image-state', at: world.now(), region, ownerId, imageId, state, cause })
  return image
}
