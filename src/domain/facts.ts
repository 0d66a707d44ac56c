/**
 * The facts that the sync collects: what AWS said, in the spelling of the database's columns' concepts, with AWS's
 * enumerations in the API's spelling. No field is ever guessed: what AWS left out is null.
 */

/** (R6) Whom a launch permission names. */
export type LaunchPermissionKind = 'ACCOUNT' | 'ORGANIZATIONAL_UNIT' | 'ORGANIZATION' | 'PUBLIC'

export type LaunchPermission = {
  kind: LaunchPermissionKind
  /** As AWS says it: an account ID, an ARN, or `all` */
  grantee: string
  /** What the grantee names: account ID, `o-…`, `ou-…`, or `all` */
  targetId: string
}

export type ProductCode = { productCode: string; kind: 'MARKETPLACE' | 'DEVPAY' | 'OTHER' }

export type Tag = { key: string; value: string }

/** (R19) A mark that an owner attached to an image; copies of it, and images made from its instances, carry it on. */
export type Watermark = {
  /** `ACCOUNT:NAME`, by whom and under which name it was attached */
  watermarkKey: string
  /** The image that it was attached to first */
  sourceImageRegion: string | null
  sourceImageId: string | null
  sourceImageCreationTime: Date | null
  /** When it was attached there */
  watermarkCreationTime: Date | null
}

export type BlockDevice = {
  deviceName: string
  snapshotId: string | null
  volumeSizeGib: number | null
  volumeType: string | null
  iops: number | null
  throughputMib: number | null
  encrypted: boolean | null
  kmsKeyId: string | null
  deleteOnTermination: boolean | null
  virtualName: string | null
  suppressed: boolean
}

export type Image = {
  region: string
  imageId: string
  ownerAccountId: string | null
  ownerAlias: string | null
  name: string | null
  description: string | null
  state: string
  stateReason: string | null
  isPublic: boolean
  imageType: string | null
  architecture: string | null
  platform: string | null
  platformDetails: string | null
  usageOperation: string | null
  bootMode: string | null
  tpmSupport: string | null
  imdsSupport: string | null
  virtualizationType: string | null
  hypervisor: string | null
  enaSupport: boolean | null
  sriovNetSupport: string | null
  rootDeviceType: string | null
  rootDeviceName: string | null
  imageLocation: string | null
  kernelId: string | null
  ramdiskId: string | null
  creationDate: Date | null
  deprecationTime: Date | null
  lastLaunchedTime: Date | null
  deregistrationProtection: string | null
  sourceImageId: string | null
  sourceImageRegion: string | null
  sourceInstanceId: string | null
  /** (R2) Types that the owner says the image runs on, and on which not, with `*`; null: it says nothing */
  supportedInstanceTypes: string[] | null
  unsupportedInstanceTypes: string[] | null
  blockDevices: BlockDevice[]
  productCodes: ProductCode[]
  watermarks: Watermark[]
}

/** An image as one account sees it: the image and the tags that this account set (R10). */
export type SeenImage = { image: Image; tags: Tag[] }

export type Instance = {
  accountId: string
  region: string
  instanceId: string
  imageId: string
  state: string
  instanceType: string | null
  architecture: string | null
  bootMode: string | null
  currentBootMode: string | null
  platform: string | null
  platformDetails: string | null
  usageOperation: string | null
  lifecycle: string
  availabilityZone: string | null
  launchTime: Date | null
  tags: Tag[]
  productCodes: ProductCode[]
}

/** What an account's instances say of the image behind them, even where the image is gone or private. */
export type InstanceImageMetadata = {
  accountId: string
  region: string
  imageId: string
  name: string | null
  ownerAccountId: string | null
  ownerAlias: string | null
  state: string
  isPublic: boolean | null
  creationDate: Date | null
  deprecationTime: Date | null
  /** (R13) null where AWS says nothing */
  imageAllowed: boolean | null
  /** Null where AWS knows no more of the image than its ID */
  watermarks: Watermark[] | null
}

export type Snapshot = {
  region: string
  snapshotId: string
  ownerAccountId: string
  volumeId: string | null
  volumeSizeGib: number | null
  encrypted: boolean
  kmsKeyId: string | null
  state: string
  storageTier: string | null
  startTime: Date | null
  description: string | null
}

/** The latest or the default version of a launch template, with what it launches. */
export type LaunchTemplateVersion = {
  accountId: string
  region: string
  launchTemplateId: string
  versionNumber: number
  launchTemplateName: string | null
  description: string | null
  isDefault: boolean
  isLatest: boolean
  /** Named by ID, or what `imageParameter` stood for when it was read */
  imageId: string | null
  /** `resolve:ssm:…`, where the version names a Systems Manager parameter instead of an image */
  imageParameter: string | null
  instanceType: string | null
  createTime: Date | null
  createdBy: string | null
}

/** A resource of an account that names an image. */
export type ImageReference = {
  /** The account that holds the resource */
  accountId: string
  region: string
  imageId: string
  kind: string
  arn: string
}

/** (R13) What one watermark of an image has to meet, all of it; null: anything. */
export type WatermarkCondition = {
  /** With `?` and `*`, as `sourceImageRegion` */
  watermarkKey: string | null
  sourceImageRegion: string | null
  maximumDaysSinceSourceImageCreated: number | null
  maximumDaysSinceWatermarkCreated: number | null
}

/** (R13) What an image has to meet, all of it, for this criterion to allow it; null: anything. */
export type AllowedImagesCriterion = {
  /** `amazon`, `aws-marketplace`, `aws-backup-vault`, account IDs, or `none` alone */
  imageProviders: string[] | null
  /** With `?` and `*` */
  imageNames: string[] | null
  marketplaceProductCodes: string[] | null
  maximumDaysSinceCreated: number | null
  maximumDaysSinceDeprecated: number | null
  /** A watermark of the image has to meet one of them */
  imageWatermarks: WatermarkCondition[] | null
  /** AWS's names of conditions that are not read here: whether an image meets those is not known */
  otherConditions: string[]
}

export type AllowedImagesSettings = {
  accountId: string
  region: string
  state: string
  managedBy: string | null
  criteria: AllowedImagesCriterion[]
}

/** (R8) Whether images, or snapshots, of the account can become public in the Region. */
export type BlockPublicAccess = {
  accountId: string
  region: string
  resource: 'IMAGE' | 'SNAPSHOT'
  state: string
  managedBy: string | null
}

/** A deregistered image that its owner can still restore. */
export type RecycleBinImage = {
  accountId: string
  region: string
  imageId: string
  name: string | null
  description: string | null
  enterTime: Date | null
  /** When AWS deletes it for good */
  exitTime: Date | null
}

/** A Windows image that an account keeps pre-provisioned snapshots of. */
export type FastLaunchImage = {
  accountId: string
  region: string
  imageId: string
  ownerAccountId: string | null
  resourceType: string | null
  targetResourceCount: number | null
  maxParallelLaunches: number | null
  launchTemplateId: string | null
  launchTemplateName: string | null
  launchTemplateVersion: string | null
  state: string
  stateTransitionReason: string | null
  stateTransitionTime: Date | null
}

/** (R2) What an instance type can boot. */
export type InstanceType = {
  region: string
  instanceType: string
  isCurrentGeneration: boolean | null
  isBareMetal: boolean | null
  /** null: bare metal */
  hypervisor: string | null
  supportedArchitectures: string[]
  supportedBootModes: string[]
  supportedVirtualizationTypes: string[]
  supportedRootDeviceTypes: string[]
  supportedUsageClasses: string[]
  nitroTpmSupport: string | null
  enaSupport: string | null
  defaultVcpus: number | null
  memoryMib: number | null
}

/** What encrypts a shared image (R9); what could not be read is null. */
export type KmsKey = {
  arn: string
  /** The key's own account, whoever owns the image */
  accountId: string
  region: string
  manager: string | null
  state: string | null
  multiRegion: boolean | null
  /** The policy document as AWS answered it */
  policy: string | null
}

export type KmsKeyAlias = { aliasArn: string; arn: string; accountId: string; region: string }

export type KmsGrant = {
  keyArn: string
  grantId: string
  /** The key's account */
  accountId: string
  region: string
  name: string | null
  granteePrincipal: string | null
  retiringPrincipal: string | null
  issuingAccount: string | null
  /** As AWS names them */
  operations: string[]
  constraints: object | null
  creationDate: Date | null
}

/** (R19) What makes golden images again and again. */
export type ImagePipeline = {
  arn: string
  accountId: string
  region: string
  name: string
  description: string | null
  platform: string | null
  status: string | null
  imageRecipeArn: string | null
  containerRecipeArn: string | null
  distributionConfigurationArn: string | null
  scheduleExpression: string | null
  scheduleTimezone: string | null
  scheduleStartCondition: string | null
  createdAt: Date | null
  updatedAt: Date | null
  lastRunAt: Date | null
  nextRunAt: Date | null
}

/** (R19) One build of a version of an Image Builder image. */
export type ImageBuild = {
  /** Of the build version: `…:image/NAME/1.0.0/1` */
  arn: string
  versionArn: string
  accountId: string
  region: string
  name: string
  version: string
  /** Counts the builds of one version, from 1 */
  build: number
  platform: string | null
  osVersion: string | null
  buildType: string | null
  state: string
  stateReason: string | null
  createdAt: Date | null
  /** From here on what only GetImage says: null where it could not be asked, or where it says nothing */
  pipelineArn: string | null
  pipelineName: string | null
  recipeArn: string | null
  recipeName: string | null
  recipeVersion: string | null
  parentImage: string | null
  distributionConfigurationArn: string | null
  distributions: { region: string; accountIds: string[] }[] | null
}

/** An AMI that a build made. */
export type ImageBuildOutput = {
  buildArn: string
  imageRegion: string
  imageId: string
  imageAccountId: string | null
  name: string | null
  /** The build's account and Region */
  accountId: string
  region: string
}

/** What an image was made from, as far as AWS tells; generation 1 is its source. */
export type ImageAncestor = {
  generation: number
  ancestorRegion: string | null
  ancestorImageId: string
  ancestorOwnerAlias: string | null
  ancestorCreationDate: Date | null
}

/** How often an account uses an image of somebody else. */
export type ImageUsage = { accountId: string; resourceType: string; usageCount: number }

export type AccountRegion = { accountId: string; region: string; optInStatus: string }

export type Organization = {
  organizationId: string
  arn: string
  managementAccountId: string
  featureSet: string | null
}

export type OrganizationalUnit = {
  organizationalUnitId: string
  organizationId: string
  parentId: string | null
  arn: string
  name: string
  /** Names from the root down, joined by `/` */
  path: string
  /** IDs from the root down to this unit, itself included */
  ancestorIds: string[]
}

export type Account = {
  accountId: string
  organizationId: string
  arn: string
  name: string | null
  email: string | null
  state: string
  joinedMethod: string | null
  joinedAt: Date | null
  parentId: string | null
  organizationalUnitPath: string | null
  /** IDs of the root and of every unit above the account, from the root down */
  ancestorIds: string[]
}

/** Who may make volumes from a snapshot (R7): an account, or everybody (`all`). */
export type SnapshotPermission = {
  kind: 'ACCOUNT' | 'PUBLIC'
  grantee: string
}
