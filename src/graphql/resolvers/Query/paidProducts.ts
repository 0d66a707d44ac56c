import { paidProducts as everyPaidProduct } from '../../../db/paid-products/paid-product.ts'
import { paidProductsScope } from '../../../domain/coverage-scope.ts'
import { monthsOf } from '../../../domain/month-range.ts'
import { connect } from '../../connection.ts'
import type { QueryResolvers } from '../../schema.generated.ts'

export const paidProducts: QueryResolvers['paidProducts'] = (_, { months, ...args }, context, info) =>
  connect(context, info, everyPaidProduct, args, {
    with: months ? monthsOf(months) : {},
    scope: () => paidProductsScope,
  })
