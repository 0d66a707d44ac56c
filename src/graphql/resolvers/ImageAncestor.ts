import { imageByKey } from '../../db/images/image.ts'
import type { ImageAncestorResolvers } from '../schema.generated.ts'
import { selectionOf } from '../selection.ts'

export const ImageAncestor: ImageAncestorResolvers = {
  image: ({ region, imageId }, _, { load }, info) =>
    region === null ? null : load.one(imageByKey, { region, imageId }, selectionOf(info)),
}
