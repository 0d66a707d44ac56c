import { goldenRelease, imagesOfRelease } from '../../../db/golden-images/golden-image.ts'
import type { TypeMap } from '../compilation.ts'
import { facts } from '../fact.ts'
import { list } from '../related.ts'

export const GoldenRelease: TypeMap = { ...facts(goldenRelease.fields), images: list(imagesOfRelease) }
