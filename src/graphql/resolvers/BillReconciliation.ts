import { billByKey } from '../../db/bills/bill.ts'
import { reasonsOfBill } from '../../db/bills/bill-reconciliation.ts'
import { loadAccount } from '../load-account.ts'
import type { BillReconciliationResolvers } from '../schema.generated.ts'
import { selectionOf } from '../selection.ts'

export const BillReconciliation: BillReconciliationResolvers = {
  payer: ({ payerAccountId }, _, context, info) => loadAccount(context, payerAccountId, info),

  account: ({ accountId }, _, context, info) => loadAccount(context, accountId, info),

  reasons: ({ month, payerAccountId, accountId, currency }, _, { load }, info) =>
    load.list(reasonsOfBill, { month, payerAccountId, accountId, currency }, selectionOf(info)),

  source: ({ export: name, month }, _, { load }, info) =>
    load.one(billByKey, { export: name, month }, selectionOf(info)),
}
