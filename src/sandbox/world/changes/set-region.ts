import { accountOf, regionOf } from '../find.ts'
import type { World } from '../world.ts'

/** Opts an account into a Region, or out of it. */
export const setRegion = (world: World, accountId: string, name: string, enabled: boolean): void => {
  const account = accountOf(world, accountId)
  const region = regionOf(world, name)
  if (!region.optIn) throw new RangeError(`${name} is enabled for every account`)
  if (enabled) account.enabledRegions.add(name)
  else account.enabledRegions.delete(name)
  world.notify({ kind: 'region', at: world.now(), accountId, region: name, enabled })
}
