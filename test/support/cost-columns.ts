import type { BillLine } from './bills.ts'
import { asStored, exact } from './decimals.ts'

/** The column that a line's amount goes into, by the rules alone (docs/bills.md); infrastructure by its parts. */
export const columnOf = ({ lineType, isMarketplace, usageType }: BillLine): string => {
  const byType = {
    Tax: 'tax',
    Credit: 'credit',
    Refund: 'refund',
    Fee: 'fee',
    SavingsPlanNegation: 'savingsPlanNegation',
  }
  const named = byType[lineType as keyof typeof byType]
  if (named !== undefined) return named
  if (isMarketplace) return 'softwareCost'
  if (usageType.includes('EBS:Snapshot')) return 'snapshotStorageCost'
  if (!/BoxUsage|SpotUsage/.test(usageType)) return 'otherCost'
  if (lineType === 'SavingsPlanCoveredUsage') return 'savingsPlanUsageCost'
  if (lineType === 'DiscountedUsage') return 'reservedUsageCost'
  return usageType.includes('SpotUsage') ? 'spotCost' : 'onDemandCost'
}

/** Every column of costs, by its name in the schema. */
export const costColumns = [
  'softwareCost',
  'infrastructureCost',
  'onDemandCost',
  'spotCost',
  'savingsPlanUsageCost',
  'reservedUsageCost',
  'effectiveInfrastructureCost',
  'snapshotStorageCost',
  'tax',
  'credit',
  'refund',
  'fee',
  'discount',
  'savingsPlanNegation',
  'otherCost',
  'total',
]
const infrastructure = ['onDemandCost', 'spotCost', 'savingsPlanUsageCost', 'reservedUsageCost']

/** What a line adds to a column. */
export const amountIn = (line: BillLine, asked: string): bigint => {
  const column = columnOf(line)
  const cost = exact(asStored(line.cost))
  const isCovered = ['savingsPlanUsageCost', 'reservedUsageCost'].includes(column)
  if (asked === 'total') return cost
  if (asked === 'infrastructureCost') return infrastructure.includes(column) ? cost : 0n
  if (asked === 'effectiveInfrastructureCost') {
    if (!infrastructure.includes(column)) return 0n
    return isCovered ? exact(asStored(line.effective)) : cost
  }
  return asked === column ? cost : 0n
}
