import { costsBy } from '../../../db/costs/cost.ts'
import { costsScope } from '../../../domain/coverage-scope.ts'
import { monthsOf } from '../../../domain/month-range.ts'
import { connect } from '../../connection.ts'
import type { QueryResolvers } from '../../schema.generated.ts'

/** The filter is about what is added up, not about the sums. */
export const costs: QueryResolvers['costs'] = (_, { months, filter, groupBy, ...page }, context, info) =>
  connect(context, info, costsBy({ months: monthsOf(months), groupBy, filter: filter ?? {} }), page, {
    scope: () => costsScope,
  })
