import { type BilledSoftware, billedSoftware } from './billed-software.ts'

/** In what usage operations differ that should agree (R16; AWS: EC2 user guide, "AMI billing information fields"). */
export const driftKinds = ['WINDOWS_LICENSE', 'WINDOWS', 'RHEL', 'SUSE', 'UBUNTU_PRO', 'SQL_SERVER', 'OTHER'] as const

export type DriftKind = (typeof driftKinds)[number]

/** What the image, the instance and the bill say; null: not known. */
export type UsageOperations = {
  readonly image: string | null
  readonly instance: string | null
  readonly billed: string | null
}

/** In what they differ, in the order of `driftKinds`; nothing where they agree, or where fewer than two are known. */
export const driftOf = ({ image, instance, billed }: UsageOperations): DriftKind[] => {
  const told = [image, instance].filter(each => each !== null)
  const operations = [...new Set(billed === null ? told : [...told, saidBy(billed, told)])]
  if (operations.length < 2) return []
  const listed = operations.map(billedSoftware)
  const software = listed.filter(each => each !== null)
  const found = driftKinds.filter(kind => kind !== 'OTHER' && differs[kind](software))
  return listed.includes(null) ? [...found, 'OTHER'] : found
}

/** Which of the usage operations that an instance had meanwhile a bill charges: one that it agrees with, else the last. */
export const billedAs = (held: readonly string[], billed: string): string | null =>
  held.find(instance => driftOf({ image: null, instance, billed }).length === 0) ?? held.at(-1) ?? null

/**
 * The usage operation that a bill means. It puts the zone of Spot behind it (`RunInstances:0010:SV006`), and says of Red Hat
 * Enterprise Linux with a subscription of one's own what it says of Linux (AWS: same page, notes 2 and 3).
 */
const saidBy = (billed: string, told: readonly string[]): string => {
  const operation = billed.replace(/:SV\d+$/, '')
  return operation === linux && told.includes(ownRedHat) ? ownRedHat : operation
}

const linux = 'RunInstances'
const ownRedHat = 'RunInstances:00g0'

type Differs = (software: readonly BilledSoftware[]) => boolean

const byValue =
  (of: (software: BilledSoftware) => unknown): Differs =>
  software =>
    new Set(software.map(of)).size > 1

const isOf = (system: BilledSoftware['system']): Differs => byValue(software => software.system === system)

const differs: Readonly<Record<Exclude<DriftKind, 'OTHER'>, Differs>> = {
  WINDOWS_LICENSE: software =>
    byValue(({ ownLicense }) => ownLicense)(software.filter(({ system }) => system === 'WINDOWS')),
  WINDOWS: isOf('WINDOWS'),
  // With a subscription of one's own, or the high availability add-on, it costs something else.
  RHEL: byValue(({ system, ownLicense, highAvailability }) =>
    system === 'RHEL' ? JSON.stringify([ownLicense, highAvailability]) : '',
  ),
  SUSE: isOf('SUSE'),
  UBUNTU_PRO: isOf('UBUNTU_PRO'),
  SQL_SERVER: byValue(({ sqlServer }) => sqlServer),
}
