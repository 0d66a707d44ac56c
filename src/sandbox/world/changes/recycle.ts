import { type ImageReference, imageOf, regionOf } from '../find.ts'
import { putImage } from '../image-store.ts'
import { binOf } from '../recycle-bin.ts'
import type { World } from '../world.ts'
import { deregister } from './deregister.ts'

/** Deregisters an image where a retention rule keeps it in the Recycle Bin for some days. */
export const recycle = (world: World, reference: ImageReference, days: number): void => {
  const { region, ownerId, imageId, facts } = imageOf(world, reference)
  const enteredAt = world.now()
  binOf(regionOf(world, region), ownerId).add({
    imageId,
    name: facts.Name,
    description: facts.Description,
    enteredAt,
    leavesAt: new Date(enteredAt.getTime() + days * 86_400_000),
    recorded: false,
  })
  deregister(world, reference)
}

/** Takes an image back out of the Recycle Bin. */
export const restore = (world: World, { region: name, imageId }: ImageReference): void => {
  const region = regionOf(world, name)
  const image = region.deregisteredImages.get(imageId)
  if (image === undefined || !binOf(region, image.ownerId).delete(imageId))
    throw new RangeError(`The Recycle Bin has no image ${imageId} in ${name}`)
  region.deregisteredImages.delete(imageId)
  image.facts.State = 'available'
  putImage(region, image)
  const { ownerId } = image
  const at = world.now()
  world.notify({ kind: 'image-state', at, region: name, ownerId, imageId, state: 'available', cause: 'RegisterImage' })
}
