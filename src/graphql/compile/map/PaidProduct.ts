import { instancesOfProductCode } from '../../../db/instances/relations.ts'
import { firstDerivedLaunchOfProduct } from '../../../db/paid-products/derived-launch.ts'
import { paidProduct, softwareCostOfProduct } from '../../../db/paid-products/paid-product.ts'
import { imagesOfPaidProduct } from '../../../db/paid-products/paid-product-image.ts'
import { accountsOfPaidProduct, regionsOfPaidProduct } from '../../../db/paid-products/place-of-product.ts'
import { instancesScope, paidProductsScope } from '../../../domain/coverage-scope.ts'
import type { TypeMap } from '../compilation.ts'
import { connection } from '../connection.ts'
import { costsOf } from '../costs-of.ts'
import { facts } from '../fact.ts'
import { checkingMonths, monthsOrAll, monthsWith } from '../months-with.ts'
import { narrowed } from '../narrowed.ts'
import { list, one } from '../related.ts'

export const PaidProduct: TypeMap = {
  ...facts(paidProduct.fields),
  images: connection(imagesOfPaidProduct, { scope: () => paidProductsScope }),
  instances: connection(instancesOfProductCode, {
    scope: (_at, filter, used) => instancesScope(narrowed(filter, 'account'), narrowed(filter, 'region'), used),
  }),
  regions: list(regionsOfPaidProduct, { with: monthsOrAll }),
  accounts: checkingMonths(connection(accountsOfPaidProduct, { with: monthsOrAll, scope: () => paidProductsScope })),
  firstDerivedLaunch: one(firstDerivedLaunchOfProduct),
  costs: at => list(costsOf(at.args, { product_code: 'productCode' }))(at),
  totalSoftwareCost: one(softwareCostOfProduct, { with: monthsWith }),
}
