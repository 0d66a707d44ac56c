import type { DescribeImagesRequest, DescribeImagesResult, Image } from '@aws-sdk/client-ec2'
import type { Call, CallContext } from '../../call.ts'
import { isHidden } from '../../world/allowed-images.ts'
import { regionOf } from '../../world/find.ts'
import { isReferenced } from '../../world/instance-store.ts'
import { launchableBy } from '../../world/permissions.ts'
import type { WorldImage, WorldRegion } from '../../world/world.ts'
import { noSuchImage } from './errors.ts'
import { compileFilters } from './filter.ts'
import { imageFilters } from './image-filters.ts'
import { imagesInScope } from './image-scope.ts'
import { imageView } from './image-view.ts'
import { type PageRule, pageFrom, pageStart, refusePaging } from './page.ts'

const rule: PageRule = { operation: 'DescribeImages', smallest: 1, largest: 1000, unlimited: true }

/**
 * The images that the caller owns, was granted, or that are public. Deprecated images of others only on request or by
 * ID, disabled ones only on request (R4); what Allowed AMIs disallow is not there at all (R13).
 */
export const describeImages: Call<DescribeImagesRequest, DescribeImagesResult> = (input, context) => {
  const region = regionOf(context.world, context.region)
  const matches = compileFilters<Image>(input.Filters, imageFilters, image => image.Tags ?? [])
  const isVisible = visibility(region, context)
  const isShown = (image: WorldImage) =>
    isVisible(image) &&
    (!isDeprecatedForOthers(image, context) || input.IncludeDeprecated === true || isNamed(input, image)) &&
    (image.facts.State !== 'disabled' || input.IncludeDisabled === true) &&
    // A view is only made where a filter looks at it
    (!input.Filters?.length || matches(imageView(region, image, context)))

  if (input.ImageIds?.length) {
    refusePaging(input, 'ImageId')
    const named = namedImages(region, input.ImageIds, isVisible, context)
    const inScope = new Set(imagesInScope(region, pinnedTo(input), context, undefined))
    return { Images: named.filter(image => inScope.has(image) && isShown(image)).map(view(region, context)) }
  }
  const { after, limit } = pageStart(rule, input)
  const { items, NextToken } = pageFrom(
    rule,
    imagesInScope(region, input, context, after),
    image => image.imageId,
    isShown,
    limit,
  )
  return { Images: items.map(view(region, context)), NextToken }
}

const view = (region: WorldRegion, context: CallContext) => (image: WorldImage) => imageView(region, image, context)

/** An image that is not available yet, or failed, is its owner's business. */
const visibility = (region: WorldRegion, { world, caller, now }: CallContext) => {
  const mayLaunch = launchableBy(world, caller.accountId)
  return (image: WorldImage) =>
    image.ownerId === caller.accountId ||
    (image.facts.State === 'available' && mayLaunch(image) && !isHidden(region, caller.accountId, image, now()))
}

const isDeprecatedForOthers = (image: WorldImage, { caller, now }: CallContext) =>
  image.ownerId !== caller.accountId &&
  image.facts.DeprecationTime !== undefined &&
  Date.parse(image.facts.DeprecationTime) <= now().getTime()

const isNamed = (input: DescribeImagesRequest, image: WorldImage) => input.ImageIds?.includes(image.imageId) === true

const pinnedTo = ({ Owners, ExecutableUsers, ImageIds = [] }: DescribeImagesRequest) => ({
  Owners,
  ExecutableUsers,
  Filters: [{ Name: 'image-id', Values: ImageIds }],
})

/** An ID that the caller cannot see is an error; one that was deregistered stays silent while instances refer to it. */
const namedImages = (
  region: WorldRegion,
  imageIds: readonly string[],
  isVisible: (image: WorldImage) => boolean,
  { now }: CallContext,
): WorldImage[] => {
  const unknown: string[] = []
  const found = [...new Set(imageIds)].flatMap(imageId => {
    const image = region.images.get(imageId)
    if (image !== undefined && isVisible(image)) return [image]
    const isRemembered = region.deregisteredImages.has(imageId) && isReferenced(region, imageId, now())
    if (!isRemembered) unknown.push(imageId)
    return []
  })
  if (unknown.length > 0) throw noSuchImage(unknown)
  return found
}
