export type BlockerCode =
  | 'IMAGE_NOT_SEEN'
  | 'WRONG_REGION'
  | 'NO_PERMISSION'
  | 'IMAGE_DISABLED'
  | 'IMAGE_NOT_AVAILABLE'
  | 'ALLOWED_IMAGES'
  | 'AWS_MANAGED_KEY'
  | 'KEY_NOT_SHARED'
  | 'KEY_ACCESS_UNKNOWN'
  | 'ARCHITECTURE'
  | 'BOOT_MODE'
  | 'INSTANCE_TYPE_UNSUPPORTED'
  | 'ACCOUNT_NOT_ACTIVE'
  | 'REGION_NOT_ENABLED'

/** What keeps a launch from working: for certain, or possibly, because something is not known. */
export type Blocker = {
  readonly code: BlockerCode
  readonly message: string
  readonly certainty: 'CERTAIN' | 'POSSIBLE'
  /** The age of the evidence; null: there is none */
  readonly observedAt: Date | null
}

export type Warning = {
  readonly code: 'DEPRECATED' | 'UNTRUSTED_OWNER' | 'PAID_SOFTWARE' | 'UEFI_FEATURES_LOST' | 'ALLOWED_IMAGES_AUDIT'
  readonly message: string
}

export const certain = (code: BlockerCode, observedAt: Date | null, message: string): Blocker => ({
  code,
  message,
  certainty: 'CERTAIN',
  observedAt,
})

export const possible = (code: BlockerCode, observedAt: Date | null, message: string): Blocker => ({
  code,
  message,
  certainty: 'POSSIBLE',
  observedAt,
})
