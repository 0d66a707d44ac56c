import { deregistration } from '../../../db/deregistration/deregistration.ts'
import { usesOfImage } from '../../../db/deregistration/image-use.ts'
import { deregistrationScope } from '../../../domain/coverage-scope.ts'
import type { TypeMap } from '../compilation.ts'
import { coverage, rowValues } from '../coverage.ts'
import { facts } from '../fact.ts'
import { list } from '../related.ts'

export const Deregistration: TypeMap = {
  ...facts(deregistration.fields),
  uses: list(usesOfImage),
  coverage: coverage(row => deregistrationScope(rowValues(row, 'region', 'imageId'))),
}
