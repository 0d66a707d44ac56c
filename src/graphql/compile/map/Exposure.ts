import { exposure } from '../../../db/exposures/exposure.ts'
import { imageByKey } from '../../../db/images/image.ts'
import type { TypeMap } from '../compilation.ts'
import { facts } from '../fact.ts'
import { one } from '../related.ts'

export const Exposure: TypeMap = { ...facts(exposure.fields), image: one(imageByKey) }
