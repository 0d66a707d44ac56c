import type { DescribeKeyRequest, DescribeKeyResponse } from '@aws-sdk/client-kms'
import type { Call } from '../../call.ts'
import { visibleKey } from './find-key.ts'

export const describeKey: Call<DescribeKeyRequest, DescribeKeyResponse> = ({ KeyId }, context) => {
  const { arn, ownerId, state, awsManaged, multiRegion, alias } = visibleKey(KeyId, 'DescribeKey', context)
  return {
    KeyMetadata: {
      AWSAccountId: ownerId,
      KeyId: arn.slice(arn.indexOf('/') + 1),
      Arn: arn,
      Enabled: state === 'Enabled',
      Description: awsManaged ? 'Default key that protects my EBS volumes when no other key is defined' : alias,
      KeyUsage: 'ENCRYPT_DECRYPT',
      KeyState: state,
      Origin: 'AWS_KMS',
      KeyManager: awsManaged ? 'AWS' : 'CUSTOMER',
      KeySpec: 'SYMMETRIC_DEFAULT',
      CustomerMasterKeySpec: 'SYMMETRIC_DEFAULT',
      EncryptionAlgorithms: ['SYMMETRIC_DEFAULT'],
      MultiRegion: multiRegion,
    },
  }
}
