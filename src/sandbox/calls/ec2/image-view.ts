import type { Image } from '@aws-sdk/client-ec2'
import type { CallContext } from '../../call.ts'
import { imageAllowed } from '../../world/allowed-images.ts'
import { isPublic } from '../../world/image-store.ts'
import { lastLaunchedTime } from '../../world/last-launched.ts'
import type { WorldImage, WorldRegion } from '../../world/world.ts'

/** An image as DescribeImages answers it to this caller: its own tags (R10), its own Allowed AMIs (R13). */
export const imageView = (region: WorldRegion, image: WorldImage, { caller, now }: CallContext): Image => {
  const { LastLaunchedTime: _, ...facts } = image.facts
  const view: Image = { ...facts, Public: isPublic(image) }
  const tags = image.tags?.get(caller.accountId)
  if (tags?.length) view.Tags = tags
  const allowed = imageAllowed(region, caller.accountId, image, now())
  if (allowed !== undefined) view.ImageAllowed = allowed
  if (image.ownerId === caller.accountId) {
    const launched = lastLaunchedTime(image, now())
    if (launched !== undefined) view.LastLaunchedTime = launched
  }
  return view
}
