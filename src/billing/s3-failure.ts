import { AwsFailure } from '../aws/aws-failure.ts'

/** What S3 refused, in words that say what to do about it; its own message follows. */
export const explained = (failure: AwsFailure, bucket: string, action: string, key?: string): AwsFailure => {
  const what = key === undefined ? `The bucket ${bucket}` : `${key} in the bucket ${bucket}`
  const decrypt = key === undefined ? '' : ', or kms:Decrypt for the key that encrypts it'
  const reasons: Readonly<Record<string, string>> = {
    AccessDenied: `cannot be read: ${action} is not allowed${decrypt}`,
    NoSuchBucket: 'does not exist',
    PermanentRedirect: 'lies in another Region, which S3 does not tell',
    SlowDown: 'could not be read: S3 asks for fewer requests',
    InvalidObjectState: 'is archived, and has to be restored first',
    TruncatedBody: 'could not be read to its end',
  }
  const reason = reasons[failure.code] ?? 'could not be read'
  return new AwsFailure(failure.code, `${what} ${reason}: ${failure.message}`, failure.class, failure)
}
