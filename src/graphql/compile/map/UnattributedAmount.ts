import { unattributedAmountFields } from '../../../db/bills/bill-reconciliation.ts'
import type { TypeMap } from '../compilation.ts'
import { facts } from '../fact.ts'

export const UnattributedAmount: TypeMap = facts(unattributedAmountFields)
