import type { DescribeImagesRequest } from '@aws-sdk/client-ec2'
import type { CallContext } from '../../call.ts'
import { type OrderedIndex, unionAfter } from '../../world/ordered-index.ts'
import { accountPrincipal, everyone, principalOf, principalsFor } from '../../world/principals.ts'
import type { WorldImage, WorldRegion } from '../../world/world.ts'
import { invalidParameter } from './errors.ts'
import { pinnedIds } from './filter.ts'

type Scope = Pick<DescribeImagesRequest, 'Owners' | 'ExecutableUsers' | 'Filters'>

/**
 * The images that Owners and ExecutableUsers leave, in ID order after a key, from the smallest index that has them all.
 * Whether the caller may see each of them is still to be asked.
 */
export const imagesInScope = (
  region: WorldRegion,
  scope: Scope,
  context: CallContext,
  after: string | undefined,
): Iterable<WorldImage> => {
  const executable = executablePrincipals(scope.ExecutableUsers, context)
  const isExecutable = (image: WorldImage) =>
    executable === undefined || image.launchPermissions.some(permission => executable.has(principalOf(permission)))
  const owners = scope.Owners?.length ? scope.Owners : undefined
  const isOwned = (image: WorldImage) =>
    owners === undefined || owners.some(owner => isOwner(owner, image, context.caller.accountId))

  const pinned = pinnedIds(scope.Filters, 'image-id')
  if (pinned !== undefined)
    return pinnedImages(region, pinned, after).filter(image => isOwned(image) && isExecutable(image))
  if (owners !== undefined)
    return unionAfter(present(owners.map(owner => ownerIndex(region, owner, context))), after).filter(isExecutable)
  if (executable !== undefined)
    return unionAfter(present([...executable].map(principal => region.imagesByPrincipal.get(principal))), after)
  return unionAfter(everythingVisible(region, context), after)
}

const present = (indexes: (OrderedIndex<WorldImage> | undefined)[]) => indexes.filter(index => index !== undefined)

const pinnedImages = (region: WorldRegion, ids: readonly string[], after: string | undefined) =>
  [...new Set(ids)]
    .filter(id => after === undefined || id > after)
    .sort()
    .flatMap(id => region.images.get(id) ?? [])

const everythingVisible = (region: WorldRegion, { world, caller }: CallContext) =>
  present([
    region.imagesByOwner.get(caller.accountId),
    region.imagesByPrincipal.get(everyone),
    ...principalsFor(world, caller.accountId).map(principal => region.imagesByPrincipal.get(principal)),
  ])

/** `self` is also what the organization and its units were given; another account's ID is only that account (R6). */
const executablePrincipals = (users: readonly string[] | undefined, { world, caller }: CallContext) => {
  if (!users?.length) return undefined
  return new Set(
    users.flatMap(user => {
      if (user === 'all') return [everyone]
      if (user === 'self' || user === caller.accountId) return principalsFor(world, caller.accountId)
      if (!/^\d{12}$/.test(user)) throw invalidParameter('executableBy', user, 'Expecting an account ID, self or all.')
      return [accountPrincipal(user)]
    }),
  )
}

const aliases = ['amazon', 'aws-backup-vault', 'aws-marketplace']

const ownerIndex = (region: WorldRegion, owner: string, { caller }: CallContext) => {
  if (owner === 'self') return region.imagesByOwner.get(caller.accountId)
  if (aliases.includes(owner)) return region.imagesByAlias.get(owner)
  if (!/^\d{12}$/.test(owner))
    throw invalidParameter('owner', owner, 'Expecting an account ID, self or an owner alias.')
  return region.imagesByOwner.get(owner)
}

const isOwner = (owner: string, image: WorldImage, self: string) =>
  owner === 'self' ? image.ownerId === self : owner === image.ownerId || owner === image.facts.ImageOwnerAlias
