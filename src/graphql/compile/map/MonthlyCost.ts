import { costs, monthlyCost } from '../../../db/costs/monthly-cost.ts'
import type { TypeMap } from '../compilation.ts'
import { facts } from '../fact.ts'
import { part } from '../part.ts'

export const MonthlyCost: TypeMap = {
  ...facts(monthlyCost.fields),
  softwareCost: part(costs.softwareCost),
  infrastructureCost: part(costs.infrastructureCost),
}
