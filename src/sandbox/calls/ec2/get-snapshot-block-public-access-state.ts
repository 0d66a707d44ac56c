import type {
  GetSnapshotBlockPublicAccessStateRequest,
  GetSnapshotBlockPublicAccessStateResult,
} from '@aws-sdk/client-ec2'
import type { Call } from '../../call.ts'
import { regionOf } from '../../world/find.ts'
import { settingsOf } from '../../world/region-settings.ts'

/** Whether the account may make snapshots public in the Region. */
export const getSnapshotBlockPublicAccessState: Call<
  GetSnapshotBlockPublicAccessStateRequest,
  GetSnapshotBlockPublicAccessStateResult
> = (_input, { world, region, caller }) => ({
  State: settingsOf(regionOf(world, region), caller.accountId).snapshotBlockPublicAccess,
  ManagedBy: 'account',
})
