import { usageOperationDrifts as everyDrift } from '../../../db/usage-operation-drifts/usage-operation-drift.ts'
import { costsScope } from '../../../domain/coverage-scope.ts'
import { monthsOf } from '../../../domain/month-range.ts'
import { connect } from '../../connection.ts'
import type { QueryResolvers } from '../../schema.generated.ts'

export const usageOperationDrifts: QueryResolvers['usageOperationDrifts'] = (_, { months, ...args }, context, info) =>
  connect(context, info, everyDrift, args, { with: monthsOf(months), scope: () => costsScope })
