import { imageAsOf } from '../../../db/memory/image-as-of.ts'
import { changesOfVersion, versionsOfImage } from '../../../db/memory/image-version.ts'
import type { TypeMap } from '../compilation.ts'
import { facts } from '../fact.ts'
import { list, one } from '../related.ts'

export const ImageVersion: TypeMap = {
  ...facts(versionsOfImage.to.fields),
  image: one(imageAsOf),
  changes: list(changesOfVersion),
}
