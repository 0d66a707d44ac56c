import type { CallContext } from '../../call.ts'
import { regionOf } from '../../world/find.ts'
import { launchableBy } from '../../world/permissions.ts'
import type { WorldImage } from '../../world/world.ts'
import { noSuchImage, notAuthorized, unavailableImage } from './errors.ts'

/** The caller's own image, for what only an owner may do (R7). Deregistered ones are no longer available. */
export const ownedImage = (imageId: string | undefined, { world, caller, region: name }: CallContext): WorldImage => {
  const region = regionOf(world, name)
  const image = region.images.get(imageId ?? '')
  if (image === undefined) {
    const gone = region.deregisteredImages.get(imageId ?? '')
    throw gone?.ownerId === caller.accountId ? unavailableImage(gone.imageId) : noSuchImage([imageId ?? ''])
  }
  if (image.ownerId !== caller.accountId) throw notAuthorized(`image:${image.imageId}`)
  return image
}

/** An image that the caller may launch, by any grant (R6). */
export const launchableImage = (
  imageId: string | undefined,
  { world, caller, region: name }: CallContext,
): WorldImage => {
  const region = regionOf(world, name)
  const image = region.images.get(imageId ?? '')
  if (image === undefined) {
    const gone = region.deregisteredImages.get(imageId ?? '')
    throw gone === undefined ? noSuchImage([imageId ?? '']) : unavailableImage(gone.imageId)
  }
  if (!launchableBy(world, caller.accountId)(image)) throw notAuthorized(`images: [${image.imageId}]`)
  return image
}
