import { GetKeyPolicyCommand, type KMSClient } from '@aws-sdk/client-kms'
import { AwsFailure } from '../aws-failure.ts'

/** kms GetKeyPolicy: the document as it was put. A key has one policy, `default`; only its own account may ask. */
export async function getKeyPolicy(kms: KMSClient, keyArn: string): Promise<string> {
  const { Policy } = await kms.send(new GetKeyPolicyCommand({ KeyId: keyArn, PolicyName: 'default' }))
  if (!Policy) throw new AwsFailure('InvalidResponse', 'GetKeyPolicy answered without a policy', 'transient')
  return Policy
}
