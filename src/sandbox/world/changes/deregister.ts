import { type ImageReference, imageOf, regionOf } from '../find.ts'
import { dropImage } from '../image-store.ts'
import type { World } from '../world.ts'

/** Takes an image away; instances and snapshots stay. */
export const deregister = (world: World, reference: ImageReference): void => {
  const image = imageOf(world, reference)
  const { region, ownerId, imageId } = image
  dropImage(regionOf(world, region), image)
  image.facts.State = 'deregistered'
  world.notify({
    kind: 'image-state',
    at: world.now(),
    region,
    ownerId,
    imageId,
    state: 'deregistered',
    cause: 'DeregisterImage',
  })
}
