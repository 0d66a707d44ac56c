import { everyone, principalOf, principalsFor } from './principals.ts'
import type { World, WorldImage, WorldSnapshot } from './world.ts'

/** Which images an account may see and launch: its own, and those that a grant names it for (R6). */
export const launchableBy = (world: World, accountId: string): ((image: WorldImage) => boolean) => {
  const principals = new Set([everyone, ...principalsFor(world, accountId)])
  return image =>
    image.ownerId === accountId || image.launchPermissions.some(permission => principals.has(principalOf(permission)))
}

/** Which snapshots an account may read; copying an image needs that of all of its snapshots (R7). */
export const readableBy = (world: World, accountId: string): ((snapshot: WorldSnapshot) => boolean) => {
  const principals = new Set([everyone, ...principalsFor(world, accountId)])
  return snapshot =>
    snapshot.ownerId === accountId ||
    snapshot.createVolumePermissions.some(permission => principals.has(principalOf(permission)))
}
