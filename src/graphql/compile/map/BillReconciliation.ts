import { namedAccount } from '../../../db/accounts/any-account.ts'
import { billByKey } from '../../../db/bills/bill.ts'
import { billReconciliation, reasonsOfBill } from '../../../db/bills/bill-reconciliation.ts'
import type { TypeMap } from '../compilation.ts'
import { facts } from '../fact.ts'
import { list, one } from '../related.ts'

export const BillReconciliation: TypeMap = {
  ...facts(billReconciliation.fields),
  payer: one(namedAccount, { key: { accountId: 'payerAccountId' } }),
  account: one(namedAccount),
  reasons: list(reasonsOfBill),
  source: one(billByKey),
}
