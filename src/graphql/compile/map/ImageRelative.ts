import { imageByKey } from '../../../db/images/image.ts'
import { imageRelative } from '../../../db/lineage/image-relative.ts'
import { linksOfRelative } from '../../../db/lineage/lineage-link.ts'
import type { TypeMap } from '../compilation.ts'
import { facts } from '../fact.ts'
import { list, one } from '../related.ts'

export const ImageRelative: TypeMap = {
  ...facts(imageRelative.fields),
  image: one(imageByKey),
  links: list(linksOfRelative),
}
