import { AwsError, type CallContext } from '../../call.ts'
import type { Bucket } from '../../storage/bucket.ts'
import type { Buckets } from '../../storage/buckets.ts'

/** The bucket that a call names, which has to be the caller's own and in the Region that the request is signed for. */
export const readableBucket = (buckets: Buckets, name: string | undefined, { caller, region }: CallContext): Bucket => {
  const bucket = buckets.find(name ?? '')
  if (!bucket) throw new AwsError('NoSuchBucket', 'The specified bucket does not exist', 404)
  if (bucket.region !== region)
    throw new AwsError(
      'PermanentRedirect',
      'The bucket you are attempting to access must be addressed using the specified endpoint. Please send all future requests to this endpoint.',
      301,
      { 'x-amz-bucket-region': bucket.region },
    )
  if (bucket.ownerId !== caller.accountId) throw new AwsError('AccessDenied', 'Access Denied', 403)
  return bucket
}
