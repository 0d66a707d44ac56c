/** What things cost in Nordwind's world, in dollars an hour or a gigabyte and month. Near AWS's, and none of them AWS's. */

const sizes: Readonly<Record<string, number>> = {
  nano: 0.0062,
  micro: 0.0124,
  small: 0.0248,
  medium: 0.0496,
  large: 0.0992,
  xlarge: 0.1984,
  '2xlarge': 0.3968,
}

/** Of licences, by the operation that bills carry (R16). */
const licences: Readonly<Record<string, number>> = {
  'RunInstances:0002': 0.092,
  'RunInstances:0004': 0.48,
  'RunInstances:0006': 0.572,
  'RunInstances:0010': 0.0576,
  'RunInstances:000g': 0.05,
  'RunInstances:0g00': 0.0035,
}

/** An hour of an instance on demand, its operating system included. */
export const hourlyPrice = (instanceType: string, operation: string): number =>
  (sizes[instanceType.split('.')[1] ?? ''] ?? 0.0992) + (licences[operation] ?? 0)

/** Part of the price on demand that is paid for Spot, and in effect under a Savings Plan and a reservation. */
export const parts = { spot: 0.3475, savingsPlan: 0.66, reservation: 0.605 }

/** A gigabyte of a snapshot for a month. */
export const snapshotPrice = 0.05

/** What stands before usage types in a Region; nothing in us-east-1. */
export const usagePrefix = (region: string): string => {
  const known: Readonly<Record<string, string>> = { 'us-east-1': '', 'eu-west-1': 'EU-', 'eu-central-1': 'EUC1-' }
  const [area = '', side = '', number = ''] = region.split('-')
  return known[region] ?? `${area}${side.charAt(0)}${number}-`.toUpperCase()
}

export type BilledProduct = { readonly title: string; readonly seller: string; readonly hourly: number }

/** Marketplace products by their code. A product from before the Marketplace is not billed any more. */
export const billedProducts: Readonly<Record<string, BilledProduct>> = {
  '7k2vq0m9xw4hd81tznb5c3ryp': { title: 'Borealis Edge Firewall', seller: 'Borealis Networks GmbH', hourly: 0.42 },
  c9x41jw8ntq7rz0kv5mhb2d6e: { title: 'Tidemark Backup Server', seller: 'Tidemark Data Inc.', hourly: 0.185 },
  e5t8m1zr6pdk3wq9x0c7vjh24: { title: 'Keelstone Hardened RHEL 9', seller: 'Keelstone Security Ltd.', hourly: 0.06 },
}

/** Bought by the year: who did pays nothing by the hour. */
export const annual = { code: 'e5t8m1zr6pdk3wq9x0c7vjh24', fee: 4_380 }

/** A contract for software as a service, which no instance runs. */
export const contract = {
  code: 'q1m4v8xk2t6z0c9w7j3h5r2dn',
  title: 'Windlass Freight Analytics',
  seller: 'Windlass Software B.V.',
  monthly: 640,
}
