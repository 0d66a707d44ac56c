import type { Tag } from '@aws-sdk/client-ec2'
import { regionOf } from '../find.ts'
import { instancesOf } from '../instance-store.ts'
import { mergedTags, tagsWithout } from '../tags.ts'
import type { World } from '../world.ts'

/** Which resource, and for whom: each account has tags of its own on what is shared with it (R10). */
export type Tagged = { region: string; resourceId: string; accountId: string }

/** Sets tags on an image, snapshot or instance, as this account sees them. */
export const tag = (world: World, tagged: Tagged, tags: Tag[]): void =>
  retag(world, tagged, present => mergedTags(present, tags))

/** Removes tags; without any named, all of this account's tags. */
export const untag = (world: World, tagged: Tagged, tags?: Tag[]): void =>
  retag(world, tagged, present => (tags === undefined ? [] : tagsWithout(present, tags)))

const retag = (world: World, { region: name, resourceId, accountId }: Tagged, change: (tags: Tag[]) => Tag[]) => {
  const region = regionOf(world, name)
  const instance = instancesOf(region, accountId).get(resourceId)
  const shared = region.images.get(resourceId) ?? region.snapshots.get(resourceId)
  if (instance !== undefined) instance.tags = change(instance.tags ?? [])
  else if (shared !== undefined) {
    shared.tags ??= new Map()
    shared.tags.set(accountId, change(shared.tags.get(accountId) ?? []))
  } else throw new RangeError(`The world has no resource ${resourceId} in ${name} that ${accountId} could tag`)
  world.notify({ kind: 'tags', at: world.now(), region: name, accountId, resourceId })
}
