import { deregistrationSavings as everyDeregistrationSaving } from '../../../db/savings/deregistration-saving.ts'
import { paidProductsScope } from '../../../domain/coverage-scope.ts'
import { monthsOf } from '../../../domain/month-range.ts'
import { connect } from '../../connection.ts'
import type { QueryResolvers } from '../../schema.generated.ts'

export const deregistrationSavings: QueryResolvers['deregistrationSavings'] = (_, { months, ...args }, context, info) =>
  connect(context, info, everyDeregistrationSaving, args, { with: monthsOf(months), scope: () => paidProductsScope })
