import { setSettings } from '../changes.ts'
import type { Making } from './making.ts'
import { amazonAccount } from './outsiders.ts'

/** Settings that differ from AWS's defaults: Allowed AMIs (R13) and block public access (R8). */
export const makeSettings = (making: Making): void => {
  const { cast, homeRegion, world } = making
  const criteria = [
    { ImageProviders: ['amazon', cast.imageFactory.accountId] },
    { ImageProviders: ['aws-marketplace'], ImageNames: ['keelstone-*'] },
  ]
  setSettings(world, cast.payments.accountId, homeRegion, { allowedImages: { state: 'enabled', criteria } })
  const elsewhere = [...world.regions.keys()].find(name => name !== homeRegion) ?? homeRegion
  setSettings(world, cast.booking.accountId, elsewhere, {
    allowedImages: {
      state: 'audit-mode',
      criteria: [
        {
          ImageProviders: [amazonAccount, cast.imageFactory.accountId],
          CreationDateCondition: { MaximumDaysSinceCreated: 300 },
        },
      ],
    },
  })
  for (const region of world.regions.keys()) {
    setSettings(world, cast.management.accountId, region, { snapshotBlockPublicAccess: 'block-all-sharing' })
  }
}
