import type { DisableImageDeprecationRequest, DisableImageDeprecationResult } from '@aws-sdk/client-ec2'
import { AwsError, type Call } from '../../call.ts'
import { deprecate } from '../../world/changes.ts'
import { isPublic } from '../../world/image-store.ts'
import { ownedImage } from './owned-image.ts'

/** Takes the deprecation date from the caller's own image; a public one has to be made private first (R4). */
export const disableImageDeprecation: Call<DisableImageDeprecationRequest, DisableImageDeprecationResult> = (
  input,
  context,
) => {
  const image = ownedImage(input.ImageId, context)
  if (isPublic(image))
    throw new AwsError('OperationNotPermitted', `The image ${image.imageId} is public and keeps its deprecation date.`)
  deprecate(context.world, image, null)
  return { Return: true }
}
