import type { LaunchPermission } from '@aws-sdk/client-ec2'
import { type ImageReference, imageOf, regionOf } from '../find.ts'
import { setLaunchPermissions } from '../image-store.ts'
import { everyone, principalOf } from '../principals.ts'
import { withMilliseconds } from '../time-format.ts'
import type { World, WorldImage } from '../world.ts'

/** Grants launch permissions; those the image already has stay as they are. */
export const share = (world: World, reference: ImageReference, permissions: LaunchPermission[]): void => {
  const image = imageOf(world, reference)
  const present = new Set(image.launchPermissions.map(principalOf))
  const added = permissions.filter(permission => !present.has(principalOf(permission)))
  if (added.length === 0) return
  setLaunchPermissions(regionOf(world, image.region), image, [...image.launchPermissions, ...added])
  if (added.some(permission => permission.Group === everyone)) limitDeprecation(image)
  notify(world, image, added, [])
}

/** Takes launch permissions back. */
export const unshare = (world: World, reference: ImageReference, permissions: LaunchPermission[]): void => {
  const image = imageOf(world, reference)
  const gone = new Set(permissions.map(principalOf))
  const removed = image.launchPermissions.filter(permission => gone.has(principalOf(permission)))
  if (removed.length === 0) return
  const left = image.launchPermissions.filter(permission => !gone.has(principalOf(permission)))
  setLaunchPermissions(regionOf(world, image.region), image, left)
  notify(world, image, [], removed)
}

/** A public image is deprecated two years after its creation at the latest (R4). */
const limitDeprecation = (image: WorldImage) => {
  const { CreationDate, DeprecationTime } = image.facts
  if (CreationDate === undefined) return
  const latest = new Date(CreationDate)
  latest.setUTCFullYear(latest.getUTCFullYear() + 2)
  if (DeprecationTime === undefined || Date.parse(DeprecationTime) > latest.getTime())
    image.facts.DeprecationTime = withMilliseconds(latest)
}

const notify = (world: World, image: WorldImage, added: LaunchPermission[], removed: LaunchPermission[]) => {
  const { region, ownerId, imageId } = image
  world.notify({ kind: 'launch-permissions', at: world.now(), region, ownerId, imageId, added, removed })
}
