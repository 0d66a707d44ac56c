import pLimit from 'p-limit'
import { AwsFailure, readFailure } from '../../aws/aws-failure.ts'
import { describeImageReferences, imagesPerReferenceCall } from '../../aws/ec2/describe-image-references.ts'
import { type ImageToCheck, readImagesToCheck } from '../../db/image-references/read-images-to-check.ts'
import { replaceImageReferences } from '../../db/image-references/replace-image-references.ts'
import type { ImageReference } from '../../domain/facts.ts'
import { allOf, type Collector } from '../collector.ts'

type CheckedImages = {
  references: ImageReference[]
  /** Left out, or asked about in vain */
  notAskedIds: string[]
}

type Ask = (imageIds: readonly string[]) => Promise<ImageReference[]>

const parallelCalls = 10

/** AWS does not know one of the images any more, so nothing names it. */
const goneCodes = new Set(['InvalidAMIID.NotFound', 'InvalidAMIID.Unavailable'])

/**
 * Which of an account's resources name an image: it is asked about every image that it owns, and about as many others as
 * `sharedReferenceCalls` allows. What was not asked about, or in vain, keeps its references and makes the source
 * incomplete (R20).
 */
export const imageReferences: Collector<CheckedImages> = {
  async collect({ aws, statements, source, sharedReferenceCalls }) {
    const images = await readImagesToCheck(statements, source.accountId, source.region)
    const { wanted, leftOut } = withinBudget(images, sharedReferenceCalls)
    const ec2 = await aws.ec2(source.accountId, source.region)
    const ask: Ask = imageIds => allOf(describeImageReferences(ec2, source.accountId, source.region, imageIds))
    const limit = pLimit(parallelCalls)
    const failures: { failure: AwsFailure; imageIds: string[] }[] = []
    const check = async (imageIds: string[]): Promise<ImageReference[]> => {
      // Who is denied one call is denied them all.
      const denied = failures.find(({ failure }) => failure.class === 'denied')?.failure
      try {
        if (denied !== undefined) throw denied
        return await referencesTo(ask, imageIds)
      } catch (error) {
        failures.push({ failure: readFailure(error), imageIds })
        return []
      }
    }
    const references = await Promise.all(inBatches(wanted).map(imageIds => limit(check, imageIds)))
    const failedIds = failures.flatMap(({ imageIds }) => imageIds)
    return {
      facts: { references: references.flat(), notAskedIds: [...failedIds, ...leftOut] },
      incomplete:
        summarize(failures[0]?.failure, failedIds.length, wanted.length) ??
        notAsked(leftOut.length, images.length, sharedReferenceCalls),
    }
  },
  write: (client, { accountId, region }, { references, notAskedIds }) =>
    replaceImageReferences(client, accountId, region, references, notAskedIds),
}

function withinBudget(images: readonly ImageToCheck[], sharedCalls: number): { wanted: string[]; leftOut: string[] } {
  const own = images.filter(({ isOwn }) => isOwn).length
  const ids = images.map(({ imageId }) => imageId)
  const most = own + sharedCalls * imagesPerReferenceCall
  return { wanted: ids.slice(0, most), leftOut: ids.slice(most) }
}

function inBatches(imageIds: readonly string[]): string[][] {
  return Array.from({ length: Math.ceil(imageIds.length / imagesPerReferenceCall) }, (_, index) =>
    imageIds.slice(index * imagesPerReferenceCall, (index + 1) * imagesPerReferenceCall),
  )
}

/** All at once; one by one where AWS does not know one of them. */
async function referencesTo(ask: Ask, imageIds: readonly string[]): Promise<ImageReference[]> {
  try {
    return await ask(imageIds)
  } catch (error) {
    if (!goneCodes.has(readFailure(error).code)) throw error
    if (imageIds.length === 1) return []
    const references: ImageReference[] = []
    for (const imageId of imageIds) references.push(...(await referencesTo(ask, [imageId])))
    return references
  }
}

function summarize(first: AwsFailure | undefined, failed: number, asked: number): AwsFailure | null {
  if (first === undefined) return null
  const message = `${failed} of ${asked} images could not be asked about: ${first.message}`
  return new AwsFailure(first.code, message, first.class, first)
}

function notAsked(leftOut: number, all: number, calls: number): AwsFailure | null {
  if (leftOut === 0) return null
  const why = `AMIGRAPH_SHARED_REFERENCE_CALLS allows ${calls} calls about images of others`
  return new AwsFailure('NotAsked', `${leftOut} of ${all} images were not asked about: ${why}`, 'final')
}
