import type { GetCallerIdentityRequest, GetCallerIdentityResponse } from '@aws-sdk/client-sts'
import type { Call } from '../../call.ts'

/** Who the credentials belong to; needs no permission. */
export const getCallerIdentity: Call<GetCallerIdentityRequest, GetCallerIdentityResponse> = (_input, { caller }) => ({
  UserId: caller.userId,
  Account: caller.accountId,
  Arn: caller.arn,
})
