import { namedAccount } from '../../../db/accounts/any-account.ts'
import { imageByKey } from '../../../db/images/image.ts'
import { imageWatermark } from '../../../db/images/image-watermark.ts'
import type { TypeMap } from '../compilation.ts'
import { facts } from '../fact.ts'
import { one } from '../related.ts'

export const ImageWatermark: TypeMap = {
  ...facts(imageWatermark.fields),
  account: one(namedAccount),
  sourceImage: one(imageByKey, { key: { region: 'sourceImageRegion', imageId: 'sourceImageId' } }),
}
