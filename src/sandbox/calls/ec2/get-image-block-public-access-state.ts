import type { GetImageBlockPublicAccessStateRequest, GetImageBlockPublicAccessStateResult } from '@aws-sdk/client-ec2'
import type { Call } from '../../call.ts'
import { regionOf } from '../../world/find.ts'
import { settingsOf } from '../../world/region-settings.ts'

/** Whether the account may make images public in the Region (R8). */
export const getImageBlockPublicAccessState: Call<
  GetImageBlockPublicAccessStateRequest,
  GetImageBlockPublicAccessStateResult
> = (_input, { world, region, caller }) => ({
  ImageBlockPublicAccessState: settingsOf(regionOf(world, region), caller.accountId).imageBlockPublicAccess,
  ManagedBy: 'account',
})
