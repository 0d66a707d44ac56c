import { imageByKey } from '../../db/images/image.ts'
import { loadAccount } from '../load-account.ts'
import type { ImageWatermarkResolvers } from '../schema.generated.ts'
import { selectionOf } from '../selection.ts'

export const ImageWatermark: ImageWatermarkResolvers = {
  account: ({ accountId }, _, context, info) => loadAccount(context, accountId, info),

  sourceImage: ({ sourceImageRegion, sourceImageId }, _, { load }, info) =>
    sourceImageRegion === null || sourceImageId === null
      ? null
      : load.one(imageByKey, { region: sourceImageRegion, imageId: sourceImageId }, selectionOf(info)),
}
