import { column } from '../../../db/concept.ts'
import type { TypeMap } from '../compilation.ts'
import { facts } from '../fact.ts'
import { self } from '../related.ts'

export const LaunchableImage: TypeMap = {
  image: self,
  ...facts({ grants: column('grants'), copyable: column('copyable') }),
}
