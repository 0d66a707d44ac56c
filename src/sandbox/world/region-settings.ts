import type { RegionSettings, WorldRegion } from './world.ts'

/** An account's settings in a Region; without any, what a new account has: no Allowed AMIs, public images blocked. */
export const settingsOf = (region: WorldRegion, accountId: string): RegionSettings =>
  region.settings.get(accountId) ?? {
    allowedImages: { state: 'disabled', criteria: [] },
    imageBlockPublicAccess: 'block-new-sharing',
    snapshotBlockPublicAccess: 'unblocked',
  }
