import { type ImageReference, imageOf } from '../find.ts'
import { toNearestMinute, withMilliseconds } from '../time-format.ts'
import type { World } from '../world.ts'

/** Sets when an image counts as deprecated, or, with null, takes the date away. */
export const deprecate = (world: World, reference: ImageReference, time: Date | null): void => {
  const image = imageOf(world, reference)
  const deprecationTime = time === null ? undefined : withMilliseconds(toNearestMinute(time))
  if (deprecationTime === undefined) delete image.facts.DeprecationTime
  else image.facts.DeprecationTime = deprecationTime
  const { region, ownerId, imageId } = image
  world.notify({ kind: 'image-deprecation', at: world.now(), region, ownerId, imageId, deprecationTime })
}
