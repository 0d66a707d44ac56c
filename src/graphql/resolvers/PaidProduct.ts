import { costsBy } from '../../db/costs/cost.ts'
import { instancesOfProductCode } from '../../db/instances/relations.ts'
import { firstDerivedLaunchOfProduct } from '../../db/paid-products/derived-launch.ts'
import { softwareCostOfProduct } from '../../db/paid-products/paid-product.ts'
import { imagesOfPaidProduct } from '../../db/paid-products/paid-product-image.ts'
import { accountsOfPaidProduct, regionsOfPaidProduct } from '../../db/paid-products/place-of-product.ts'
import { instancesScope, narrowedTo, paidProductsScope } from '../../domain/coverage-scope.ts'
import { monthsOf } from '../../domain/month-range.ts'
import { connect } from '../connection.ts'
import type { PaidProductResolvers } from '../schema.generated.ts'
import { selectionOf } from '../selection.ts'

export const PaidProduct: PaidProductResolvers = {
  images: ({ productCode }, args, context, info) =>
    connect(context, info, imagesOfPaidProduct, args, { of: { productCode }, scope: () => paidProductsScope }),

  instances: ({ productCode }, args, context, info) =>
    connect(context, info, instancesOfProductCode, args, {
      of: { productCode },
      scope: (filter, used) => instancesScope(narrowedTo(filter, 'account'), narrowedTo(filter, 'region'), used),
    }),

  regions: ({ productCode }, { months }, { load }, info) =>
    load.list(regionsOfPaidProduct, { productCode }, selectionOf(info), months ? monthsOf(months) : {}),

  accounts: ({ productCode }, { months, ...args }, context, info) =>
    connect(context, info, accountsOfPaidProduct, args, {
      of: { productCode },
      with: months ? monthsOf(months) : {},
      scope: () => paidProductsScope,
    }),

  firstDerivedLaunch: ({ productCode }, _, { load }, info) =>
    load.one(firstDerivedLaunchOfProduct, { productCode }, selectionOf(info)),

  costs: ({ productCode }, { months, groupBy }, { load }, info) =>
    load.list(
      costsBy({ months: monthsOf(months), groupBy, of: { product_code: 'productCode' } }),
      { productCode },
      selectionOf(info),
    ),

  totalSoftwareCost: ({ productCode }, { months }, { load }, info) =>
    load
      .list<{ amount: string; currency: string }>(
        softwareCostOfProduct,
        { productCode },
        selectionOf(info),
        monthsOf(months),
      )
      .then(([charge]) => charge ?? null),
}
