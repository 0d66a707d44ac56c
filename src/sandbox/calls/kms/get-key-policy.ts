import type { GetKeyPolicyRequest, GetKeyPolicyResponse } from '@aws-sdk/client-kms'
import { AwsError, type Call } from '../../call.ts'
import { keyPolicy } from '../../world/key-policy.ts'
import { ownKey } from './find-key.ts'

/** A key has one policy, of the name `default`. */
export const getKeyPolicy: Call<GetKeyPolicyRequest, GetKeyPolicyResponse> = (input, context) => {
  const { KeyId, PolicyName = 'default' } = input
  const key = ownKey(KeyId, 'GetKeyPolicy', context)
  if (PolicyName !== 'default') throw new AwsError('NotFoundException', `No such policy exists`)
  return { Policy: key.recordedPolicy ?? keyPolicy(context.world, key), PolicyName }
}
