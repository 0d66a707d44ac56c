import { imagesOfProductCode } from '../../../db/images/relations.ts'
import { instancesOfProductCode } from '../../../db/instances/relations.ts'
import { productCode } from '../../../db/product-codes/product-code.ts'
import { imagesScope, instancesScope, productCodesScope } from '../../../domain/coverage-scope.ts'
import type { TypeMap } from '../compilation.ts'
import { connection } from '../connection.ts'
import { coverage } from '../coverage.ts'
import { facts } from '../fact.ts'
import { narrowed } from '../narrowed.ts'

export const ProductCode: TypeMap = {
  ...facts(productCode.fields),
  images: connection(imagesOfProductCode, {
    scope: (_at, filter, used) => imagesScope(narrowed(filter, 'owner'), narrowed(filter, 'region'), used),
  }),
  instances: connection(instancesOfProductCode, {
    scope: (_at, filter, used) => instancesScope(narrowed(filter, 'account'), narrowed(filter, 'region'), used),
  }),
  coverage: coverage(() => productCodesScope),
}
