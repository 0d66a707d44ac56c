import { imagesOfRegionalCopies } from '../../db/lineage/regional-copies.ts'
import { regionalCopiesScope } from '../../domain/coverage-scope.ts'
import { coverageOf } from '../coverage.ts'
import type { RegionalCopiesResolvers } from '../schema.generated.ts'
import { selectionOf } from '../selection.ts'

export const RegionalCopies: RegionalCopiesResolvers = {
  images: ({ region, imageId, ownerAccountId }, _, { load }, info) =>
    load.list(imagesOfRegionalCopies, { region, imageId, ownerAccountId }, selectionOf(info)),

  coverage: ({ ownerAccountId }, _, context) => coverageOf(context, regionalCopiesScope(ownerAccountId)),
}
