import type { EnableImageRequest, EnableImageResult } from '@aws-sdk/client-ec2'
import { AwsError, type Call } from '../../call.ts'
import { enable } from '../../world/changes.ts'
import { ownedImage } from './owned-image.ts'

/** Makes the caller's own disabled image usable again; it has to be shared anew (R4). */
export const enableImage: Call<EnableImageRequest, EnableImageResult> = (input, context) => {
  const image = ownedImage(input.ImageId, context)
  if (image.facts.State !== 'available' && image.facts.State !== 'disabled')
    throw new AwsError('InvalidAMIID.Unavailable', `The image ${image.imageId} is ${image.facts.State}`)
  enable(context.world, image)
  return { Return: true }
}
