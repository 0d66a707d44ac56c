import { indexFor } from './indexed.ts'
import type { OrderedIndex } from './ordered-index.ts'
import type { WorldInstance, WorldRegion } from './world.ts'

/** Adds an instance to its account's list in the Region. */
export const putInstance = (region: WorldRegion, instance: WorldInstance): void =>
  indexFor(region.instances, instance.accountId, item => item.instanceId).add(instance)

export const instancesOf = (region: WorldRegion, accountId: string): OrderedIndex<WorldInstance> =>
  indexFor(region.instances, accountId, item => item.instanceId)

const hour = 3_600_000

/** Terminated instances leave the EC2 API within about an hour (R17). */
export const isListed = (instance: WorldInstance, now: Date): boolean =>
  instance.terminatedAt === undefined || now.getTime() - instance.terminatedAt.getTime() < hour

/** Whether any account still has an instance of the image: AWS remembers a deregistered image that long. */
export const isReferenced = (region: WorldRegion, imageId: string, now: Date): boolean => {
  for (const instances of region.instances.values()) {
    for (const instance of instances.after()) {
      if (instance.imageId === imageId && isListed(instance, now)) return true
    }
  }
  return false
}
