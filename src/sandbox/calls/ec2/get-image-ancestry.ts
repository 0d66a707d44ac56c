import type { GetImageAncestryRequest, GetImageAncestryResult, ImageAncestryEntry } from '@aws-sdk/client-ec2'
import type { Call } from '../../call.ts'
import type { WorldImage } from '../../world/world.ts'
import { launchableImage } from './owned-image.ts'

/** From the image itself up to the one that was made of nothing known; images that are gone are still told of. */
export const getImageAncestry: Call<GetImageAncestryRequest, GetImageAncestryResult> = ({ ImageId }, context) => {
  const entries: ImageAncestryEntry[] = []
  let image: WorldImage | undefined = launchableImage(ImageId, context)
  while (image !== undefined) {
    const { ImageOwnerAlias, CreationDate, SourceImageId, SourceImageRegion }: WorldImage['facts'] = image.facts
    entries.push({
      ImageId: image.imageId,
      ImageOwnerAlias,
      SourceImageId,
      SourceImageRegion,
      CreationDate: CreationDate === undefined ? undefined : new Date(CreationDate),
    })
    const region = context.world.regions.get(SourceImageRegion ?? '')
    image = region?.images.get(SourceImageId ?? '') ?? region?.deregisteredImages.get(SourceImageId ?? '')
  }
  return { ImageAncestryEntries: entries }
}
