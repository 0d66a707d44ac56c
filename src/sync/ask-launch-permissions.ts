import pLimit from 'p-limit'
import { type AwsFailure, readFailure } from '../aws/aws-failure.ts'
import type { EC2Client } from '../aws/clients.ts'
import { describeLaunchPermissions } from '../aws/ec2/describe-launch-permissions.ts'
import { isGoneImage } from '../aws/ec2/is-gone-image.ts'
import type { PermissionRead } from '../db/launch-permissions/replace-launch-permissions.ts'

/** Calls under way or in turn at once: enough that AWS, which refills 20 a second, is what they wait for, not slow answers. */
const parallelCalls = 40

export type AskedPermissions = {
  /** How asking for each image went, but for those that are gone */
  reads: PermissionRead[]
  failures: AwsFailure[]
}

/** Asks an owner for the launch permissions of each image. One that fails does not keep the others from being read. */
export async function askLaunchPermissions(
  ec2: EC2Client,
  imageIds: readonly string[],
  attemptedAt: Date,
): Promise<AskedPermissions> {
  const limit = pLimit(parallelCalls)
  const failures: AwsFailure[] = []
  const read = async (imageId: string): Promise<PermissionRead | null> => {
    try {
      return { imageId, attemptedAt, permissions: await describeLaunchPermissions(ec2, imageId), error: null }
    } catch (error) {
      const failure = readFailure(error)
      if (isGoneImage(failure)) return null
      failures.push(failure)
      return { imageId, attemptedAt, permissions: null, error: { code: failure.code, message: failure.message } }
    }
  }
  const reads = await Promise.all(imageIds.map(imageId => limit(read, imageId)))
  return { reads: reads.filter(made => made !== null), failures }
}
