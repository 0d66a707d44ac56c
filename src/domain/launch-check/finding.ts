/** What can keep a launch from working, each with its rule. */
const blockerRules = {
  IMAGE_NOT_SEEN: 'R20',
  WRONG_REGION: 'R1',
  NO_PERMISSION: 'R6',
  IMAGE_DISABLED: 'R4',
  IMAGE_NOT_AVAILABLE: 'R5',
  ALLOWED_IMAGES: 'R13',
  AWS_MANAGED_KEY: 'R9',
  KEY_NOT_SHARED: 'R9',
  KEY_ACCESS_UNKNOWN: 'R9',
  ARCHITECTURE: 'R2',
  BOOT_MODE: 'R2',
  INSTANCE_TYPE_UNSUPPORTED: 'R2',
  ACCOUNT_NOT_ACTIVE: 'R12',
  REGION_NOT_ENABLED: 'R1',
} as const

/** What is worth knowing before a launch, each with its rule. */
const warningRules = {
  DEPRECATED: 'R4',
  UNTRUSTED_OWNER: 'R3',
  PAID_SOFTWARE: 'R14',
  UEFI_FEATURES_LOST: 'R2',
  ALLOWED_IMAGES_AUDIT: 'R13',
} as const

export type BlockerCode = keyof typeof blockerRules
export type WarningCode = keyof typeof warningRules

/** Something that is so for certain, or possibly, because something is not known. */
type Finding<Code> = {
  readonly code: Code
  readonly rule: string
  readonly message: string
  readonly certainty: 'CERTAIN' | 'POSSIBLE'
  /** The age of the evidence; null: there is none */
  readonly observedAt: Date | null
}

/** What keeps a launch from working. */
export type Blocker = Finding<BlockerCode>

/** What does not, but is worth knowing. */
export type Warning = Finding<WarningCode>

export const certain = (code: BlockerCode, observedAt: Date | null, message: string): Blocker => ({
  code,
  rule: blockerRules[code],
  message,
  certainty: 'CERTAIN',
  observedAt,
})

export const possible = (code: BlockerCode, observedAt: Date | null, message: string): Blocker => ({
  ...certain(code, observedAt, message),
  certainty: 'POSSIBLE',
})

/** A warning where it applies, or may, because that is not known (null). */
export const warning = (
  applies: boolean | null,
  code: WarningCode,
  observedAt: Date | null,
  message: string,
): Warning[] => {
  if (applies === false) return []
  const certainty = applies === null ? 'POSSIBLE' : 'CERTAIN'
  return [{ code, rule: warningRules[code], message, certainty, observedAt }]
}
