import type { JudgedWatermark } from '../allowed-images.ts'
import type { AllowedImagesCriterion } from '../facts.ts'
import type { KeyVerdict } from '../kms/key-access.ts'

/** What was asked: whether this account can launch this image here, on this type. */
export type LaunchQuestion = {
  readonly imageId: string
  readonly accountId: string
  readonly region: string
  readonly instanceType: string | null
}

/** What is known that decides it. Times are those of the observations. */
export type LaunchFacts = LaunchQuestion & {
  /** Null: the inventory has never seen it, in any Region */
  readonly image: ImageFacts | null
  readonly account: AccountFacts
  /** Null where no type is asked for */
  readonly type: TypeFacts | null
}

export type ImageFacts = {
  /** Another Region than that of the question, where the image is known in that one only */
  readonly region: string
  readonly ownerAccountId: string | null
  readonly ownerAlias: string | null
  readonly name: string | null
  readonly state: string
  readonly creationDate: Date | null
  readonly deprecationTime: Date | null
  readonly isPublic: boolean
  readonly architecture: string | null
  readonly bootMode: string | null
  readonly tpmSupport: string | null
  readonly virtualizationType: string | null
  readonly rootDeviceType: string | null
  readonly enaSupport: boolean | null
  readonly trust: string | null
  /** Null where nobody told them */
  readonly productCodes: readonly string[] | null
  /** Null where nobody told them */
  readonly watermarks: readonly JudgedWatermark[] | null
  /** Instance types that it runs on, and on which not, with `*`; null: its owner names none */
  readonly supportedInstanceTypes: readonly string[] | null
  readonly unsupportedInstanceTypes: readonly string[] | null
  readonly observedAt: Date | null
  readonly grants: readonly { readonly kind: string; readonly grantee: string }[]
  /** When the owner's list was read; null: never */
  readonly listReadAt: Date | null
  /** Null where nobody told what volumes it has */
  readonly storage: readonly StorageFacts[] | null
}

export type StorageFacts = {
  readonly snapshotId: string | null
  /** Null: not known */
  readonly encrypted: boolean | null
  /** Null: not known, or not encrypted */
  readonly keyArn: string | null
  readonly keyManager: string | null
  readonly access: KeyVerdict
}

export type AccountFacts = {
  /** Null: not a member of the organization, or not one that the reader sees */
  readonly state: string | null
  readonly isMember: boolean
  readonly organizationReadAt: Date | null
  readonly isRegionEnabled: boolean
  readonly regionsReadAt: Date | null
  /** When the account's own view of what is shared with it was last read completely; null: never, or it may hide images */
  readonly viewReadAt: Date | null
  /** Null: never read */
  readonly allowedImages: { readonly state: string; readonly criteria: readonly AllowedImagesCriterion[] } | null
  readonly allowedImagesReadAt: Date | null
}

export type TypeFacts = {
  /** Null: not among what the Region offers */
  readonly offered: {
    readonly architectures: readonly string[]
    readonly bootModes: readonly string[]
    readonly virtualizationTypes: readonly string[]
    readonly rootDeviceTypes: readonly string[]
    readonly nitroTpmSupport: string | null
    readonly enaSupport: string | null
  } | null
  /** When the Region's types were read; null: never */
  readonly readAt: Date | null
}
