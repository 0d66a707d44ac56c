/** What AWS bills an instance's software as: what a usage operation says of it. */
export type BilledSoftware = {
  readonly system: 'LINUX' | 'RHEL' | 'SUSE' | 'UBUNTU_PRO' | 'WINDOWS'
  /** The customer brings the licence of the system: AWS bills none */
  readonly ownLicense: boolean
  readonly sqlServer: 'STANDARD' | 'WEB' | 'ENTERPRISE' | null
  readonly highAvailability: boolean
}

const software = (system: BilledSoftware['system'], more: Partial<BilledSoftware> = {}): BilledSoftware => ({
  ...{ system, ownLicense: false, sqlServer: null, highAvailability: false },
  ...more,
})

/** AWS: EC2 user guide, "AMI billing information fields". */
const byOperation: Readonly<Record<string, BilledSoftware>> = {
  RunInstances: software('LINUX'),
  'RunInstances:00g0': software('RHEL', { ownLicense: true }),
  'RunInstances:0010': software('RHEL'),
  'RunInstances:1010': software('RHEL', { highAvailability: true }),
  'RunInstances:1014': software('RHEL', { highAvailability: true, sqlServer: 'STANDARD' }),
  'RunInstances:1110': software('RHEL', { highAvailability: true, sqlServer: 'ENTERPRISE' }),
  'RunInstances:0014': software('RHEL', { sqlServer: 'STANDARD' }),
  'RunInstances:0210': software('RHEL', { sqlServer: 'WEB' }),
  'RunInstances:0110': software('RHEL', { sqlServer: 'ENTERPRISE' }),
  'RunInstances:0100': software('LINUX', { sqlServer: 'ENTERPRISE' }),
  'RunInstances:0004': software('LINUX', { sqlServer: 'STANDARD' }),
  'RunInstances:0200': software('LINUX', { sqlServer: 'WEB' }),
  'RunInstances:000g': software('SUSE'),
  'RunInstances:0g00': software('UBUNTU_PRO'),
  'RunInstances:0002': software('WINDOWS'),
  'RunInstances:0800': software('WINDOWS', { ownLicense: true }),
  'RunInstances:0102': software('WINDOWS', { sqlServer: 'ENTERPRISE' }),
  'RunInstances:0006': software('WINDOWS', { sqlServer: 'STANDARD' }),
  'RunInstances:0202': software('WINDOWS', { sqlServer: 'WEB' }),
}

/** Null: an operation that AWS's list does not have. */
export const billedSoftware = (operation: string): BilledSoftware | null => byOperation[operation] ?? null
