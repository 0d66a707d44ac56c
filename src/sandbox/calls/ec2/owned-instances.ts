import type { CallContext } from '../../call.ts'
import { regionOf } from '../../world/find.ts'
import { instancesOf, isListed } from '../../world/instance-store.ts'
import type { WorldInstance } from '../../world/world.ts'
import { noSuchInstance } from './errors.ts'

/** The caller's instances of these IDs; every ID must be one, and not gone yet. */
export const ownedInstances = (
  instanceIds: readonly string[],
  { world, caller, region, now }: CallContext,
): WorldInstance[] => {
  const own = instancesOf(regionOf(world, region), caller.accountId)
  const unknown: string[] = []
  const found = [...new Set(instanceIds)].flatMap(id => {
    const instance = own.get(id)
    if (instance !== undefined && isListed(instance, now())) return [instance]
    unknown.push(id)
    return []
  })
  if (unknown.length > 0) throw noSuchInstance(unknown)
  return found
}
