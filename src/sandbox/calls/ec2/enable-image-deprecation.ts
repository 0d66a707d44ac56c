import type { EnableImageDeprecationRequest, EnableImageDeprecationResult } from '@aws-sdk/client-ec2'
import type { Call } from '../../call.ts'
import { deprecate } from '../../world/changes.ts'
import { isPublic } from '../../world/image-store.ts'
import { invalidParameter } from './errors.ts'
import { ownedImage } from './owned-image.ts'

/** Sets when the caller's own image is deprecated: up to ten years ahead, a public one two years after creation (R4). */
export const enableImageDeprecation: Call<EnableImageDeprecationRequest, EnableImageDeprecationResult> = (
  input,
  context,
) => {
  const image = ownedImage(input.ImageId, context)
  const { DeprecateAt: time } = input
  const now = context.now()
  if (time === undefined || Number.isNaN(time.getTime()) || time < now)
    throw invalidParameter('DeprecateAt', time?.toISOString(), 'Expecting a time in the future.')
  if (time > years(now, 10))
    throw invalidParameter('DeprecateAt', time.toISOString(), 'It is more than 10 years ahead.')
  if (isPublic(image) && time > years(new Date(image.facts.CreationDate ?? now), 2))
    throw invalidParameter('DeprecateAt', time.toISOString(), 'A public AMI is deprecated 2 years after its creation.')
  deprecate(context.world, image, time)
  return { Return: true }
}

const years = (from: Date, count: number) => {
  const date = new Date(from)
  date.setUTCFullYear(date.getUTCFullYear() + count)
  return date
}
