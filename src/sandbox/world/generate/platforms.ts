/** Billing codes as AMIs carry them (R16). */
export type Platform = {
  details: string
  operation: string
  isWindows?: true
  rootDevice: string
}

export const platforms = {
  linux: { details: 'Linux/UNIX', operation: 'RunInstances', rootDevice: '/dev/xvda' },
  redHat: { details: 'Red Hat Enterprise Linux', operation: 'RunInstances:0010', rootDevice: '/dev/sda1' },
  redHatByol: { details: 'Red Hat BYOL Linux', operation: 'RunInstances:00g0', rootDevice: '/dev/sda1' },
  suse: { details: 'SUSE Linux', operation: 'RunInstances:000g', rootDevice: '/dev/sda1' },
  ubuntuPro: { details: 'Ubuntu Pro', operation: 'RunInstances:0g00', rootDevice: '/dev/sda1' },
  windows: { details: 'Windows', operation: 'RunInstances:0002', isWindows: true, rootDevice: '/dev/sda1' },
  windowsByol: { details: 'Windows BYOL', operation: 'RunInstances:0800', isWindows: true, rootDevice: '/dev/sda1' },
  windowsSql: {
    details: 'Windows with SQL Server Standard',
    operation: 'RunInstances:0006',
    isWindows: true,
    rootDevice: '/dev/sda1',
  },
  sqlOnLinux: { details: 'SQL Server Standard', operation: 'RunInstances:0004', rootDevice: '/dev/xvda' },
} as const satisfies Record<string, Platform>
