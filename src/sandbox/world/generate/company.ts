/** Nordwind, a shipping company that does not exist: its tree of organizational units and its accounts. */

export type UnitPlan = { name: string; below?: string }

/** Parents come before their children; a unit without `below` lies at the root. */
export const unitPlans: readonly UnitPlan[] = [
  { name: 'Security' },
  { name: 'Infrastructure' },
  { name: 'Image Factory', below: 'Infrastructure' },
  { name: 'Workloads' },
  { name: 'Production', below: 'Workloads' },
  { name: 'Regulated', below: 'Production' },
  { name: 'Card Payments', below: 'Regulated' },
  { name: 'Non-Production', below: 'Workloads' },
  { name: 'Sandbox' },
  { name: 'Decommissioned' },
]

export type AccountPlan = { name: string; unit?: string; invited?: boolean }

/** The accounts that every world starts with, as far as its size goes. */
export const accountPlans: readonly AccountPlan[] = [
  { name: 'Nordwind Management' },
  { name: 'Image Factory', unit: 'Image Factory' },
  { name: 'Booking Production', unit: 'Production' },
  { name: 'Card Payments Production', unit: 'Card Payments' },
  { name: 'Booking Staging', unit: 'Non-Production' },
  { name: 'Shared Network', unit: 'Infrastructure' },
  { name: 'Security Tooling', unit: 'Security' },
  { name: 'Tracking Production', unit: 'Production' },
  { name: 'Data Science', unit: 'Sandbox' },
  { name: 'Fleet Telemetry', unit: 'Decommissioned', invited: true },
  { name: 'Log Archive', unit: 'Security' },
  { name: 'Tracking Development', unit: 'Non-Production' },
]

const products = [
  'Booking',
  'Tracking',
  'Customs',
  'Warehouse',
  'Route Planning',
  'Fleet',
  'Billing',
  'Port Services',
  'Container Yard',
  'Cold Chain',
  'Freight Quotes',
  'Claims',
  'Crew Planning',
  'Partner Portal',
  'Demand Forecast',
  'Document Archive',
]

const stages = ['Production', 'Staging', 'Development', 'Test']

/** Further accounts of a large world: a product in a stage, in numbered cells. */
export const furtherAccount = (index: number): AccountPlan & { unit: string; product: string; stageUnit: string } => {
  const product = products[index % products.length] as string
  const stage = stages[Math.floor(index / products.length) % stages.length] as string
  const cell = Math.floor(index / (products.length * stages.length)) + 1
  const stageUnit = stage === 'Production' ? 'Production' : 'Non-Production'
  return {
    name: `${product} ${stage} ${cell}`,
    unit: `${product} ${stageUnit}`,
    product,
    stageUnit,
  }
}
