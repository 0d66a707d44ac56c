import { imageAncestor } from '../../../db/image-ancestry/image-ancestor.ts'
import { imageByKey } from '../../../db/images/image.ts'
import type { TypeMap } from '../compilation.ts'
import { facts } from '../fact.ts'
import { one } from '../related.ts'

export const ImageAncestor: TypeMap = { ...facts(imageAncestor.fields), image: one(imageByKey) }
