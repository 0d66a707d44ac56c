import { regionOf } from '../find.ts'
import { settingsOf } from '../region-settings.ts'
import type { RegionSettings, World } from '../world.ts'

/** Changes an account's settings in a Region: Allowed AMIs (R13), block public access (R8). */
export const setSettings = (world: World, accountId: string, name: string, settings: Partial<RegionSettings>): void => {
  const region = regionOf(world, name)
  region.settings.set(accountId, { ...settingsOf(region, accountId), ...settings })
  world.notify({ kind: 'settings', at: world.now(), accountId, region: name })
}
