/**
 * AWS's enumerations in the API's spelling (`uefi-preferred` → `UEFI_PREFERRED`): what the database holds and the
 * schema's enums list. A value that AWS added since is OTHER, never an error and never dropped.
 */
export const vocabulary = {
  organizationFeatureSet: ['ALL', 'CONSOLIDATED_BILLING', 'OTHER'],
  accountJoinedMethod: ['INVITED', 'CREATED', 'OTHER'],
  accountState: ['PENDING_ACTIVATION', 'ACTIVE', 'SUSPENDED', 'PENDING_CLOSURE', 'CLOSED', 'OTHER'],
  imageState: ['PENDING', 'AVAILABLE', 'INVALID', 'DEREGISTERED', 'TRANSIENT', 'FAILED', 'ERROR', 'DISABLED', 'OTHER'],
  imageType: ['MACHINE', 'KERNEL', 'RAMDISK', 'OTHER'],
  architecture: ['I386', 'X86_64', 'ARM64', 'X86_64_MAC', 'ARM64_MAC', 'OTHER'],
  bootMode: ['LEGACY_BIOS', 'UEFI', 'UEFI_PREFERRED', 'OTHER'],
  /** Set for Windows alone; null means anything else, see platformDetails */
  platform: ['WINDOWS', 'OTHER'],
  virtualizationType: ['HVM', 'PARAVIRTUAL', 'OTHER'],
  hypervisor: ['OVM', 'XEN', 'OTHER'],
  rootDeviceType: ['EBS', 'INSTANCE_STORE', 'OTHER'],
  productCodeKind: ['MARKETPLACE', 'DEVPAY', 'OTHER'],
  instanceState: ['PENDING', 'RUNNING', 'SHUTTING_DOWN', 'TERMINATED', 'STOPPING', 'STOPPED', 'OTHER'],
  instanceLifecycle: [
    'ON_DEMAND',
    'SPOT',
    'SCHEDULED',
    'CAPACITY_BLOCK',
    'INTERRUPTIBLE_CAPACITY_RESERVATION',
    'OTHER',
  ],
  snapshotState: ['PENDING', 'COMPLETED', 'ERROR', 'RECOVERABLE', 'RECOVERING', 'OTHER'],
  storageTier: ['STANDARD', 'ARCHIVE', 'OTHER'],
  allowedImagesState: ['DISABLED', 'AUDIT_MODE', 'ENABLED', 'OTHER'],
  blockPublicAccessState: ['UNBLOCKED', 'BLOCK_NEW_SHARING', 'BLOCK_ALL_SHARING', 'OTHER'],
  settingManager: ['ACCOUNT', 'DECLARATIVE_POLICY', 'OTHER'],
  instanceTypeHypervisor: ['NITRO', 'XEN', 'OTHER'],
  featureSupport: ['UNSUPPORTED', 'SUPPORTED', 'REQUIRED', 'OTHER'],
  usageClass: ['ON_DEMAND', 'SPOT', 'CAPACITY_BLOCK', 'OTHER'],
  imageReferenceKind: ['LAUNCH_TEMPLATE', 'SSM_PARAMETER', 'IMAGE_BUILDER_RECIPE', 'OTHER'],
  fastLaunchState: [
    'ENABLING',
    'ENABLING_FAILED',
    'ENABLED',
    'ENABLED_FAILED',
    'DISABLING',
    'DISABLING_FAILED',
    'OTHER',
  ],
  optInStatus: ['OPT_IN_NOT_REQUIRED', 'OPTED_IN', 'OTHER'],
  imagePipelineStatus: ['ENABLED', 'DISABLED', 'OTHER'],
  imageBuildState: [
    'PENDING',
    'CREATING',
    'BUILDING',
    'TESTING',
    'DISTRIBUTING',
    'INTEGRATING',
    'AVAILABLE',
    'CANCELLED',
    'FAILED',
    'DEPRECATED',
    'DELETED',
    'DISABLED',
    'OTHER',
  ],
  kmsKeyManager: ['AWS', 'CUSTOMER', 'OTHER'],
  kmsKeyState: [
    'CREATING',
    'ENABLED',
    'DISABLED',
    'PENDING_DELETION',
    'PENDING_IMPORT',
    'PENDING_REPLICA_DELETION',
    'UNAVAILABLE',
    'UPDATING',
    /** Ours: AWS knows no such key (any more) */
    'NOT_FOUND',
    'OTHER',
  ],
} as const

export type Vocabulary = typeof vocabulary

/** AWS's value in the API's spelling; null where AWS gave none, OTHER where this version does not know it. */
export function spell<Name extends keyof Vocabulary>(
  name: Name,
  value: string | undefined | null,
): Vocabulary[Name][number] | null {
  if (value === undefined || value === null || value === '') return null
  const spelled = value
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toUpperCase()
    .replaceAll(/[^A-Z0-9]+/g, '_')
  const known: readonly string[] = vocabulary[name]
  return (known.includes(spelled) ? spelled : 'OTHER') as Vocabulary[Name][number]
}

/** `spell` for a list: each of AWS's values that says something, once. */
export function spellAll<Name extends keyof Vocabulary>(
  name: Name,
  values: readonly string[] | undefined,
): Vocabulary[Name][number][] {
  return [...new Set((values ?? []).flatMap(value => spell(name, value) ?? []))]
}
