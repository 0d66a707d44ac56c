import { billReconciliations } from '../../../db/bills/bill-reconciliation.ts'
import { costsScope } from '../../../domain/coverage-scope.ts'
import { monthsOf } from '../../../domain/month-range.ts'
import { connect } from '../../connection.ts'
import type { QueryResolvers } from '../../schema.generated.ts'

export const billingReconciliation: QueryResolvers['billingReconciliation'] = (_, { months, ...args }, context, info) =>
  connect(context, info, billReconciliations, args, { with: monthsOf(months), scope: () => costsScope })
