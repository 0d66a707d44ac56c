import type { Bills } from '../../bills/bills.ts'
import { getCostAndUsage } from './get-cost-and-usage.ts'

/** Cost Explorer's calls over the bills of one sandbox. */
export const ceCalls = (bills: Bills | null) => ({ GetCostAndUsage: getCostAndUsage(bills) })
