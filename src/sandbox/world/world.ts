/**
 * The made-up AWS that the sandbox serves: an organization, its accounts, and what lies in each Region. Calls read it,
 * `changes.ts` changes it. Indexes are kept beside the facts, so that a page costs its own size in a world of any size.
 */

import type {
  CreateVolumePermission,
  DescribeFastLaunchImagesSuccessItem,
  Image,
  ImageCriterion,
  ImageReferenceResourceType,
  ImageUsageReportEntry,
  ImageUsageResourceType,
  Instance,
  InstanceImageMetadata,
  InstanceStateName,
  InstanceTypeInfo,
  LaunchPermission,
  LaunchTemplateVersion,
  ProductCode,
  Snapshot,
  SnapshotBlockPublicAccessState,
  StateReason,
  Tag,
} from '@aws-sdk/client-ec2'
import type { Image as BuiltImage, ImagePipeline, ImageSummary, ImageVersion } from '@aws-sdk/client-imagebuilder'
import type { GrantConstraints, GrantOperation, KeyState } from '@aws-sdk/client-kms'
import type { AccountJoinedMethod, AccountState } from '@aws-sdk/client-organizations'
import type { WorldChange } from './change.ts'
import type { OrderedIndex } from './ordered-index.ts'
import type { Random } from './random.ts'

export type World = {
  /** What the generator was seeded with; undefined for a loaded world */
  readonly seed: number | undefined
  /** What was made lies before this time; undefined for a loaded world, of which nothing is made up */
  readonly bornAt: Date | undefined
  readonly now: () => Date
  /** Draws the identifiers of whatever is made while the world runs */
  readonly random: Random
  readonly organization: WorldOrganization
  /** Member accounts by ID, the management account included */
  readonly accounts: Map<string, WorldAccount>
  /** Member accounts in the order of their IDs, for paging */
  readonly accountIndex: OrderedIndex<WorldAccount>
  /** Member accounts by the root or organizational unit that holds them */
  readonly accountsByParent: Map<string, OrderedIndex<WorldAccount>>
  /** By Region name, in the order AWS answers */
  readonly regions: Map<string, WorldRegion>
  /**
   * Whether the world knows what AWS would answer; a dump without that file does not, and a call has to say so (R20).
   * `resourceId` narrows calls about one image or snapshot.
   */
  readonly isKnown: (answer: { accountId: string; region: string; operation: string; resourceId?: string }) => boolean
  /** Called after every change; returns the function that ends the subscription */
  readonly onChange: (listener: (change: WorldChange) => void) => () => void
  /** For the functions of changes.ts only */
  readonly notify: (change: WorldChange) => void
}

export type WorldOrganization = {
  /** `o-…` */
  id: string
  arn: string
  managementAccountId: string
  root: WorldRoot
  units: Map<string, WorldUnit>
  /** Organizational units by the root or organizational unit that holds them */
  unitsByParent: Map<string, OrderedIndex<WorldUnit>>
  /** Member accounts that may call Organizations besides the management account */
  delegatedAdministrators: Set<string>
}

export type WorldRoot = { id: string; arn: string; name: string }

export type WorldUnit = { id: string; arn: string; name: string; parentId: string }

export type WorldAccount = {
  accountId: string
  name: string
  email: string
  state: AccountState
  /** The root or organizational unit that holds it */
  parentId: string
  joinedMethod: AccountJoinedMethod
  joinedAt: Date
  /** Roles that can be assumed, by name */
  roles: Map<string, WorldRole>
  /** Every Region that the account can use: those without opt-in, and those it opted into */
  enabledRegions: Set<string>
}

export type WorldRole = { externalId?: string }

export type WorldRegion = {
  name: string
  /** Accounts must opt in before they can use it */
  optIn: boolean
  endpoint: string
  /** Availability Zones */
  zones: string[]
  /** Registered images by ID */
  images: Map<string, WorldImage>
  imagesByOwner: Map<string, OrderedIndex<WorldImage>>
  imagesByAlias: Map<string, OrderedIndex<WorldImage>>
  /** By whom they are shared with (`principals.ts` makes the keys) */
  imagesByPrincipal: Map<string, OrderedIndex<WorldImage>>
  /** Images that are gone; instances may still run on them */
  deregisteredImages: Map<string, WorldImage>
  snapshots: Map<string, WorldSnapshot>
  snapshotsByOwner: Map<string, OrderedIndex<WorldSnapshot>>
  snapshotsByPrincipal: Map<string, OrderedIndex<WorldSnapshot>>
  /** By account ID */
  instances: Map<string, OrderedIndex<WorldInstance>>
  /** By account ID; an account without an entry has AWS's defaults */
  settings: Map<string, RegionSettings>
  /** What AWS offers there, by name */
  instanceTypes: ReadonlyMap<string, InstanceTypeInfo>
  /** By account ID */
  launchTemplates: Map<string, OrderedIndex<WorldLaunchTemplate>>
  /** What else names an image, parameters and recipes, by account ID */
  references: Map<string, WorldReference[]>
  /** Deregistered images that can still be restored, by owner */
  recycleBin: Map<string, OrderedIndex<WorldRecycledImage>>
  /** By account ID */
  fastLaunch: Map<string, OrderedIndex<DescribeFastLaunchImagesSuccessItem>>
  /** Reports of who uses an image, by its owner */
  usageReports: Map<string, OrderedIndex<WorldUsageReport>>
  /** KMS keys by ARN */
  keys: Map<string, WorldKey>
  /** The same keys by owner and alias, `111122223333 alias/images` */
  keysByAlias: Map<string, WorldKey>
  /** EC2 Image Builder pipelines by ARN */
  pipelines: Map<string, WorldPipeline>
  /** EC2 Image Builder build versions by ARN */
  builds: Map<string, WorldBuild>
  /** What Image Builder was recorded to answer, by account ID: that is answered then, and nothing made up */
  recordedBuilds: Map<string, RecordedBuilds>
}

export type RecordedBuilds = {
  readonly pipelines: readonly ImagePipeline[]
  readonly versions: readonly ImageVersion[]
  /** Builds of the versions */
  readonly summaries: readonly ImageSummary[]
  readonly images: readonly BuiltImage[]
}

/** What makes the releases of a golden image (R19). */
export type WorldPipeline = {
  arn: string
  ownerId: string
  name: string
  description: string
  platform: 'Linux' | 'Windows'
  isEnabled: boolean
  recipeArn: string
  distributionArn: string
  createdAt: Date
  lastRunAt: Date | undefined
}

/** One build of a version of an image. */
export type WorldBuild = {
  /** `arn:aws:imagebuilder:eu-west-1:111122223333:image/linux/1.0.0/1` */
  arn: string
  ownerId: string
  name: string
  version: string
  pipeline: WorldPipeline
  recipeVersion: string
  parentImage: string
  state: 'AVAILABLE' | 'DISTRIBUTING' | 'FAILED'
  createdAt: Date
  distributions: { region: string; accountIds: string[] }[]
  images: { region: string; imageId: string; name: string; accountId: string }[]
}

export type WorldImage = {
  region: string
  imageId: string
  ownerId: string
  /**
   * What DescribeImages says to everyone who may see the image, in the SDK's shape. Tags, Public, ImageAllowed and
   * LastLaunchedTime depend on who asks and when, and are added on reading.
   */
  facts: Image
  /** Explicit launch permissions as AWS lists them; the owner's own is implicit and not among them (R6) */
  launchPermissions: LaunchPermission[]
  /** Each account's own tags on the image, by account ID (R10) */
  tags: Map<string, Tag[]> | undefined
  /** Launches since the last reported one, oldest first: LastLaunchedTime lags by a day (R5) */
  launches: Date[]
}

export type WorldSnapshot = {
  region: string
  snapshotId: string
  ownerId: string
  facts: Snapshot
  createVolumePermissions: CreateVolumePermission[]
  /** Passed on to images registered from it (R14) */
  productCodes: ProductCode[] | undefined
  tags: Map<string, Tag[]> | undefined
}

export type WorldInstance = {
  region: string
  accountId: string
  instanceId: string
  reservationId: string
  imageId: string
  /** The image it was launched from, also after it is deregistered; undefined where a dump has no such image */
  image: WorldImage | undefined
  instanceType: string
  state: InstanceStateName
  stateReason: StateReason | undefined
  launchTime: Date
  /** Terminated instances leave the API an hour later (R17) */
  terminatedAt: Date | undefined
  zone: string
  tags: Tag[] | undefined
  /** The instance's own billing code where it drifted from its image's (R16) */
  billing: { platformDetails: string; usageOperation: string } | undefined
  /** As a dump has it: answered instead of what would be made up */
  recorded: Instance | undefined
  recordedMetadata: InstanceImageMetadata | undefined
}

export type WorldLaunchTemplate = {
  region: string
  accountId: string
  launchTemplateId: string
  name: string
  defaultVersion: number
  /** By number, the latest last; the members that tell the template apart are added on reading */
  versions: WorldTemplateVersion[]
}

export type WorldTemplateVersion = LaunchTemplateVersion & { VersionNumber: number }

/** A resource of an account, in another service than EC2, that names an image. */
export type WorldReference = { type: ImageReferenceResourceType; arn: string; imageId: string }

export type WorldRecycledImage = {
  imageId: string
  name: string | undefined
  description: string | undefined
  enteredAt: Date | undefined
  /** When it is deleted for good */
  leavesAt: Date | undefined
  /** As a dump has it: it was listed when the dump was made, and stays so */
  recorded: boolean
}

export type WorldUsageReport = {
  /** `amiur-…` */
  reportId: string
  imageId: string
  types: ImageUsageResourceType[]
  /** Empty: it tells of every account */
  accountIds: string[]
  createdAt: Date
  /** It is pending until then */
  readyAt: Date
  /** AWS deletes it then */
  expiresAt: Date
  /** Why it could not be made; undefined: it could */
  failure: string | undefined
  entries: Pick<ImageUsageReportEntry, 'AccountId' | 'ResourceType' | 'UsageCount'>[]
  tags: Tag[]
}

export type RegionSettings = {
  allowedImages: { state: 'disabled' | 'audit-mode' | 'enabled'; criteria: ImageCriterion[] }
  imageBlockPublicAccess: 'unblocked' | 'block-new-sharing'
  snapshotBlockPublicAccess: SnapshotBlockPublicAccessState
}

export type WorldKey = {
  arn: string
  region: string
  ownerId: string
  alias: string
  /** The AWS managed key (`aws/ebs`): what it encrypts cannot be shared (R9) */
  awsManaged: boolean
  state: KeyState
  multiRegion: boolean
  /** Other accounts that the key policy lets use the key */
  sharedWith: Set<string>
  /** The key policy lets every account of the organization use the key */
  sharedWithOrganization: boolean
  /** IDs of the organizational units whose accounts, at any depth, the key policy lets use the key */
  sharedWithUnits: Set<string>
  /** The key policy lets everybody in under a condition that a policy alone doesn't decide, and that nobody here fulfils */
  isConditional: boolean
  /** The key policy leaves nothing to the account's own IAM policies: its roles cannot look at the key */
  isClosed: boolean
  grants: WorldGrant[]
  /** The key policy as a dump has it, instead of the one that says the above */
  recordedPolicy: string | undefined
}

export type WorldGrant = {
  grantId: string
  name: string
  /** ARN of a role, or of an account's root */
  granteePrincipal: string
  retiringPrincipal: string | undefined
  issuingAccount: string
  operations: GrantOperation[]
  constraints: GrantConstraints | undefined
  createdAt: Date
}
