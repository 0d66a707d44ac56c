import type { GetAllowedImagesSettingsRequest, GetAllowedImagesSettingsResult } from '@aws-sdk/client-ec2'
import type { Call } from '../../call.ts'
import { regionOf } from '../../world/find.ts'
import { settingsOf } from '../../world/region-settings.ts'

/** The account's Allowed AMIs in the Region (R13). */
export const getAllowedImagesSettings: Call<GetAllowedImagesSettingsRequest, GetAllowedImagesSettingsResult> = (
  _input,
  { world, region, caller },
) => {
  const { state, criteria } = settingsOf(regionOf(world, region), caller.accountId).allowedImages
  return { State: state, ImageCriteria: criteria, ManagedBy: 'account' }
}
