import { imagesOfRegionalCopies, regionalCopies } from '../../../db/lineage/regional-copies.ts'
import { regionalCopiesScope } from '../../../domain/coverage-scope.ts'
import type { TypeMap } from '../compilation.ts'
import { coverage, rowValue } from '../coverage.ts'
import { facts } from '../fact.ts'
import { list } from '../related.ts'

export const RegionalCopies: TypeMap = {
  ...facts(regionalCopies.fields),
  images: list(imagesOfRegionalCopies),
  coverage: coverage(row => regionalCopiesScope(rowValue(row, 'ownerAccountId'))),
}
