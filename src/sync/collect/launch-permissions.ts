import pLimit from 'p-limit'
import { AwsFailure, readFailure } from '../../aws/aws-failure.ts'
import { describeLaunchPermissions } from '../../aws/ec2/describe-launch-permissions.ts'
import { databaseTime } from '../../db/clock.ts'
import { readImagesToAsk } from '../../db/launch-permissions/read-images-to-ask.ts'
import {
  type PermissionRead,
  replaceLaunchPermissions,
} from '../../db/launch-permissions/replace-launch-permissions.ts'
import type { Collector } from '../collector.ts'

/** Calls under way at once in one account and Region: AWS refills 20 a second there. */
const parallelCalls = 10

/** The image went away between the listing and this call; the next listing removes it. */
const goneCodes = new Set(['InvalidAMIID.NotFound', 'InvalidAMIID.Unavailable'])

/**
 * The launch permissions of every image that an account owns, one call an image. An image that fails keeps its last
 * list and makes the source incomplete; one that is gone does neither.
 */
export const launchPermissions: Collector<PermissionRead[]> = {
  async collect({ aws, statements, source: { accountId, region } }) {
    const imageIds = await readImagesToAsk(statements, accountId, region)
    const ec2 = await aws.ec2(accountId, region)
    const attemptedAt = await databaseTime(statements)
    const limit = pLimit(parallelCalls)
    const failures: AwsFailure[] = []
    const read = async (imageId: string): Promise<PermissionRead | null> => {
      try {
        return { imageId, attemptedAt, permissions: await describeLaunchPermissions(ec2, imageId), error: null }
      } catch (error) {
        const failure = readFailure(error)
        if (goneCodes.has(failure.code)) return null
        failures.push(failure)
        return { imageId, attemptedAt, permissions: null, error: { code: failure.code, message: failure.message } }
      }
    }
    const reads = await Promise.all(imageIds.map(imageId => limit(read, imageId)))
    return { facts: reads.filter(made => made !== null), incomplete: summarize(failures, imageIds.length) }
  },
  write: (client, { accountId, region }, facts) => replaceLaunchPermissions(client, accountId, region, facts),
}

function summarize(failures: readonly AwsFailure[], asked: number): AwsFailure | null {
  const [first] = failures
  if (first === undefined) return null
  const message = `${failures.length} of ${asked} images could not be asked for: ${first.message}`
  return new AwsFailure(first.code, message, first.class, first)
}
