import type { ImageState } from '@aws-sdk/client-ec2'
import type { ImageCause } from '../change.ts'
import { type ImageReference, imageOf } from '../find.ts'
import type { World } from '../world.ts'
import { unshare } from './share.ts'

/** Disables an image: it cannot be launched any more, and every launch permission is lost for good (R4). */
export const disable = (world: World, reference: ImageReference): void => {
  unshare(world, reference, imageOf(world, reference).launchPermissions)
  setState(world, reference, 'disabled', 'DisableImage')
}

/** Makes a disabled image usable again; what was shared is not shared again. */
export const enable = (world: World, reference: ImageReference): void =>
  setState(world, reference, 'available', 'EnableImage')

const setState = (world: World, reference: ImageReference, state: ImageState, cause: ImageCause) => {
  const image = imageOf(world, reference)
  image.facts.State = state
  const { region, ownerId, imageId } = image
  world.notify({ kind: 'image-state', at: world.now(), region, ownerId, imageId, state, cause })
}
