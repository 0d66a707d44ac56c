/** A source is what one job reads: one kind of fact, of one account, in one Region (R20). */

export const sourceKinds = [
  'ORGANIZATION',
  'REGIONS',
  'IMAGES_OWNED',
  'IMAGES_SHARED',
  'LAUNCH_PERMISSIONS',
  'SNAPSHOTS',
  'SNAPSHOT_PERMISSIONS',
  'INSTANCES',
  'INSTANCE_IMAGES',
  'IMAGES_THIRD_PARTY',
  'LAUNCH_TEMPLATES',
  'IMAGE_REFERENCES',
  'ALLOWED_IMAGES',
  'IMAGE_BLOCK_PUBLIC_ACCESS',
  'SNAPSHOT_BLOCK_PUBLIC_ACCESS',
  'RECYCLE_BIN',
  'FAST_LAUNCH',
  'INSTANCE_TYPES',
  'BILL',
  'KMS_KEYS',
  'IMAGE_PIPELINES',
  'IMAGE_BUILDS',
  'IMAGE_ANCESTRY',
  'IMAGE_USAGE',
] as const

export type SourceKind = (typeof sourceKinds)[number]

/** The Region of sources that have none, as AWS's own bills name it. */
export const globalRegion = 'global'

export type Source = {
  /** 12 digits: the account that is read */
  accountId: string
  /** A Region, or `global` */
  region: string
  kind: SourceKind
}

/** Where sources are read together: an account-Region, or what an account has without a Region. */
export type Place = Pick<Source, 'accountId' | 'region'>

/** How the last attempt ended; FRESH turns into STALE by itself when it is not repeated in time. */
export type Outcome = 'FRESH' | 'FAILED' | 'DENIED' | 'NEVER' | 'NOT_APPLICABLE'
