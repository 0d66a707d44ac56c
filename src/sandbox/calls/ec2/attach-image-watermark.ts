import type { AttachImageWatermarkRequest, AttachImageWatermarkResult } from '@aws-sdk/client-ec2'
import { AwsError, type Call } from '../../call.ts'
import { attachWatermark } from '../../world/changes.ts'
import { isPublic } from '../../world/image-store.ts'
import { invalidParameter } from './errors.ts'
import { ownedImage } from './owned-image.ts'

const mostWatermarks = 5

/** Marks the caller's own image (R19), unless it is public; what is made from the image afterwards carries the mark on. */
export const attachImageWatermark: Call<AttachImageWatermarkRequest, AttachImageWatermarkResult> = (input, context) => {
  const image = ownedImage(input.ImageId, context)
  const { WatermarkName: name = '' } = input
  if (!/^[A-Za-z0-9 ()[\]./\-'@_]{3,128}$/.test(name))
    throw invalidParameter('WatermarkName', name, "It needs 3 to 128 letters, digits or ()[] ./-'@_")
  if (isPublic(image)) throw new AwsError('OperationNotPermitted', 'Watermarks cannot be added to public images.')
  const WatermarkKey = `${context.caller.accountId}:${name}`
  const others = (image.facts.ImageWatermarks ?? []).filter(mark => mark.WatermarkKey !== WatermarkKey)
  if (others.length >= mostWatermarks)
    throw new AwsError('OperationNotPermitted', `The image already has ${mostWatermarks} watermarks.`)
  attachWatermark(context.world, image, WatermarkKey)
  return { WatermarkKey }
}
