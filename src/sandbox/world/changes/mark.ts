import { type ImageReference, imageOf } from '../find.ts'
import type { World, WorldImage } from '../world.ts'

/** Attaches a watermark (R19); one that the image has already stays as it is. */
export const attachWatermark = (world: World, reference: ImageReference, key: string): void => {
  const image = imageOf(world, reference)
  const present = image.facts.ImageWatermarks ?? []
  if (present.some(mark => mark.WatermarkKey === key)) return
  const { region, imageId, facts } = image
  facts.ImageWatermarks = [
    ...present,
    {
      WatermarkKey: key,
      SourceImageRegion: region,
      SourceImageId: imageId,
      SourceImageCreationTime: new Date(facts.CreationDate ?? world.now()),
      WatermarkCreationTime: world.now(),
    },
  ]
  notify(world, image, { cause: 'AttachImageWatermark', key })
}

/** Takes a watermark off, of this image only. */
export const detachWatermark = (world: World, reference: ImageReference, key: string): void => {
  const image = imageOf(world, reference)
  const left = image.facts.ImageWatermarks?.filter(mark => mark.WatermarkKey !== key) ?? []
  if (left.length === (image.facts.ImageWatermarks?.length ?? 0)) return
  if (left.length === 0) delete image.facts.ImageWatermarks
  else image.facts.ImageWatermarks = left
  notify(world, image, { cause: 'DetachImageWatermark', key })
}

const notify = (
  world: World,
  { region, ownerId, imageId }: WorldImage,
  what: { cause: 'AttachImageWatermark' | 'DetachImageWatermark'; key: string },
) => world.notify({ kind: 'watermark', at: world.now(), region, ownerId, imageId, ...what })
