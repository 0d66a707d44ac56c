import { replacementSavings as everyReplacementSaving } from '../../../db/savings/replacement-saving.ts'
import { paidProductsScope } from '../../../domain/coverage-scope.ts'
import { monthsOf } from '../../../domain/month-range.ts'
import { connect } from '../../connection.ts'
import type { QueryResolvers } from '../../schema.generated.ts'

export const replacementSavings: QueryResolvers['replacementSavings'] = (_, { months, ...args }, context, info) =>
  connect(context, info, everyReplacementSaving, args, { with: monthsOf(months), scope: () => paidProductsScope })
