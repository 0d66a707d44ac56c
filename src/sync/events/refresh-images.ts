import { describeImagesById, imageIdsPerCall } from '../../aws/ec2/describe-images.ts'
import { replaceOwnedImages } from '../../db/images/replace-owned-images.ts'
import { replaceLaunchPermissions } from '../../db/launch-permissions/replace-launch-permissions.ts'
import { beginTargetedWrite } from '../../db/targeted-reads/begin-targeted-write.ts'
import { recordTargetedReads } from '../../db/targeted-reads/record-targeted-reads.ts'
import { inTransaction } from '../../db/transaction.ts'
import type { SeenImage } from '../../domain/facts.ts'
import type { Place } from '../../domain/source.ts'
import { askLaunchPermissions } from '../ask-launch-permissions.ts'
import { allOf } from '../collector.ts'
import { databaseRetries } from '../sync-context.ts'
import type { EventContext } from './event-context.ts'

export type NamedImages = {
  imageIds: readonly string[]
  /** Of these, the ones whose launch permissions may have changed too */
  permissionsOf: ReadonlySet<string>
}

/**
 * Reads these images as their owner lists them, and writes what it finds: what the owner does not list any more is gone.
 * Throws AwsFailure where AWS does not answer; of launch permissions, those that could be read are written all the same.
 */
export async function refreshImages(
  context: EventContext,
  place: Place,
  { imageIds, permissionsOf }: NamedImages,
): Promise<void> {
  for (let start = 0; start < imageIds.length; start += imageIdsPerCall) {
    const owned = await refreshListing(context, place, imageIds.slice(start, start + imageIdsPerCall))
    await refreshPermissions(
      context,
      place,
      owned.map(({ image }) => image.imageId).filter(imageId => permissionsOf.has(imageId)),
    )
  }
}

async function refreshListing(
  { aws, pool, now }: EventContext,
  { accountId, region }: Place,
  imageIds: readonly string[],
): Promise<SeenImage[]> {
  const source = { accountId, region, kind: 'IMAGES_OWNED' } as const
  const observedAt = await now()
  const seen = await allOf(describeImagesById(await aws.ec2(accountId, region), region, imageIds))
  const owned = seen.filter(({ image }) => image.ownerAccountId === accountId)
  await inTransaction(
    pool,
    async client => {
      const only = await beginTargetedWrite(client, source, observedAt, imageIds)
      await replaceOwnedImages(client, accountId, region, owned, { only, except: [] })
      await recordTargetedReads(client, source, only, observedAt)
    },
    { retries: databaseRetries },
  )
  return owned
}

async function refreshPermissions(
  { aws, pool, now }: EventContext,
  { accountId, region }: Place,
  imageIds: readonly string[],
): Promise<void> {
  if (imageIds.length === 0) return
  const source = { accountId, region, kind: 'LAUNCH_PERMISSIONS' } as const
  const attemptedAt = await now()
  const ec2 = await aws.ec2(accountId, region)
  const { reads, failures } = await askLaunchPermissions(ec2, imageIds, attemptedAt)
  await inTransaction(
    pool,
    async client => {
      // The lock alone: which list is newer is known of each image.
      await beginTargetedWrite(client, source, attemptedAt, [])
      await replaceLaunchPermissions(client, accountId, region, reads)
    },
    { retries: databaseRetries },
  )
  const [first] = failures
  if (first !== undefined) throw first
}
