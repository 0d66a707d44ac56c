import { imageByKey } from '../../db/images/image.ts'
import type { ImageUnderCriteriaResolvers } from '../schema.generated.ts'
import { selectionOf } from '../selection.ts'

export const ImageUnderCriteria: ImageUnderCriteriaResolvers = {
  image: ({ region, imageId }, _, { load }, info) => load.one(imageByKey, { region, imageId }, selectionOf(info)),
}
