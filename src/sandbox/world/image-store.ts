import type { LaunchPermission } from '@aws-sdk/client-ec2'
import { indexFor } from './indexed.ts'
import type { OrderedIndex } from './ordered-index.ts'
import { everyone, principalOf } from './principals.ts'
import type { WorldImage, WorldRegion } from './world.ts'

/** Registers an image with all of the Region's indexes. */
export const putImage = (region: WorldRegion, image: WorldImage): void => {
  region.images.set(image.imageId, image)
  for (const index of indexesOf(region, image)) index.add(image)
}

/** Takes an image out of the Region; what runs on it keeps its facts (R5). */
export const dropImage = (region: WorldRegion, image: WorldImage): void => {
  for (const index of indexesOf(region, image)) index.delete(image.imageId)
  region.images.delete(image.imageId)
  region.deregisteredImages.set(image.imageId, image)
}

export const setLaunchPermissions = (region: WorldRegion, image: WorldImage, permissions: LaunchPermission[]): void => {
  for (const principal of principalsOf(image)) region.imagesByPrincipal.get(principal)?.delete(image.imageId)
  image.launchPermissions = permissions
  for (const index of indexesByPrincipal(region, image)) index.add(image)
}

export const isPublic = (image: WorldImage): boolean =>
  image.launchPermissions.some(permission => permission.Group === everyone)

const keyOf = (image: WorldImage) => image.imageId

const principalsOf = (image: WorldImage) => new Set(image.launchPermissions.map(principalOf))

const indexesByPrincipal = (region: WorldRegion, image: WorldImage) =>
  [...principalsOf(image)].map(principal => indexFor(region.imagesByPrincipal, principal, keyOf))

const indexesOf = (region: WorldRegion, image: WorldImage): OrderedIndex<WorldImage>[] => {
  const indexes = [indexFor(region.imagesByOwner, image.ownerId, keyOf), ...indexesByPrincipal(region, image)]
  const alias = image.facts.ImageOwnerAlias
  if (alias !== undefined) indexes.push(indexFor(region.imagesByAlias, alias, keyOf))
  return indexes
}
