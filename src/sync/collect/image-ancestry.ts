import pLimit from 'p-limit'
import { type AwsFailure, readFailure } from '../../aws/aws-failure.ts'
import { getImageAncestry } from '../../aws/ec2/get-image-ancestry.ts'
import { isGoneImage } from '../../aws/ec2/is-gone-image.ts'
import { databaseTime } from '../../db/clock.ts'
import { type AncestryRead, addImageAncestors } from '../../db/image-ancestry/add-image-ancestors.ts'
import { readImagesToAskAncestry } from '../../db/image-ancestry/read-images-to-ask-ancestry.ts'
import type { Collector } from '../collector.ts'
import { summarizeFailures } from '../summarize-failures.ts'

/** Calls under way at once in one account and Region: AWS refills 20 a second there. */
const parallelCalls = 10

/**
 * The ancestry of an account's images whose source the cache does not have: one call an image, once for good. One that
 * fails is asked again next time and makes the source incomplete.
 */
export const imageAncestry: Collector<AncestryRead[]> = {
  async collect({ aws, statements, source: { accountId, region } }) {
    const imageIds = await readImagesToAskAncestry(statements, accountId, region)
    if (imageIds.length === 0) return { facts: [], incomplete: null }
    const ec2 = await aws.ec2(accountId, region)
    const attemptedAt = await databaseTime(statements)
    const limit = pLimit(parallelCalls)
    const failures: AwsFailure[] = []
    const read = async (imageId: string): Promise<AncestryRead | null> => {
      try {
        return { imageId, attemptedAt, ancestors: await getImageAncestry(ec2, imageId), error: null }
      } catch (error) {
        const failure = readFailure(error)
        if (isGoneImage(failure)) return null
        failures.push(failure)
        return { imageId, attemptedAt, ancestors: null, error: { code: failure.code, message: failure.message } }
      }
    }
    const reads = await Promise.all(imageIds.map(imageId => limit(read, imageId)))
    return {
      facts: reads.filter(made => made !== null),
      incomplete: summarizeFailures(failures, imageIds.length, 'images'),
    }
  },
  write: (client, { accountId, region }, facts) => addImageAncestors(client, accountId, region, facts),
}
