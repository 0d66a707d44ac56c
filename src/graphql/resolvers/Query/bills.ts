import { bill } from '../../../db/bills/bill.ts'
import { everyRow } from '../../../db/relation.ts'
import { billsScope } from '../../../domain/coverage-scope.ts'
import { connect } from '../../connection.ts'
import type { QueryResolvers } from '../../schema.generated.ts'

const everyBill = everyRow(bill)

export const bills: QueryResolvers['bills'] = (_, args, context, info) =>
  connect(context, info, everyBill, args, { scope: () => billsScope })
