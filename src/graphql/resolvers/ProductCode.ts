import { imagesOfProductCode } from '../../db/images/relations.ts'
import { instancesOfProductCode } from '../../db/instances/relations.ts'
import { imagesScope, instancesScope, narrowedTo, productCodesScope } from '../../domain/coverage-scope.ts'
import { connect } from '../connection.ts'
import { coverageOf } from '../coverage.ts'
import type { ProductCodeResolvers } from '../schema.generated.ts'

export const ProductCode: ProductCodeResolvers = {
  images: ({ productCode }, args, context, info) =>
    connect(context, info, imagesOfProductCode, args, {
      of: { productCode },
      scope: (filter, used) => imagesScope(narrowedTo(filter, 'owner'), narrowedTo(filter, 'region'), used),
    }),

  instances: ({ productCode }, args, context, info) =>
    connect(context, info, instancesOfProductCode, args, {
      of: { productCode },
      scope: (filter, used) => instancesScope(narrowedTo(filter, 'account'), narrowedTo(filter, 'region'), used),
    }),

  coverage: (_row, _, context) => coverageOf(context, productCodesScope),
}
