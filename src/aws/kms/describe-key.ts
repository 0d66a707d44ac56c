import { DescribeKeyCommand, type KMSClient } from '@aws-sdk/client-kms'
import { spell } from '../../domain/vocabulary.ts'
import { AwsFailure } from '../aws-failure.ts'

export type KeyDescription = {
  arn: string
  manager: string
  state: string
  multiRegion: boolean | null
}

/** kms DescribeKey: by the ARN of a key or of an alias. A key that is gone answers NotFoundException. */
export async function describeKey(kms: KMSClient, arn: string): Promise<KeyDescription> {
  const { KeyMetadata: key } = await kms.send(new DescribeKeyCommand({ KeyId: arn }))
  if (!key?.Arn) throw new AwsFailure('InvalidResponse', 'DescribeKey answered without a key', 'transient')
  return {
    arn: key.Arn,
    manager: spell('kmsKeyManager', key.KeyManager) ?? 'OTHER',
    state: spell('kmsKeyState', key.KeyState) ?? 'OTHER',
    multiRegion: key.MultiRegion ?? null,
  }
}
