import { imageByKey } from '../../db/images/image.ts'
import { linksOfRelative } from '../../db/lineage/lineage-link.ts'
import type { ImageRelativeResolvers } from '../schema.generated.ts'
import { selectionOf } from '../selection.ts'

export const ImageRelative: ImageRelativeResolvers = {
  image: ({ region, imageId }, _, { load }, info) =>
    region === null ? null : load.one(imageByKey, { region, imageId }, selectionOf(info)),

  links: ({ links }, _, { load }, info) => load.list(linksOfRelative, { links }, selectionOf(info)),
}
