import type { Image, LaunchPermission, Tag } from '@aws-sdk/client-ec2'
import { putImage } from '../image-store.ts'
import type { WorldImage, WorldRegion } from '../world.ts'
import type { DumpFolder } from './dump-folder.ts'
import { listIn, textIn } from './read-outputs.ts'

/** One account's view of a Region's images. */
export type ImageView = { accountId: string; region: WorldRegion; folder: DumpFolder }

/**
 * Loads what all accounts saw in a Region. The owner's view of an image counts before others'. Where no launch
 * permissions were recorded, an account that saw a foreign image must have been granted it somehow: it gets an explicit
 * permission, or everyone does where the image says it is public. Tags are those of the account that saw them (R10).
 */
export const loadImages = (region: WorldRegion, views: readonly ImageView[]): void => {
  const images = new Map<string, WorldImage>()
  const permissions = new Map(views.flatMap(recordedPermissions))
  for (const view of views) {
    for (const output of view.folder.outputs('describe-images')) {
      for (const recorded of listIn<Image>(output, 'Images')) {
        const imageId = textIn(output, recorded, 'ImageId')
        const image = images.get(imageId) ?? imageFrom(region, imageId, recorded, view)
        images.set(imageId, image)
        addView(image, recorded, view.accountId, permissions.get(imageId))
      }
    }
  }
  for (const image of images.values()) putImage(region, image)
}

/** What one account's view tells of an image that other accounts may have seen too. */
const addView = (image: WorldImage, recorded: Image, viewer: string, permissions: LaunchPermission[] | undefined) => {
  if (image.ownerId === viewer) image.facts = factsOf(recorded, viewer)
  if (recorded.Tags?.length) {
    image.tags ??= new Map<string, Tag[]>()
    image.tags.set(viewer, recorded.Tags)
  }
  if (permissions !== undefined) image.launchPermissions = permissions
  else if (recorded.Public) addPermission(image, { Group: 'all' })
  else if (image.ownerId !== viewer) addPermission(image, { UserId: viewer })
}

const imageFrom = (region: WorldRegion, imageId: string, recorded: Image, view: ImageView): WorldImage => {
  const ownerId = recorded.OwnerId ?? view.accountId
  return {
    region: region.name,
    imageId,
    ownerId,
    facts: factsOf(recorded, ownerId),
    launchPermissions: [],
    tags: undefined,
    launches: [],
  }
}

/** What depends on who asks is answered anew. */
const factsOf = ({ Tags: _, Public: __, ImageAllowed: ___, ...facts }: Image, ownerId: string): Image => ({
  State: 'available',
  ...facts,
  OwnerId: ownerId,
})

const recordedPermissions = ({ folder }: ImageView): [string, LaunchPermission[]][] =>
  folder
    .outputs('describe-image-attribute')
    .filter(output => 'LaunchPermissions' in output.body)
    .map(output => [textIn(output, output.body, 'ImageId'), listIn<LaunchPermission>(output, 'LaunchPermissions')])

const addPermission = (image: WorldImage, permission: LaunchPermission) => {
  const isThere = image.launchPermissions.some(
    present => present.Group === permission.Group && present.UserId === permission.UserId,
  )
  if (!isThere) image.launchPermissions = [...image.launchPermissions, permission]
}
