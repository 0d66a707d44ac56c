import type {
  ImageRecycleBinInfo,
  ListImagesInRecycleBinRequest,
  ListImagesInRecycleBinResult,
} from '@aws-sdk/client-ec2'
import type { Call } from '../../call.ts'
import { regionOf } from '../../world/find.ts'
import { binOf } from '../../world/recycle-bin.ts'
import type { WorldRecycledImage } from '../../world/world.ts'
import { type PageRule, pageFrom, pageStart } from './page.ts'

const rule: PageRule = { operation: 'ListImagesInRecycleBin', smallest: 5, largest: 1000, unlimited: false }

/** The caller's deregistered images that can still be restored. */
export const listImagesInRecycleBin: Call<ListImagesInRecycleBinRequest, ListImagesInRecycleBinResult> = (
  input,
  { world, region, caller, now },
) => {
  const wanted = new Set(input.ImageIds ?? [])
  const isShown = ({ imageId, leavesAt, recorded }: WorldRecycledImage) =>
    (recorded || leavesAt === undefined || leavesAt > now()) && (wanted.size === 0 || wanted.has(imageId))
  const { after, limit } = pageStart(rule, input)
  const bin = binOf(regionOf(world, region), caller.accountId)
  const { items, NextToken } = pageFrom(rule, bin.after(after), image => image.imageId, isShown, limit)
  return { Images: items.map(view), NextToken }
}

const view = ({ imageId, name, description, enteredAt, leavesAt }: WorldRecycledImage): ImageRecycleBinInfo => ({
  ImageId: imageId,
  ...(name === undefined ? {} : { Name: name }),
  ...(description === undefined ? {} : { Description: description }),
  RecycleBinEnterTime: enteredAt,
  RecycleBinExitTime: leavesAt,
})
