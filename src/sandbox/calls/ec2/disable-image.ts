import type { DisableImageRequest, DisableImageResult } from '@aws-sdk/client-ec2'
import { AwsError, type Call } from '../../call.ts'
import { disable } from '../../world/changes.ts'
import { ownedImage } from './owned-image.ts'

/** Disables the caller's own image; everyone it was shared with loses it (R4). */
export const disableImage: Call<DisableImageRequest, DisableImageResult> = (input, context) => {
  const image = ownedImage(input.ImageId, context)
  if (image.facts.State !== 'available' && image.facts.State !== 'disabled')
    throw new AwsError('InvalidAMIID.Unavailable', `The image ${image.imageId} is ${image.facts.State}`)
  disable(context.world, image)
  return { Return: true }
}
