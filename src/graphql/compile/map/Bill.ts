import { bill } from '../../../db/bills/bill.ts'
import type { TypeMap } from '../compilation.ts'
import { facts } from '../fact.ts'

export const Bill: TypeMap = facts(bill.fields)
