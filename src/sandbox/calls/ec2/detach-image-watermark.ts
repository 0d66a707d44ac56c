import type { DetachImageWatermarkRequest, DetachImageWatermarkResult } from '@aws-sdk/client-ec2'
import type { Call } from '../../call.ts'
import { detachWatermark } from '../../world/changes.ts'
import { ownedImage } from './owned-image.ts'

/** Takes a mark off the caller's own image, and off no image that was made from it; one that is not there is no error. */
export const detachImageWatermark: Call<DetachImageWatermarkRequest, DetachImageWatermarkResult> = (input, context) => {
  detachWatermark(context.world, ownedImage(input.ImageId, context), input.WatermarkKey ?? '')
  return { Return: true }
}
