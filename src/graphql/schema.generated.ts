import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { AccountAdoptionRow, OrganizationalUnitAdoptionRow } from '../db/golden-images/adoption.ts';
import type { AdoptionOfAccount, AdoptionHistory, AdoptionOfUnit } from '../domain/adoption-history.ts';
import type { AccountRow } from '../db/accounts/account.ts';
import type { Connection, ConnectionOfChanges, ConnectionOfShareProblems } from './connection.ts';
import type { AccountRegionRow } from '../db/accounts/account-region.ts';
import type { AllowedImagesRow } from '../db/account-settings/allowed-images.ts';
import type { ChangeRow } from '../db/memory/change.ts';
import type { BillRow } from '../db/bills/bill.ts';
import type { BillReconciliationRow } from '../db/bills/bill-reconciliation.ts';
import type { BlockDeviceRow } from '../db/images/block-device.ts';
import type { BlockPublicAccessRow } from '../db/account-settings/block-public-access.ts';
import type { CostRow } from '../db/costs/cost.ts';
import type { CoverageAnswer } from './coverage.ts';
import type { DeregistrationRow } from '../db/deregistration/deregistration.ts';
import type { ExposureRow } from '../db/exposures/exposure.ts';
import type { GoldenImageRow, GoldenReleaseRow } from '../db/golden-images/golden-image.ts';
import type { GoldenDriftRow } from '../db/golden-images/golden-drift.ts';
import type { EventQueueRow } from '../db/events/event-queue.ts';
import type { ImageRow } from '../db/images/image.ts';
import type { ImageAncestorRow } from '../db/image-ancestry/image-ancestor.ts';
import type { ImageBuildRow } from '../db/image-builder/image-build.ts';
import type { ImagePipelineRow } from '../db/image-builder/image-pipeline.ts';
import type { FastLaunchRow } from '../db/fast-launch/fast-launch-image.ts';
import type { ImageReferenceRow } from '../db/image-references/image-reference.ts';
import type { ImageRelativeRow } from '../db/lineage/image-relative.ts';
import type { ImageUnderCriteriaRow, ProposalRow } from '../db/allowed-images/under-criteria.ts';
import type { InstanceRow } from '../db/instances/instance.ts';
import type { LaunchTemplateVersionRow } from '../db/launch-templates/launch-template-version.ts';
import type { LineageLinkRow } from '../db/lineage/lineage-link.ts';
import type { RegionalCopiesRow } from '../db/lineage/regional-copies.ts';
import type { ImageUsageReportRow } from '../db/image-usage/image-usage-report.ts';
import type { ImageVersionRow } from '../db/memory/image-version.ts';
import type { ImageWatermarkRow } from '../db/images/image-watermark.ts';
import type { ImageTagRow } from '../db/images/image-tag.ts';
import type { InstanceTypeRow } from '../db/instance-types/instance-type.ts';
import type { KmsGrantRow } from '../db/kms-keys/kms-grant.ts';
import type { KmsKeyRow } from '../db/kms-keys/kms-key.ts';
import type { KmsKeyReadRow } from '../db/kms-keys/kms-key-read.ts';
import type { ImageUseRow } from '../db/deregistration/image-use.ts';
import type { LaunchCheckRow } from './load-launch-check.ts';
import type { LaunchPermissionRow } from '../db/launch-permissions/launch-permission.ts';
import type { LaunchPermissionsReadRow } from '../db/launch-permissions/launch-permissions-read.ts';
import type { OrganizationRow } from '../db/organization/organization.ts';
import type { OrganizationalUnitRow } from '../db/organizational-units/organizational-unit.ts';
import type { PaidProductRow } from '../db/paid-products/paid-product.ts';
import type { PaidProductAccountRow } from '../db/paid-products/place-of-product.ts';
import type { PaidProductImageRow } from '../db/paid-products/paid-product-image.ts';
import type { ProductCodeRow } from '../db/product-codes/product-code.ts';
import type { DerivedLaunchRow } from '../db/paid-products/derived-launch.ts';
import type { DeregistrationSavingRow } from '../db/savings/deregistration-saving.ts';
import type { ReplacementSavingRow } from '../db/savings/replacement-saving.ts';
import type { UsageOperationDriftRow } from '../db/usage-operation-drifts/usage-operation-drift.ts';
import type { ShareProblemRow } from '../db/share-problems/share-problem.ts';
import type { RecycleBinImageRow } from '../db/recycle-bin/recycle-bin-image.ts';
import type { SnapshotRow } from '../db/snapshots/snapshot.ts';
import type { SourceCoverageRow } from '../db/coverage/source-coverage.ts';
import type { SyncJobRow } from '../db/sync-runs/sync-job.ts';
import type { SyncRunRow } from '../db/sync-runs/sync-run.ts';
import type { RequestContext } from './request-context.ts';
export type Maybe<T> = T | null;
export type InputMaybe<T> = T | null;
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** The ID of an AWS account: 12 digits, leading zeros kept, such as `012345678901`. */
  AccountId: { input: string; output: string; }
  /**
   * A moment in time: ISO 8601 in UTC with milliseconds, such as `2026-10-31T08:15:30.000Z`. As an argument any offset is
   * accepted.
   */
  DateTime: { input: Date; output: Date | string; }
  /** A decimal number of any size as a text, such as `"1234.5678"`: exact, which a number in JSON is not for every client. */
  Decimal: { input: string; output: string; }
  /** Any JSON value. */
  JSON: { input: unknown; output: unknown; }
  /** The code of an AWS Region, such as `eu-central-1` or `us-gov-west-1`. */
  Region: { input: string; output: string; }
  /** A month of a year, such as `2026-10`. */
  YearMonth: { input: string; output: string; }
};

/**
 * An AWS account: a member of the organization, from Organizations ListAccounts, or another one that owns an image or is
 * named by a launch permission. Of the latter only the ID is known.
 */
export type Account = Node & {
  readonly __typename?: 'Account';
  /** AWS's ID of the account, 12 digits. */
  readonly accountId: Scalars['AccountId']['output'];
  /** The ARN of the account; null outside the organization. */
  readonly arn?: Maybe<Scalars['String']['output']>;
  /** How far the sources that speak of this account could be read. */
  readonly coverage: Coverage;
  /** The e-mail address of the account's root user; null outside the organization. */
  readonly email?: Maybe<Scalars['String']['output']>;
  /** The global ID. */
  readonly id: Scalars['ID']['output'];
  /** The account's EC2 Image Builder pipelines (R19), by name. */
  readonly imagePipelines: ReadonlyArray<ImagePipeline>;
  /** The images that the account owns, newest first unless `orderBy` says otherwise. */
  readonly images: ImageConnection;
  /** Whether the account is a member of the organization now. */
  readonly inOrganization: Scalars['Boolean']['output'];
  /** The account's instances, latest launch first unless `orderBy` says otherwise. */
  readonly instances: InstanceConnection;
  /** Whether this is the organization's management account. */
  readonly isManagementAccount: Scalars['Boolean']['output'];
  /** When the account became a member; null outside the organization. */
  readonly joinedAt?: Maybe<Scalars['DateTime']['output']>;
  /** How the account became a member; null outside the organization. */
  readonly joinedMethod?: Maybe<AccountJoinedMethod>;
  /**
   * The images that this account may launch by their launch permissions, each with every grant that leads there (R6),
   * newest first unless `orderBy` says otherwise. Images in a state that cannot be launched are left out, deprecated ones
   * are not (R4). Public images of others appear only where the inventory has seen them in use. An account that is not an
   * ACTIVE member launches nothing. What besides the permission can stop a launch (Allowed AMIs, keys, boot mode, a Region
   * that is not enabled) is not looked at.
   */
  readonly launchableImages: LaunchableImageConnection;
  /** What the account's instances cost in each of these months, in the order of the months and their currencies: from its bill (R15). Months without costs are left out. */
  readonly monthlyCosts: ReadonlyArray<MonthlyCost>;
  /** The account's name; null outside the organization. */
  readonly name?: Maybe<Scalars['String']['output']>;
  /** The unit, or the root, that the account is directly in; null outside the organization. */
  readonly organizationalUnit?: Maybe<OrganizationalUnit>;
  /** Names from the root down to the unit that the account is directly in, joined by `/`; null outside the organization. */
  readonly organizationalUnitPath?: Maybe<Scalars['String']['output']>;
  /**
   * The products that the account's images or instances carry, or that it is charged for, ordered by code unless `orderBy`
   * says otherwise.
   */
  readonly paidProducts: PaidProductConnection;
  /** The Regions that are enabled in the account, by code, from EC2 DescribeRegions. Empty where they were never read. */
  readonly regions: ReadonlyArray<AccountRegion>;
  /** The account's state in the organization; null outside of it. Only an ACTIVE account can launch anything. */
  readonly state?: Maybe<AccountState>;
};


/**
 * An AWS account: a member of the organization, from Organizations ListAccounts, or another one that owns an image or is
 * named by a launch permission. Of the latter only the ID is known.
 */
export type AccountImagesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ImageFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<ImageOrder>;
};


/**
 * An AWS account: a member of the organization, from Organizations ListAccounts, or another one that owns an image or is
 * named by a launch permission. Of the latter only the ID is known.
 */
export type AccountInstancesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<InstanceFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<InstanceOrder>;
};


/**
 * An AWS account: a member of the organization, from Organizations ListAccounts, or another one that owns an image or is
 * named by a launch permission. Of the latter only the ID is known.
 */
export type AccountLaunchableImagesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ImageFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<ImageOrder>;
  region?: InputMaybe<Scalars['Region']['input']>;
};


/**
 * An AWS account: a member of the organization, from Organizations ListAccounts, or another one that owns an image or is
 * named by a launch permission. Of the latter only the ID is known.
 */
export type AccountMonthlyCostsArgs = {
  months: MonthRange;
};


/**
 * An AWS account: a member of the organization, from Organizations ListAccounts, or another one that owns an image or is
 * named by a launch permission. Of the latter only the ID is known.
 */
export type AccountPaidProductsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<PaidProductFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  months?: InputMaybe<MonthRange>;
  orderBy?: InputMaybe<PaidProductOrder>;
};

/** How far a golden family is adopted in an account. */
export type AccountAdoption = {
  readonly __typename?: 'AccountAdoption';
  /** The account. */
  readonly account: Account;
  /** Instances on no golden image, of whatever family. */
  readonly notGolden: Scalars['Int']['output'];
  /** Instances on the current release. */
  readonly onCurrent: Scalars['Int']['output'];
  /** Instances on older releases. */
  readonly onOlder: Scalars['Int']['output'];
};

/** How far a golden family was adopted in an account at a moment. */
export type AccountAdoptionPoint = {
  readonly __typename?: 'AccountAdoptionPoint';
  /** The account, as it is now. */
  readonly account: Account;
  /** Whether all of it had been read by then (R20). */
  readonly complete: Scalars['Boolean']['output'];
  /** Instances that were on no golden image, of whatever family; null: nothing was known. */
  readonly notGolden?: Maybe<Scalars['Int']['output']>;
  /** Instances on what was the current release then; null: nothing was known. */
  readonly onCurrent?: Maybe<Scalars['Int']['output']>;
  /** Instances on what was an older release then; null: nothing was known. */
  readonly onOlder?: Maybe<Scalars['Int']['output']>;
};

/** A list of accounts. */
export type AccountConnection = {
  readonly __typename?: 'AccountConnection';
  /** How far the sources of this list could be read. */
  readonly coverage: Coverage;
  /** The accounts of this page, each with its cursor. */
  readonly edges: ReadonlyArray<AccountEdge>;
  /** The accounts of this page. */
  readonly nodes: ReadonlyArray<Account>;
  /** Where this page lies in the list. */
  readonly pageInfo: PageInfo;
  /** The number of accounts in the whole list; counted only when asked for. */
  readonly totalCount: Scalars['Int']['output'];
};

/** A place in a list of accounts. */
export type AccountEdge = {
  readonly __typename?: 'AccountEdge';
  /** Marks this place for `after` and `before`. */
  readonly cursor: Scalars['String']['output'];
  /** The account at this place. */
  readonly node: Account;
};

/** Which accounts to list. All conditions that are given must hold; null is the same as leaving it out. */
export type AccountFilter = {
  /** The account's ID. */
  readonly accountId?: InputMaybe<AccountIdFilter>;
  /** Each of these holds. */
  readonly all?: InputMaybe<ReadonlyArray<AccountFilter>>;
  /** At least one of these holds. */
  readonly any?: InputMaybe<ReadonlyArray<AccountFilter>>;
  /** The account's name. */
  readonly name?: InputMaybe<StringFilter>;
  /** This does not hold. */
  readonly not?: InputMaybe<AccountFilter>;
  /** The unit that the account is in. */
  readonly organizationalUnit?: InputMaybe<OrganizationalUnitMembershipFilter>;
  /** The account's state. */
  readonly state?: InputMaybe<AccountStateFilter>;
};

/** Conditions on an account ID. All that are given must hold. */
export type AccountIdFilter = {
  /** Is this account. */
  readonly eq?: InputMaybe<Scalars['AccountId']['input']>;
  /** Is one of these accounts; an empty list matches nothing. */
  readonly in?: InputMaybe<ReadonlyArray<Scalars['AccountId']['input']>>;
};

/** How an account became a member of the organization. */
export type AccountJoinedMethod =
  /** The organization created it. */
  | 'CREATED'
  /** It accepted an invitation. */
  | 'INVITED'
  /** A way that AWS added since. */
  | 'OTHER';

/** The order of a list of accounts. */
export type AccountOrder = {
  /** The direction. */
  readonly direction?: OrderDirection;
  /** What to order by. */
  readonly field: AccountOrderField;
};

/** What accounts can be ordered by. */
export type AccountOrderField =
  /** The account's ID. */
  | 'ACCOUNT_ID'
  /** The account's name, by code point; accounts without a name come first. */
  | 'NAME'
  /** The path of the unit that the account is in, by code point. */
  | 'ORGANIZATIONAL_UNIT_PATH';

/** A Region that is enabled in an account. */
export type AccountRegion = {
  readonly __typename?: 'AccountRegion';
  /** Which images of others the account lets itself use in the Region (Allowed AMIs, R13); null where that was never read. */
  readonly allowedImages?: Maybe<AllowedImagesSettings>;
  /** Whether images of the account can become public in the Region (R8); null where that was never read. */
  readonly imageBlockPublicAccess?: Maybe<BlockPublicAccess>;
  /** Why the Region is enabled. */
  readonly optInStatus: OptInStatus;
  /** The Region. */
  readonly region: Scalars['Region']['output'];
  /** Whether snapshots of the account can become public in the Region (R8); null where that was never read. */
  readonly snapshotBlockPublicAccess?: Maybe<BlockPublicAccess>;
};

/** The state of a member account, AWS's `State` (the older `Status` where that is missing). */
export type AccountState =
  /** In use. */
  | 'ACTIVE'
  /** Closed; AWS keeps it for 90 days. */
  | 'CLOSED'
  /** A state that AWS added since. */
  | 'OTHER'
  /** Created, but its registration is not finished; it cannot be used yet. */
  | 'PENDING_ACTIVATION'
  /** Being closed. */
  | 'PENDING_CLOSURE'
  /** Suspended by AWS; nothing can be launched. */
  | 'SUSPENDED';

/** Conditions on an account's state. All that are given must hold. */
export type AccountStateFilter = {
  /** Is this state. */
  readonly eq?: InputMaybe<AccountState>;
  /** Is one of these states; an empty list matches nothing. */
  readonly in?: InputMaybe<ReadonlyArray<AccountState>>;
};

/** What an image has to meet, all of it, for this criterion to allow it. */
export type AllowedImagesCriterion = {
  readonly __typename?: 'AllowedImagesCriterion';
  /** Names, of which one has to match, where `*` stands for any run of characters and `?` for exactly one; null: any. */
  readonly imageNames?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /**
   * Whose images: `amazon` (Amazon and verified providers), `aws-marketplace`, `aws-backup-vault`, account IDs, or `none`
   * (nobody's but the account's own); null: anyone's.
   */
  readonly imageProviders?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** Conditions of which a watermark of the image has to meet one; null: any. */
  readonly imageWatermarks?: Maybe<ReadonlyArray<ImageWatermarkCondition>>;
  /** Product codes, of which the image has to have one (R14); null: any. */
  readonly marketplaceProductCodes?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** The greatest age of the image, in days; null: any. */
  readonly maximumDaysSinceCreated?: Maybe<Scalars['Int']['output']>;
  /** How long the image may have been deprecated, in days; null: any time (R4). */
  readonly maximumDaysSinceDeprecated?: Maybe<Scalars['Int']['output']>;
  /**
   * AWS's names of conditions that this version does not read, such as `ScanResultCondition`: whether an image meets them is
   * not known.
   */
  readonly otherConditions: ReadonlyArray<Scalars['String']['output']>;
};

/**
 * Which images of others an account lets itself use in a Region: Allowed AMIs (R13), from EC2 GetAllowedImagesSettings. The
 * account's own images are always allowed.
 */
export type AllowedImagesSettings = {
  readonly __typename?: 'AllowedImagesSettings';
  /**
   * An image is allowed where it meets one of these, in AWS's order. While the setting is enabled, no criteria allow no
   * images of others.
   */
  readonly criteria: ReadonlyArray<AllowedImagesCriterion>;
  /** Who decides the settings; null where AWS does not say. */
  readonly managedBy?: Maybe<SettingManager>;
  /** When the settings were last read successfully (R20). */
  readonly observedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Whether the criteria take effect. */
  readonly state: AllowedImagesState;
};

/** Whether Allowed AMIs criteria take effect, as EC2 GetAllowedImagesSettings says it. */
export type AllowedImagesState =
  /** Images are only marked as allowed or not. */
  | 'AUDIT_MODE'
  /** They do not: every image is allowed. */
  | 'DISABLED'
  /** They do: images that are not allowed are hidden from the account and cannot be launched. */
  | 'ENABLED'
  /** A state that AWS added since. */
  | 'OTHER';

/** Whether Allowed AMIs criteria allow an image. */
export type AllowedImagesVerdict =
  /** They do; so they always do where the image is the account's own. */
  | 'ALLOWED'
  /** They do not. */
  | 'DISALLOWED'
  /**
   * That is not known: nobody told what decides it of the image, or which image a launch template's parameter stands for;
   * today, also where the settings were never read.
   */
  | 'UNKNOWN';

/** What proposed Allowed AMIs criteria would do. */
export type AllowedImagesWhatIf = {
  readonly __typename?: 'AllowedImagesWhatIf';
  /**
   * How far the sources could be read that the verdicts follow from. Narrowed by `accounts` and `regions`, not by
   * `organizationalUnits`.
   */
  readonly coverage: Coverage;
  /**
   * The images of these instances and launch templates, by image ID, Region and verdict: an image that is one account's own is
   * allowed there, and may not be so in others.
   */
  readonly images: ImageUnderCriteriaConnection;
  /** How many instances that are not terminated have which verdict. Costs grow with their number. */
  readonly instanceCounts: CriteriaCounts;
  /**
   * The instances that are not terminated, with the verdict on their image; those that would not be launched again, or
   * perhaps not, unless `verdicts` says otherwise.
   */
  readonly instances: InstanceUnderCriteriaConnection;
  /** How many latest and default versions of launch templates that name an image have which verdict. */
  readonly launchTemplateVersionCounts: CriteriaCounts;
  /**
   * The latest and default versions of launch templates that name an image, with the verdict on it; those that would fail to
   * launch, or perhaps, unless `verdicts` says otherwise.
   */
  readonly launchTemplateVersions: LaunchTemplateVersionUnderCriteriaConnection;
};


/** What proposed Allowed AMIs criteria would do. */
export type AllowedImagesWhatIfImagesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  changed?: InputMaybe<Scalars['Boolean']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  verdicts?: ReadonlyArray<AllowedImagesVerdict>;
};


/** What proposed Allowed AMIs criteria would do. */
export type AllowedImagesWhatIfInstancesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  changed?: InputMaybe<Scalars['Boolean']['input']>;
  filter?: InputMaybe<InstanceFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<InstanceOrder>;
  verdicts?: ReadonlyArray<AllowedImagesVerdict>;
};


/** What proposed Allowed AMIs criteria would do. */
export type AllowedImagesWhatIfLaunchTemplateVersionsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  changed?: InputMaybe<Scalars['Boolean']['input']>;
  filter?: InputMaybe<LaunchTemplateVersionFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<LaunchTemplateVersionOrder>;
  verdicts?: ReadonlyArray<AllowedImagesVerdict>;
};

/** A processor architecture. */
export type Architecture =
  /** 64-bit ARM: AWS Graviton. */
  | 'ARM64'
  /** Apple silicon. */
  | 'ARM64_MAC'
  /** 32-bit Intel and AMD. */
  | 'I386'
  /** An architecture that AWS added since. */
  | 'OTHER'
  /** 64-bit Intel and AMD. */
  | 'X86_64'
  /** 64-bit Intel Mac. */
  | 'X86_64_MAC';

/** Conditions on an architecture. All that are given must hold. */
export type ArchitectureFilter = {
  /** Is this architecture. */
  readonly eq?: InputMaybe<Architecture>;
  /** Is one of these architectures; an empty list matches nothing. */
  readonly in?: InputMaybe<ReadonlyArray<Architecture>>;
};

/** A month of a bill export. */
export type Bill = {
  readonly __typename?: 'Bill';
  /** When loading it was last tried. An export that has not changed is not loaded again. */
  readonly attemptedAt: Scalars['DateTime']['output'];
  /** Whether this is where the costs of its payers come from in this month. Of several exports of the same month one is. */
  readonly counts: Scalars['Boolean']['output'];
  /** Why the last attempt failed; null where it did not. What was loaded before stays. */
  readonly error?: Maybe<SourceError>;
  /** Where the export lies within the place that bills are read from. */
  readonly export: Scalars['String']['output'];
  /** Whether AWS has invoiced the month. Until then AWS rewrites the export several times a day. */
  readonly final: Scalars['Boolean']['output'];
  /** The kind of export; null where it was never recognised. */
  readonly kind?: Maybe<BillKind>;
  /** What is impossible without them. */
  readonly limitations: ReadonlyArray<BillLimitation>;
  /** When it was last loaded as a whole; null where it never was. */
  readonly loadedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Columns that such an export could have and this one does not. */
  readonly missingColumns: ReadonlyArray<Scalars['String']['output']>;
  /** The billing month, in UTC. */
  readonly month: Scalars['YearMonth']['output'];
  /** The accounts that are invoiced, by ID. */
  readonly payers: ReadonlyArray<Scalars['AccountId']['output']>;
  /** The version of the format, such as `1.2` of FOCUS; null where there is but one. */
  readonly version?: Maybe<Scalars['String']['output']>;
};

/** A list of months of exports. */
export type BillConnection = {
  readonly __typename?: 'BillConnection';
  /** How far the bills could be read. */
  readonly coverage: Coverage;
  /** The months of exports of this page, each with its cursor. */
  readonly edges: ReadonlyArray<BillEdge>;
  /** The months of exports of this page. */
  readonly nodes: ReadonlyArray<Bill>;
  /** Where this page lies in the list. */
  readonly pageInfo: PageInfo;
  /** The number of months of exports in the whole list; counted only when asked for. */
  readonly totalCount: Scalars['Int']['output'];
};

/** A place in a list of months of exports. */
export type BillEdge = {
  readonly __typename?: 'BillEdge';
  /** Marks this place for `after` and `before`. */
  readonly cursor: Scalars['String']['output'];
  /** The month of an export at this place. */
  readonly node: Bill;
};

/** Which months of exports to list. All conditions that are given must hold; null is the same as leaving it out. */
export type BillFilter = {
  /** Each of these holds. */
  readonly all?: InputMaybe<ReadonlyArray<BillFilter>>;
  /** At least one of these holds. */
  readonly any?: InputMaybe<ReadonlyArray<BillFilter>>;
  /** The export. */
  readonly export?: InputMaybe<StringFilter>;
  /** Whether the last attempt to load it failed. */
  readonly failed?: InputMaybe<Scalars['Boolean']['input']>;
  /** Whether AWS has invoiced the month. */
  readonly final?: InputMaybe<Scalars['Boolean']['input']>;
  /** The kind of export. */
  readonly kind?: InputMaybe<BillKindFilter>;
  /** This does not hold. */
  readonly not?: InputMaybe<BillFilter>;
};

/** A kind of bill export. */
export type BillKind =
  /** Cost Explorer, which knows no resources: nothing can be attributed to an image. */
  | 'COST_EXPLORER'
  /** The older Cost and Usage Report. */
  | 'CUR'
  /** Cost and Usage Report 2.0. */
  | 'CUR_2'
  /** FOCUS, the FinOps Foundation's format. */
  | 'FOCUS';

/** Conditions on the kind of an export. All that are given must hold. */
export type BillKindFilter = {
  /** Is this one. */
  readonly eq?: InputMaybe<BillKind>;
  /** Is one of these; an empty list matches nothing. */
  readonly in?: InputMaybe<ReadonlyArray<BillKind>>;
};

/** What is impossible with a bill export. */
export type BillLimitation =
  /** It does not say whether AWS has invoiced the month: it never counts as final. */
  | 'FINALITY_UNKNOWN'
  /** It does not say what commitments cost where they are used: effective costs are too low. */
  | 'NO_EFFECTIVE_COST'
  /**
   * It names products and has no codes of them: their costs stand beside the products that images and instances carry, under
   * their names.
   */
  | 'NO_PRODUCT_CODES'
  /** It does not name products. */
  | 'NO_PRODUCT_NAMES'
  /** Its lines name no resources: nothing can be attributed to an image. */
  | 'NO_RESOURCE_IDS'
  /** It does not say how much was used: there are no instance hours. */
  | 'NO_USAGE_AMOUNT'
  /** It does not say when its lines were used: of an instance that ran several images within a month all belongs to the last. */
  | 'NO_USAGE_TIMES';

/** The order of a list of months of exports. */
export type BillOrder = {
  /** The direction. */
  readonly direction?: OrderDirection;
  /** What to order by. */
  readonly field: BillOrderField;
};

/** What months of exports can be ordered by. */
export type BillOrderField =
  /** The export. */
  | 'EXPORT'
  /** The month. */
  | 'MONTH';

/** An account's part of a payer's bill for one month in one currency, and what became of it. */
export type BillReconciliation = {
  readonly __typename?: 'BillReconciliation';
  /** The account whose usage it is. */
  readonly account: Account;
  /** What of it was attributed to images. */
  readonly attributed: Money;
  /** The sum of the export's lines. */
  readonly billed: Money;
  /** Lines of the export. */
  readonly lineItems: Scalars['Int']['output'];
  /** The billing month, in UTC. */
  readonly month: Scalars['YearMonth']['output'];
  /** The account that is invoiced. */
  readonly payer: Account;
  /** Why it was not, by the amount's reason. */
  readonly reasons: ReadonlyArray<UnattributedAmount>;
  /** Where the bill comes from. */
  readonly source?: Maybe<Bill>;
  /** What of it was not. */
  readonly unattributed: Money;
};

/** A list of parts of bills. */
export type BillReconciliationConnection = {
  readonly __typename?: 'BillReconciliationConnection';
  /** How far the bills and the instances could be read. */
  readonly coverage: Coverage;
  /** The parts of bills of this page, each with its cursor. */
  readonly edges: ReadonlyArray<BillReconciliationEdge>;
  /** The parts of bills of this page. */
  readonly nodes: ReadonlyArray<BillReconciliation>;
  /** Where this page lies in the list. */
  readonly pageInfo: PageInfo;
  /** The number of parts of bills in the whole list; counted only when asked for. */
  readonly totalCount: Scalars['Int']['output'];
};

/** A place in a list of parts of bills. */
export type BillReconciliationEdge = {
  readonly __typename?: 'BillReconciliationEdge';
  /** Marks this place for `after` and `before`. */
  readonly cursor: Scalars['String']['output'];
  /** The part of a bill at this place. */
  readonly node: BillReconciliation;
};

/** Which bills to list. All conditions that are given must hold; null is the same as leaving it out. */
export type BillReconciliationFilter = {
  /** The account whose usage it is. */
  readonly account?: InputMaybe<AccountIdFilter>;
  /** Each of these holds. */
  readonly all?: InputMaybe<ReadonlyArray<BillReconciliationFilter>>;
  /** At least one of these holds. */
  readonly any?: InputMaybe<ReadonlyArray<BillReconciliationFilter>>;
  /** This does not hold. */
  readonly not?: InputMaybe<BillReconciliationFilter>;
  /** The account that is invoiced. */
  readonly payer?: InputMaybe<AccountIdFilter>;
};

/** The order of a list of bills. */
export type BillReconciliationOrder = {
  /** The direction. */
  readonly direction?: OrderDirection;
  /** What to order by. */
  readonly field: BillReconciliationOrderField;
};

/** What bills can be ordered by. */
export type BillReconciliationOrderField =
  /** The sum of the lines. Amounts of several currencies are compared as numbers. */
  | 'BILLED'
  /** The month, then payer, account and currency. */
  | 'MONTH'
  /** What was not attributed. */
  | 'UNATTRIBUTED';

/** A volume that an instance of an image starts with, from the image's block device mapping. */
export type BlockDevice = {
  readonly __typename?: 'BlockDevice';
  /** Whether the volume is deleted with the instance. */
  readonly deleteOnTermination?: Maybe<Scalars['Boolean']['output']>;
  /** The device name that the instance sees, such as `/dev/sda1`. */
  readonly deviceName: Scalars['String']['output'];
  /** Whether the volume is encrypted; decides whether the image can ever be public (R8) and who else needs the key (R9). */
  readonly encrypted?: Maybe<Scalars['Boolean']['output']>;
  /** I/O operations a second that are provisioned. */
  readonly iops?: Maybe<Scalars['Int']['output']>;
  /**
   * The key of the volume, or of the snapshot behind it, as its own account can read it. Null where the image is not shared,
   * where the key is in an account that is no member, and for viewers who don't see its account.
   */
  readonly kmsKey?: Maybe<KmsKey>;
  /** The ARN or ID of the KMS key. */
  readonly kmsKeyId?: Maybe<Scalars['String']['output']>;
  /** That snapshot; null where no member account owns it or it could not be read. */
  readonly snapshot?: Maybe<Snapshot>;
  /** The ID of the EBS snapshot that the volume is made from; null for an empty or instance store volume. */
  readonly snapshotId?: Maybe<Scalars['ID']['output']>;
  /** Whether a device of the parent image is left out here (AWS's `NoDevice`). */
  readonly suppressed: Scalars['Boolean']['output'];
  /** Throughput in MiB a second that is provisioned. */
  readonly throughputMiBps?: Maybe<Scalars['Int']['output']>;
  /** `ephemeral0` and so on: an instance store volume. */
  readonly virtualName?: Maybe<Scalars['String']['output']>;
  /** The volume's size in GiB. */
  readonly volumeSizeGiB?: Maybe<Scalars['Int']['output']>;
  /** The type of EBS volume, such as `gp3`. */
  readonly volumeType?: Maybe<Scalars['String']['output']>;
};

/**
 * Whether images, or snapshots, of an account can become public in a Region (R8), from EC2 GetImageBlockPublicAccessState
 * and GetSnapshotBlockPublicAccessState.
 */
export type BlockPublicAccess = {
  readonly __typename?: 'BlockPublicAccess';
  /** Who decides the setting; null where AWS does not say. */
  readonly managedBy?: Maybe<SettingManager>;
  /** When the setting was last read successfully (R20). */
  readonly observedAt?: Maybe<Scalars['DateTime']['output']>;
  /** What is blocked. */
  readonly state: BlockPublicAccessState;
};

/** How far public access is blocked. */
export type BlockPublicAccessState =
  /** Nothing can become public, and what is public already is not treated as such; of snapshots only. */
  | 'BLOCK_ALL_SHARING'
  /** Nothing more can become public; what is public already stays so. */
  | 'BLOCK_NEW_SHARING'
  /** A state that AWS added since. */
  | 'OTHER'
  /** Not at all. */
  | 'UNBLOCKED';

/** How a machine boots (R2). */
export type BootMode =
  /** Legacy BIOS. */
  | 'LEGACY_BIOS'
  /** A boot mode that AWS added since. */
  | 'OTHER'
  /** UEFI; cannot launch on an instance type without it. */
  | 'UEFI'
  /** UEFI where the instance type supports it, else legacy BIOS. */
  | 'UEFI_PREFERRED';

/** Conditions on a boot mode. All that are given must hold. */
export type BootModeFilter = {
  /** Is this boot mode. */
  readonly eq?: InputMaybe<BootMode>;
  /** Is one of these boot modes; an empty list matches nothing. */
  readonly in?: InputMaybe<ReadonlyArray<BootMode>>;
  /** True: no boot mode is set, so the instance type's default applies (R2); false: one is set. */
  readonly unset?: InputMaybe<Scalars['Boolean']['input']>;
};

/** How sure a finding is. */
export type Certainty =
  /** It is so, as of the observation. */
  | 'CERTAIN'
  /** It may be so: what decides it is not known. */
  | 'POSSIBLE';

/** One change of one fact, as the sync noted it. */
export type Change = {
  readonly __typename?: 'Change';
  /**
   * The account whose fact changed: of an image or a share the owner, of a tag the account that set it, of an instance the
   * account that runs it. Null where nobody knows the image's owner. One that left the organization shows as it last was.
   */
  readonly account?: Maybe<Account>;
  /** The same as it became: of what is new all values. Null where nothing is left. */
  readonly after?: Maybe<Scalars['JSON']['output']>;
  /** When the sync noted it. */
  readonly at: Scalars['DateTime']['output'];
  /**
   * What changed, as it was, by the names of the API: of what changed the values that did, of what is gone all of them.
   * Null where nothing was.
   */
  readonly before?: Maybe<Scalars['JSON']['output']>;
  /** What kind of change it is. */
  readonly kind: ChangeKind;
  /** The Region; null for what has none, such as an account. */
  readonly region?: Maybe<Scalars['Region']['output']>;
  /** What it is a change of, as it is now; as it last was, if it is gone. Null where the viewer may not see that. */
  readonly subject?: Maybe<ChangeSubject>;
};

/** A page of changes. */
export type ChangeConnection = {
  readonly __typename?: 'ChangeConnection';
  /** From when on the list is whole: `since`, or a later moment where the memory doesn't go back so far. */
  readonly completeSince: Scalars['DateTime']['output'];
  /** How far the sources that could have noted changes could be read. A change in a gap is noted once that can be read again. */
  readonly coverage: Coverage;
  /** The changes of this page, each with its cursor. */
  readonly edges: ReadonlyArray<ChangeEdge>;
  /** The changes of this page. */
  readonly nodes: ReadonlyArray<Change>;
  /** Where this page lies in the list. */
  readonly pageInfo: PageInfo;
  /** The number of changes in the whole list; counted only when asked for. */
  readonly totalCount: Scalars['Int']['output'];
};

/** A place in a list of changes. */
export type ChangeEdge = {
  readonly __typename?: 'ChangeEdge';
  /** Marks this place for `after` and `before`. */
  readonly cursor: Scalars['String']['output'];
  /** The change at this place. */
  readonly node: Change;
};

/** Conditions on a change. All that are given must hold. */
export type ChangeFilter = {
  /** The account whose fact changed. */
  readonly account?: InputMaybe<AccountIdFilter>;
  /** Holds if all of these hold. */
  readonly all?: InputMaybe<ReadonlyArray<ChangeFilter>>;
  /** Holds if one of these holds; an empty list never does. */
  readonly any?: InputMaybe<ReadonlyArray<ChangeFilter>>;
  /** The image that changed, or that the instance runs on; changes without one match none. */
  readonly imageId?: InputMaybe<IdFilter>;
  /** The kind of change. */
  readonly kind?: InputMaybe<ChangeKindFilter>;
  /** Holds if this does not. */
  readonly not?: InputMaybe<ChangeFilter>;
  /** The Region; changes of what has no Region match none. */
  readonly region?: InputMaybe<RegionFilter>;
};

/** What happened. */
export type ChangeKind =
  /** The name or the address of an account changed, or the name of a unit above it. */
  | 'ACCOUNT_CHANGED'
  /** An account is a member of the organization that was not before. */
  | 'ACCOUNT_JOINED'
  /** An account is no member of the organization any more. */
  | 'ACCOUNT_LEFT'
  /** An account is in another organizational unit. */
  | 'ACCOUNT_MOVED'
  /** An account was suspended, is being closed, or became active. */
  | 'ACCOUNT_STATE_CHANGED'
  /** The Allowed AMIs settings of an account and Region changed (R13). */
  | 'ALLOWED_IMAGES_CHANGED'
  /** The block public access settings of an account and Region changed (R8). */
  | 'BLOCK_PUBLIC_ACCESS_CHANGED'
  /** The Allowed AMIs settings of an account allow an image, behind its instances, that they did not allow (R13). */
  | 'IMAGE_ALLOWED'
  /** Something else of an image changed: its name, its state, its block devices … */
  | 'IMAGE_CHANGED'
  /** The deprecation time of an image passed, or was set to one that has passed (R4). */
  | 'IMAGE_DEPRECATED'
  /** An owner does not list an image any more. */
  | 'IMAGE_DEREGISTERED'
  /** The Allowed AMIs settings of an account do not allow an image behind its instances any more (R13). */
  | 'IMAGE_DISALLOWED'
  /** An owner lists an image that it did not list before. */
  | 'IMAGE_REGISTERED'
  /** An account set, changed or removed a tag of an image (R10). */
  | 'IMAGE_TAGS_CHANGED'
  /** Something else of an instance changed: its type, its tags … */
  | 'INSTANCE_CHANGED'
  /** An instance is listed that was not there before. */
  | 'INSTANCE_LAUNCHED'
  /** An instance was stopped, or started again. */
  | 'INSTANCE_STATE_CHANGED'
  /** An instance was terminated, or is not listed any more. */
  | 'INSTANCE_TERMINATED'
  /** An image is not shared with everybody any more; single shares may be left. */
  | 'MADE_PRIVATE'
  /** An image was shared with everybody. */
  | 'MADE_PUBLIC'
  /** An account disabled a Region. */
  | 'REGION_DISABLED'
  /** An account enabled a Region. */
  | 'REGION_ENABLED'
  /** An image was shared with an account, an organizational unit or an organization (R6). */
  | 'SHARED'
  /** Such a share was taken back. */
  | 'UNSHARED';

/** A condition on the kind of a change. All operators given must hold. */
export type ChangeKindFilter = {
  /** Is this kind. */
  readonly eq?: InputMaybe<ChangeKind>;
  /** Is one of these kinds; an empty list matches nothing. */
  readonly in?: InputMaybe<ReadonlyArray<ChangeKind>>;
};

/** What a change is a change of. */
export type ChangeSubject = Account | Image | Instance;

/** Costs that are added up. Of what they are not grouped by nothing is said: those fields are null. */
export type Cost = {
  readonly __typename?: 'Cost';
  /** The account that launched, and is billed (R15). */
  readonly account?: Maybe<Account>;
  /** The accounts that were billed, ordered by account ID unless `orderBy` says otherwise. */
  readonly accounts: AccountConnection;
  /** Credits: negative. */
  readonly credit: Money;
  /** Discounts: negative. */
  readonly discount: Money;
  /** The infrastructure with the fees of Savings Plans and reservations spread over what they cover. No part of the total. */
  readonly effectiveInfrastructureCost: Money;
  /** Fees: annual and contract prices of products, upfront and recurring fees of commitments. */
  readonly fee: Money;
  /** The golden family of the image (R19), of several the first by name; null also where the image is of none. */
  readonly goldenFamily?: Maybe<Scalars['String']['output']>;
  /** The same with its releases and adoption. */
  readonly goldenImage?: Maybe<GoldenImage>;
  /** The image; null also where the costs were not attributed to one, or where the inventory no longer holds it. */
  readonly image?: Maybe<Image>;
  /** AWS's ID of the image, also of one that is gone; null also where the costs were not attributed to one. */
  readonly imageId?: Maybe<Scalars['ID']['output']>;
  /** The owner of the image; null also where it is not known. */
  readonly imageOwner?: Maybe<Account>;
  /** EC2 instance usage, unblended: on demand, Spot, and what Savings Plans and reservations cover, before they do. */
  readonly infrastructureCost: Money;
  /** Hours that instances ran, as billed. */
  readonly instanceHours: Scalars['Decimal']['output'];
  /** The billing month, in UTC. */
  readonly month?: Maybe<Scalars['YearMonth']['output']>;
  /** Of the infrastructure what is neither Spot nor covered by a commitment. */
  readonly onDemandCost: Money;
  /** The unit, or the root, that the account is directly in now; null also for accounts outside the organization. */
  readonly organizationalUnit?: Maybe<OrganizationalUnit>;
  /** Everything else: data transfer of instances, other services. */
  readonly otherCost: Money;
  /** The product code; null also where there is none. */
  readonly productCode?: Maybe<Scalars['ID']['output']>;
  /** Refunds: negative. */
  readonly refund: Money;
  /**
   * The Region of the image; of what was not attributed, the Region that the bill names. Also given where the costs are
   * grouped by image.
   */
  readonly region?: Maybe<Scalars['Region']['output']>;
  /** Of the infrastructure what reservations cover, unblended: nothing, where they are paid all upfront. */
  readonly reservedUsageCost: Money;
  /** What Savings Plans take off again from infrastructure at its unblended cost: negative. */
  readonly savingsPlanNegation: Money;
  /** Of the infrastructure what Savings Plans cover, at on-demand rates: `savingsPlanNegation` takes it off again. */
  readonly savingsPlanUsageCost: Money;
  /** Storage of the snapshots behind images; their owner is billed. */
  readonly snapshotStorageCost: Money;
  /** AWS Marketplace software, unblended. */
  readonly softwareCost: Money;
  /** Of the infrastructure what runs as Spot. */
  readonly spotCost: Money;
  /** Taxes. */
  readonly tax: Money;
  /** What all of it adds to the bill. */
  readonly total: Money;
  /** The bill's usage operation, such as `RunInstances:0010` (R16); null also where there is none. */
  readonly usageOperation?: Maybe<Scalars['String']['output']>;
};


/** Costs that are added up. Of what they are not grouped by nothing is said: those fields are null. */
export type CostAccountsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<AccountFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<AccountOrder>;
};

/** A list of costs. */
export type CostConnection = {
  readonly __typename?: 'CostConnection';
  /** How far the bills and the instances could be read. */
  readonly coverage: Coverage;
  /** The costs of this page, each with its cursor. */
  readonly edges: ReadonlyArray<CostEdge>;
  /** The costs of this page. */
  readonly nodes: ReadonlyArray<Cost>;
  /** Where this page lies in the list. */
  readonly pageInfo: PageInfo;
  /** The number of costs in the whole list; counted only when asked for. */
  readonly totalCount: Scalars['Int']['output'];
};

/** A place in a list of costs. */
export type CostEdge = {
  readonly __typename?: 'CostEdge';
  /** Marks this place for `after` and `before`. */
  readonly cursor: Scalars['String']['output'];
  /** The costs at this place. */
  readonly node: Cost;
};

/** Which costs to add up. All conditions that are given must hold; null is the same as leaving it out. */
export type CostFilter = {
  /** The account that launched. */
  readonly account?: InputMaybe<AccountIdFilter>;
  /** Each of these holds. */
  readonly all?: InputMaybe<ReadonlyArray<CostFilter>>;
  /** At least one of these holds. */
  readonly any?: InputMaybe<ReadonlyArray<CostFilter>>;
  /** Whether the costs were attributed to an image. */
  readonly attributed?: InputMaybe<Scalars['Boolean']['input']>;
  /** The golden family of the image. */
  readonly goldenFamily?: InputMaybe<StringFilter>;
  /** AWS's ID of the image. */
  readonly imageId?: InputMaybe<IdFilter>;
  /** The owner of the image. */
  readonly imageOwner?: InputMaybe<AccountIdFilter>;
  /** This does not hold. */
  readonly not?: InputMaybe<CostFilter>;
  /** The unit that the account is in now. */
  readonly organizationalUnit?: InputMaybe<OrganizationalUnitMembershipFilter>;
  /** The account that is invoiced. */
  readonly payer?: InputMaybe<AccountIdFilter>;
  /** The product code. */
  readonly productCode?: InputMaybe<IdFilter>;
  /** Why the costs were not attributed to an image; what was attributed matches none. */
  readonly reason?: InputMaybe<UnattributedReasonFilter>;
  /** The Region. */
  readonly region?: InputMaybe<RegionFilter>;
  /** The bill's usage operation. */
  readonly usageOperation?: InputMaybe<StringFilter>;
};

/** What costs can be added up by. */
export type CostGroup =
  /** The account that launched. */
  | 'ACCOUNT'
  /** The golden family of the image (R19). */
  | 'GOLDEN_FAMILY'
  /** The image, and so its Region. */
  | 'IMAGE'
  /** The owner of the image. */
  | 'IMAGE_OWNER'
  /** The billing month. */
  | 'MONTH'
  /** The unit, or the root, that the account is directly in now. */
  | 'OU'
  /** The product code. */
  | 'PRODUCT'
  /** The Region. */
  | 'REGION'
  /** The bill's usage operation. */
  | 'USAGE_OPERATION';

/** The order of a list of costs. */
export type CostOrder = {
  /** The direction. */
  readonly direction?: OrderDirection;
  /** What to order by. */
  readonly field: CostOrderField;
};

/** What costs can be ordered by. */
export type CostOrderField =
  /** What they are grouped by, in the order of `CostGroup`, by code point. */
  | 'GROUP'
  /** EC2 instance usage, unblended. */
  | 'INFRASTRUCTURE_COST'
  /** AWS Marketplace software. */
  | 'SOFTWARE_COST'
  /** What all of it adds to the bill. Amounts of several currencies are compared as numbers. */
  | 'TOTAL';

/** How far the sources that an answer depends on could be read (R20). Gaps in them are gaps in the answer. */
export type Coverage = {
  readonly __typename?: 'Coverage';
  /** Whether every source was read successfully and in time. False as well where the organization was never read. */
  readonly complete: Scalars['Boolean']['output'];
  /** The number of all gaps. */
  readonly gapCount: Scalars['Int']['output'];
  /**
   * The sources that could not be read, or not in time: those with a status of STALE, FAILED, DENIED or NEVER. Ordered by
   * account, Region and kind.
   */
  readonly gaps: ReadonlyArray<SourceCoverage>;
  /** When the source that was read longest ago was last read successfully; null where none ever was. */
  readonly oldestObservation?: Maybe<Scalars['DateTime']['output']>;
};


/** How far the sources that an answer depends on could be read (R20). Gaps in them are gaps in the answer. */
export type CoverageGapsArgs = {
  first?: Scalars['Int']['input'];
};

/** How reading a source stands. */
export type CoverageStatus =
  /** The last attempt was refused: a missing role, a policy. */
  | 'DENIED'
  /** The last attempt failed; what is known is from before. */
  | 'FAILED'
  /** Read successfully, and not too long ago. */
  | 'FRESH'
  /** Never tried. */
  | 'NEVER'
  /** There is nothing to read, such as in a Region that is not enabled or an account that is closed. */
  | 'NOT_APPLICABLE'
  /** Read successfully, but not again in time. */
  | 'STALE';

/** Conditions on how a source stands. All that are given must hold. */
export type CoverageStatusFilter = {
  /** Is this status. */
  readonly eq?: InputMaybe<CoverageStatus>;
  /** Is one of these; an empty list matches nothing. */
  readonly in?: InputMaybe<ReadonlyArray<CoverageStatus>>;
};

/** How many of something proposed criteria allow. */
export type CriteriaCounts = {
  readonly __typename?: 'CriteriaCounts';
  /** The number of accounts that have one which the proposal does not allow. */
  readonly accountsDisallowed: Scalars['Int']['output'];
  /** Allowed by the proposal. */
  readonly allowed: Scalars['Int']['output'];
  /** Not allowed by the proposal. */
  readonly disallowed: Scalars['Int']['output'];
  /** Allowed by the proposal, and not allowed today. */
  readonly newlyAllowed: Scalars['Int']['output'];
  /** Not allowed by the proposal, and allowed today. */
  readonly newlyDisallowed: Scalars['Int']['output'];
  /** Not known whether the proposal allows them. */
  readonly unknown: Scalars['Int']['output'];
};

/** A half-open range of time. A time that is not known or not set lies in no range. */
export type DateTimeFilter = {
  /** At this moment or later. */
  readonly after?: InputMaybe<Scalars['DateTime']['input']>;
  /** Earlier than this moment. */
  readonly before?: InputMaybe<Scalars['DateTime']['input']>;
};

/** A message that no change could be made of. */
export type DeadLetter = {
  readonly __typename?: 'DeadLetter';
  /** The account that the event is of; null where the message is no event. */
  readonly accountId?: Maybe<Scalars['AccountId']['output']>;
  /** The message as it was received. */
  readonly body: Scalars['String']['output'];
  /** Why it was given up: AWS's error, or `UnreadableEvent`. */
  readonly error: SourceError;
  /** The call (`RunInstances`) or the kind of event (`EC2 AMI State Change`); null where the message is no event. */
  readonly eventName?: Maybe<Scalars['String']['output']>;
  /** When it was given up. */
  readonly givenUpAt: Scalars['DateTime']['output'];
  /** SQS's ID of the message. */
  readonly messageId: Scalars['String']['output'];
  /** How often it was received before it was given up. */
  readonly receiveCount: Scalars['Int']['output'];
  /** The Region that the event is of; null where the message is no event. */
  readonly region?: Maybe<Scalars['Region']['output']>;
  /** When it was sent to the queue. */
  readonly sentAt?: Maybe<Scalars['DateTime']['output']>;
};

/** A list of dead letters. */
export type DeadLetterConnection = {
  readonly __typename?: 'DeadLetterConnection';
  /** The messages of this page, each with its cursor. */
  readonly edges: ReadonlyArray<DeadLetterEdge>;
  /** The messages of this page. */
  readonly nodes: ReadonlyArray<DeadLetter>;
  /** Where this page lies in the list. */
  readonly pageInfo: PageInfo;
  /** The number of messages in the whole list; counted only when asked for. */
  readonly totalCount: Scalars['Int']['output'];
};

/** A place in a list of dead letters. */
export type DeadLetterEdge = {
  readonly __typename?: 'DeadLetterEdge';
  /** Marks this place for `after` and `before`. */
  readonly cursor: Scalars['String']['output'];
  /** The message at this place. */
  readonly node: DeadLetter;
};

/** Which dead letters to list. All conditions that are given must hold; null is the same as leaving it out. */
export type DeadLetterFilter = {
  /** The account that the event is of. */
  readonly account?: InputMaybe<AccountIdFilter>;
  /** Each of these holds. */
  readonly all?: InputMaybe<ReadonlyArray<DeadLetterFilter>>;
  /** At least one of these holds. */
  readonly any?: InputMaybe<ReadonlyArray<DeadLetterFilter>>;
  /** This does not hold. */
  readonly not?: InputMaybe<DeadLetterFilter>;
  /** The Region that the event is of. */
  readonly region?: InputMaybe<RegionFilter>;
};

/** The order of a list of dead letters. */
export type DeadLetterOrder = {
  /** The direction. */
  readonly direction?: OrderDirection;
  /** What to order by. */
  readonly field: DeadLetterOrderField;
};

/** What dead letters can be ordered by. */
export type DeadLetterOrderField =
  /** When they were given up. */
  | 'GIVEN_UP_AT';

/** Whether an image is safe to deregister. */
export type Deregistration = {
  readonly __typename?: 'Deregistration';
  /**
   * How far the sources could be read that would tell of a use: every account's in the image's Region, images of every
   * account in every Region for copies, and the owner's launch permissions. Its gaps are those of COVERAGE_GAP.
   */
  readonly coverage: Coverage;
  /** When the image was last launched, in any account; AWS tells it with a day's delay. Null: never, or not told. */
  readonly lastLaunchedTime?: Maybe<Scalars['DateTime']['output']>;
  /** Why it is not SAFE. */
  readonly reasons: ReadonlyArray<DeregistrationReason>;
  /**
   * Its place in the owner's Recycle Bin, with the time until which it can be restored; null while it is not deregistered.
   * Whether a retention rule would keep it there once it is, is not read.
   */
  readonly recycleBin?: Maybe<RecycleBinImage>;
  /**
   * What makes REFERENCES_UNKNOWN: references of these accounts were last read before the image was known to be public, or
   * within 15 minutes of that, so that they may not have been asked about it. The first 100, by account.
   */
  readonly referencesReadTooEarly: ReadonlyArray<SourceCoverage>;
  /**
   * What the snapshots that only this image uses were billed in these months; null where no loaded bill tells, or where it is in
   * several currencies. Deleting them saves this much at most: blocks that later snapshots of the same volume share stay.
   */
  readonly snapshotStorageCost?: Maybe<Money>;
  /**
   * The size of the volumes whose snapshots are behind the image and no other image that is known, in GiB: what deleting them
   * after deregistering could free at most. Snapshots of others are not counted.
   */
  readonly snapshotStorageGiB: Scalars['Int']['output'];
  /**
   * The report that AWS makes of who uses the image outside the organization; null where none is asked for: it is not shared
   * outside, or `AMIGRAPH_USAGE_REPORT_DAYS` switches none on.
   */
  readonly usageReport?: Maybe<ImageUsageReport>;
  /** What uses the image, by kind and account. */
  readonly uses: ReadonlyArray<ImageUse>;
  /** IN_USE before PROTECTED before UNKNOWN. */
  readonly verdict: DeregistrationVerdict;
};


/** Whether an image is safe to deregister. */
export type DeregistrationSnapshotStorageCostArgs = {
  months: MonthRange;
};

/** Why an image is not safe to deregister. */
export type DeregistrationReason =
  /** A source that would tell of a use in some account could not be read; see `coverage`. */
  | 'COVERAGE_GAP'
  /** Something uses it; see `uses`. */
  | 'IN_USE'
  /** The viewer does not see every account of the organization. */
  | 'LIMITED_VIEW'
  /**
   * It is shared outside the organization, and no usage report tells of its use there: none was made since it was shared or
   * within 30 days, or the last one failed or is out of date.
   */
  | 'OUTSIDE_USE_UNKNOWN'
  /** The launch permission list was never read: who else may use it is not known. */
  | 'PERMISSIONS_UNKNOWN'
  /** Deregistration protection is on, or still cooling down. */
  | 'PROTECTED'
  /**
   * It is public, and some member account was not asked since then for parameters, recipes and launch templates that name it;
   * see `referencesReadTooEarly`. The next sync asks.
   */
  | 'REFERENCES_UNKNOWN';

/** An image that is safe to deregister, and what its storage was billed. */
export type DeregistrationSaving = {
  readonly __typename?: 'DeregistrationSaving';
  /** Why it is safe: the verdict with its evidence. */
  readonly deregistration: Deregistration;
  /** The image. */
  readonly image: Image;
  /** AWS's ID of the image. */
  readonly imageId: Scalars['ID']['output'];
  /** The months that bills charge for them in. */
  readonly months: ReadonlyArray<Scalars['YearMonth']['output']>;
  /** The owner of the image, and of the snapshots. */
  readonly owner: Account;
  /** The Region. */
  readonly region: Scalars['Region']['output'];
  /** AWS's IDs of those snapshots, in order. */
  readonly snapshotIds: ReadonlyArray<Scalars['ID']['output']>;
  /**
   * What the snapshots that only this image uses were billed in these months. Deleting them saves this much at most: blocks
   * that later snapshots of the same volume share stay.
   */
  readonly snapshotStorageCost: Money;
};

/** A list of images that are safe to deregister. */
export type DeregistrationSavingConnection = {
  readonly __typename?: 'DeregistrationSavingConnection';
  /** How far the bills, the images and the instances could be read. */
  readonly coverage: Coverage;
  /** The images that are safe to deregister of this page, each with its cursor. */
  readonly edges: ReadonlyArray<DeregistrationSavingEdge>;
  /** The images that are safe to deregister of this page. */
  readonly nodes: ReadonlyArray<DeregistrationSaving>;
  /** Where this page lies in the list. */
  readonly pageInfo: PageInfo;
  /** The number of images that are safe to deregister in the whole list; counted only when asked for. */
  readonly totalCount: Scalars['Int']['output'];
};

/** A place in a list of images that are safe to deregister. */
export type DeregistrationSavingEdge = {
  readonly __typename?: 'DeregistrationSavingEdge';
  /** Marks this place for `after` and `before`. */
  readonly cursor: Scalars['String']['output'];
  /** What is at this place. */
  readonly node: DeregistrationSaving;
};

/** Which images that are safe to deregister to list. All conditions that are given must hold; null is the same as leaving it out. */
export type DeregistrationSavingFilter = {
  /** Each of these holds. */
  readonly all?: InputMaybe<ReadonlyArray<DeregistrationSavingFilter>>;
  /** At least one of these holds. */
  readonly any?: InputMaybe<ReadonlyArray<DeregistrationSavingFilter>>;
  /** AWS's ID of the image. */
  readonly imageId?: InputMaybe<IdFilter>;
  /** This does not hold. */
  readonly not?: InputMaybe<DeregistrationSavingFilter>;
  /** The owner. */
  readonly owner?: InputMaybe<AccountIdFilter>;
  /** The Region. */
  readonly region?: InputMaybe<RegionFilter>;
};

/** The order of a list of savings. */
export type DeregistrationSavingOrder = {
  /** The direction. */
  readonly direction?: OrderDirection;
  /** What to order by. */
  readonly field: DeregistrationSavingOrderField;
};

/** What savings can be ordered by. */
export type DeregistrationSavingOrderField =
  /** Region and image. */
  | 'IMAGE_ID'
  /** What the storage was billed. Amounts of several currencies are compared as numbers. */
  | 'SNAPSHOT_STORAGE_COST';

/** Whether an image is safe to deregister. */
export type DeregistrationVerdict =
  /** Something uses it. */
  | 'IN_USE'
  /** Deregistration protection is on. */
  | 'PROTECTED'
  /** Nothing uses it as far as amigraph can see, and every source that would tell of a use was read. */
  | 'SAFE'
  /** Nothing is known to use it, but something that would tell of a use could not be read; see `reasons` and `coverage`. */
  | 'UNKNOWN';

/** The launch of an image that has a product's code from what it was made from. */
export type DerivedLaunch = {
  readonly __typename?: 'DerivedLaunch';
  /** The account that launched it. */
  readonly account: Account;
  /** The image; null where the inventory does not hold it. */
  readonly image?: Maybe<Image>;
  /** AWS's ID of the image. */
  readonly imageId: Scalars['ID']['output'];
  /** AWS's ID of the instance. */
  readonly instanceId: Scalars['ID']['output'];
  /** When it was launched; where nothing told, when it was first seen. */
  readonly launchedAt: Scalars['DateTime']['output'];
  /** The Region. */
  readonly region: Scalars['Region']['output'];
};

/** The SQS queue that change events come from. */
export type EventQueue = {
  readonly __typename?: 'EventQueue';
  /** When a worker last asked for messages, to the minute. */
  readonly checkedAt: Scalars['DateTime']['output'];
  /** Why the queue cannot be read; null where it can. */
  readonly error?: Maybe<SourceError>;
  /**
   * Messages among them that name nothing amigraph reads: events of other kinds, calls that failed, accounts and Regions that
   * are not read.
   */
  readonly ignored: Scalars['Int']['output'];
  /** When a message last came; null where none ever did. */
  readonly lastReceivedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Its URL. */
  readonly queueUrl: Scalars['String']['output'];
  /** Messages received so far, those that came again included. */
  readonly received: Scalars['Int']['output'];
};

/** A launch permission of a member's image that reaches beyond the organization, or leads to nobody. */
export type Exposure = {
  readonly __typename?: 'Exposure';
  /** When the sync first saw the permission. */
  readonly firstSeenAt: Scalars['DateTime']['output'];
  /** The grantee as AWS has it: an account ID, the ARN of an organization or organizational unit, or `all`. */
  readonly grantee: Scalars['String']['output'];
  /** The image that is shared. */
  readonly image: Image;
  /** Where it leads. */
  readonly kind: ExposureKind;
  /** When the image's launch permission list was last read; null: never, what is public is told by the image itself. */
  readonly observedAt?: Maybe<Scalars['DateTime']['output']>;
};

/** A list of exposures. */
export type ExposureConnection = {
  readonly __typename?: 'ExposureConnection';
  /** How far the sources of this list could be read: the launch permissions of every owner that it is narrowed to. */
  readonly coverage: Coverage;
  /** The exposures of this page, each with its cursor. */
  readonly edges: ReadonlyArray<ExposureEdge>;
  /** The exposures of this page. */
  readonly nodes: ReadonlyArray<Exposure>;
  /** Where this page lies in the list. */
  readonly pageInfo: PageInfo;
  /** The number of exposures in the whole list; counted only when asked for. */
  readonly totalCount: Scalars['Int']['output'];
};

/** A place in a list of exposures. */
export type ExposureEdge = {
  readonly __typename?: 'ExposureEdge';
  /** Marks this place for `after` and `before`. */
  readonly cursor: Scalars['String']['output'];
  /** The exposure at this place. */
  readonly node: Exposure;
};

/** Which exposures to list. All conditions that are given must hold; null is the same as leaving it out. */
export type ExposureFilter = {
  /** Each of these holds. */
  readonly all?: InputMaybe<ReadonlyArray<ExposureFilter>>;
  /** At least one of these holds. */
  readonly any?: InputMaybe<ReadonlyArray<ExposureFilter>>;
  /** The grantee as AWS has it. */
  readonly grantee?: InputMaybe<StringFilter>;
  /** Where it leads. */
  readonly kind?: InputMaybe<ExposureKindFilter>;
  /** This does not hold. */
  readonly not?: InputMaybe<ExposureFilter>;
  /** The owner of the image. */
  readonly owner?: InputMaybe<AccountIdFilter>;
  /** The Region of the image. */
  readonly region?: InputMaybe<RegionFilter>;
};

/** Where a launch permission leads. */
export type ExposureKind =
  /** To nobody: a unit that the organization does not have (any more), or a member account that is suspended or closed. */
  | 'DANGLING'
  /** To an account that is not a member of the organization. */
  | 'OUTSIDE_ACCOUNT'
  /** To another organization. */
  | 'OUTSIDE_ORGANIZATION'
  /** To a unit of another organization. */
  | 'OUTSIDE_ORGANIZATIONAL_UNIT'
  /** To everybody. */
  | 'PUBLIC';

/** Conditions on where a launch permission leads. All that are given must hold. */
export type ExposureKindFilter = {
  /** Is this one. */
  readonly eq?: InputMaybe<ExposureKind>;
  /** Is one of these; an empty list matches nothing. */
  readonly in?: InputMaybe<ReadonlyArray<ExposureKind>>;
};

/** The order of a list of exposures. */
export type ExposureOrder = {
  /** The direction. */
  readonly direction?: OrderDirection;
  /** What to order by. */
  readonly field: ExposureOrderField;
};

/** What exposures can be ordered by. */
export type ExposureOrderField =
  /** When the sync first saw the permission. */
  | 'FIRST_SEEN'
  /** The image's ID, then its Region, the kind and the grantee. */
  | 'IMAGE_ID';

/**
 * Windows fast launch of an image in an account, from EC2 DescribeFastLaunchImages: instances start from snapshots that are
 * prepared beforehand.
 */
export type FastLaunch = {
  readonly __typename?: 'FastLaunch';
  /** The account that has it on, and pays for the snapshots. */
  readonly account: Account;
  /** AWS's ID of the launch template that these are launched with. */
  readonly launchTemplateId?: Maybe<Scalars['ID']['output']>;
  /** The name of that launch template. */
  readonly launchTemplateName?: Maybe<Scalars['String']['output']>;
  /** The version of that launch template. */
  readonly launchTemplateVersion?: Maybe<Scalars['String']['output']>;
  /** How many instances may be launched at the same time to prepare snapshots. */
  readonly maxParallelLaunches?: Maybe<Scalars['Int']['output']>;
  /** When fast launch in this account and Region was last read successfully (R20). */
  readonly observedAt?: Maybe<Scalars['DateTime']['output']>;
  /** How it stands. */
  readonly state: FastLaunchState;
  /** Why it came to that. */
  readonly stateTransitionReason?: Maybe<Scalars['String']['output']>;
  /** When it came to that. */
  readonly stateTransitionTime?: Maybe<Scalars['DateTime']['output']>;
  /** How many prepared snapshots are to be kept. */
  readonly targetResourceCount?: Maybe<Scalars['Int']['output']>;
};

/** How fast launch of an image stands. */
export type FastLaunchState =
  /** Being switched off. */
  | 'DISABLING'
  /** Could not be switched off. */
  | 'DISABLING_FAILED'
  /** Switched on. */
  | 'ENABLED'
  /** On, and failed since. */
  | 'ENABLED_FAILED'
  /** Being switched on. */
  | 'ENABLING'
  /** Could not be switched on. */
  | 'ENABLING_FAILED'
  /** A state that AWS added since. */
  | 'OTHER';

/** Whether an instance type has a feature. */
export type FeatureSupport =
  /** A value that AWS added since. */
  | 'OTHER'
  /** It has, and an image must use it. */
  | 'REQUIRED'
  /** It has. */
  | 'SUPPORTED'
  /** It has not. */
  | 'UNSUPPORTED';

/** How far a golden family is adopted. An instance counts where its image, or what that was copied from, is of the family. */
export type GoldenAdoption = {
  readonly __typename?: 'GoldenAdoption';
  /** The same for each account that has instances, by account. */
  readonly byAccount: ReadonlyArray<AccountAdoption>;
  /** The same for each unit with all accounts below it at any depth, and for the root, where these have instances; by unit. */
  readonly byOrganizationalUnit: ReadonlyArray<OrganizationalUnitAdoption>;
  /** The same for each Region that has instances, by Region. */
  readonly byRegion: ReadonlyArray<RegionAdoption>;
  /** Instances on the current release. */
  readonly onCurrent: Scalars['Int']['output'];
  /** Instances on older releases. */
  readonly onOlder: Scalars['Int']['output'];
};

/** How far a golden family was adopted at some moments. */
export type GoldenAdoptionHistory = {
  readonly __typename?: 'GoldenAdoptionHistory';
  /** The name of the family. */
  readonly family: Scalars['String']['output'];
  /** What makes it golden. */
  readonly origin: GoldenImageOrigin;
  /** Each moment, the earliest first. */
  readonly points: ReadonlyArray<GoldenAdoptionPoint>;
};

/**
 * How far a golden family was adopted at a moment. Before the memory begins, and before the organization was read for the
 * first time, nothing is known: counts are null, lists empty.
 */
export type GoldenAdoptionPoint = {
  readonly __typename?: 'GoldenAdoptionPoint';
  /** The moment. */
  readonly at: Scalars['DateTime']['output'];
  /** The same for each account that had instances, or of which nothing was known; by account. */
  readonly byAccount: ReadonlyArray<AccountAdoptionPoint>;
  /** The same for each unit, with all accounts that were below it then at any depth, and for the root; by unit. */
  readonly byOrganizationalUnit: ReadonlyArray<OrganizationalUnitAdoptionPoint>;
  /** The same for each Region with instances, or of which nothing was known; by Region. */
  readonly byRegion: ReadonlyArray<RegionAdoptionPoint>;
  /**
   * Whether the instances of every account and Region asked for, and the golden images there, had been read by then (R20).
   * Otherwise the counts are of what had been.
   */
  readonly complete: Scalars['Boolean']['output'];
  /** Instances that were on no golden image, of whatever family; null: nothing was known. */
  readonly notGolden?: Maybe<Scalars['Int']['output']>;
  /** Instances on what was the current release then; null: nothing was known. */
  readonly onCurrent?: Maybe<Scalars['Int']['output']>;
  /** Instances on what was an older release then; null: nothing was known. */
  readonly onOlder?: Maybe<Scalars['Int']['output']>;
};

/**
 * An instance, not terminated, on a release of a golden family that a later release with an available image has followed. An
 * image that was copied from a release, by whomever, belongs to it. An instance whose image is of two families is told for each.
 */
export type GoldenDrift = {
  readonly __typename?: 'GoldenDrift';
  /** When the first of them was made. */
  readonly behindSince?: Maybe<Scalars['DateTime']['output']>;
  /** The current release of the family. */
  readonly currentVersion: Scalars['String']['output'];
  /** Whole days since then. */
  readonly daysBehind?: Maybe<Scalars['Int']['output']>;
  /** The family. */
  readonly goldenImage: GoldenImage;
  /** The instance. */
  readonly instance: Instance;
  /** Later releases that have an available image. */
  readonly releasesBehind: Scalars['Int']['output'];
  /** The release that it runs on: the version and build of Image Builder, or the image's name. */
  readonly version: Scalars['String']['output'];
};

/** A list of instances behind their golden family. */
export type GoldenDriftConnection = {
  readonly __typename?: 'GoldenDriftConnection';
  /** How far the sources of this list could be read. */
  readonly coverage: Coverage;
  /** The instances of this page, each with its cursor. */
  readonly edges: ReadonlyArray<GoldenDriftEdge>;
  /** The instances of this page. */
  readonly nodes: ReadonlyArray<GoldenDrift>;
  /** Where this page lies in the list. */
  readonly pageInfo: PageInfo;
  /** The number of instances in the whole list; counted only when asked for. */
  readonly totalCount: Scalars['Int']['output'];
};

/** A place in a list of instances behind their golden family. */
export type GoldenDriftEdge = {
  readonly __typename?: 'GoldenDriftEdge';
  /** Marks this place for `after` and `before`. */
  readonly cursor: Scalars['String']['output'];
  /** The instance at this place. */
  readonly node: GoldenDrift;
};

/** Which instances behind their golden family to list. All conditions that are given must hold; null is the same as leaving it out. */
export type GoldenDriftFilter = {
  /** The account of the instance. */
  readonly account?: InputMaybe<AccountIdFilter>;
  /** Each of these holds. */
  readonly all?: InputMaybe<ReadonlyArray<GoldenDriftFilter>>;
  /** At least one of these holds. */
  readonly any?: InputMaybe<ReadonlyArray<GoldenDriftFilter>>;
  /** Behind since. */
  readonly behindSince?: InputMaybe<DateTimeFilter>;
  /** Behind for this many whole days or longer. */
  readonly daysBehind?: InputMaybe<Scalars['Int']['input']>;
  /** The name of the family. */
  readonly family?: InputMaybe<StringFilter>;
  /** This does not hold. */
  readonly not?: InputMaybe<GoldenDriftFilter>;
  /** What makes the family golden. */
  readonly origin?: InputMaybe<GoldenImageOriginFilter>;
  /** The Region of the instance. */
  readonly region?: InputMaybe<RegionFilter>;
  /** Behind by this many releases or more. */
  readonly releasesBehind?: InputMaybe<Scalars['Int']['input']>;
};

/** The order of a list of instances behind their golden family. */
export type GoldenDriftOrder = {
  /** The direction. */
  readonly direction?: OrderDirection;
  /** What to order by. */
  readonly field: GoldenDriftOrderField;
};

/** What instances behind their golden family can be ordered by. */
export type GoldenDriftOrderField =
  /** Since when they are behind. */
  | 'BEHIND_SINCE'
  /** By how many releases. */
  | 'RELEASES_BEHIND';

/** A family of approved images, whose releases follow each other. */
export type GoldenImage = {
  readonly __typename?: 'GoldenImage';
  /** How far it is adopted, by instances that are not terminated. */
  readonly adoption: GoldenAdoption;
  /** The newest release that has an available image; null: none has. */
  readonly currentRelease?: Maybe<GoldenRelease>;
  /** Its name: of the Image Builder image, or as configured. */
  readonly family: Scalars['String']['output'];
  /** What makes it golden. */
  readonly origin: GoldenImageOrigin;
  /** Its releases that have an available image, newest first. */
  readonly releases: ReadonlyArray<GoldenRelease>;
};

/** A list of golden images. */
export type GoldenImageConnection = {
  readonly __typename?: 'GoldenImageConnection';
  /** How far the sources could be read: of images, and of instances. */
  readonly coverage: Coverage;
  /** The golden images of this page, each with its cursor. */
  readonly edges: ReadonlyArray<GoldenImageEdge>;
  /** The golden images of this page. */
  readonly nodes: ReadonlyArray<GoldenImage>;
  /** Where this page lies in the list. */
  readonly pageInfo: PageInfo;
  /** The number of golden images in the whole list; counted only when asked for. */
  readonly totalCount: Scalars['Int']['output'];
};

/** A place in a list of golden images. */
export type GoldenImageEdge = {
  readonly __typename?: 'GoldenImageEdge';
  /** Marks this place for `after` and `before`. */
  readonly cursor: Scalars['String']['output'];
  /** The golden image at this place. */
  readonly node: GoldenImage;
};

/** Which golden images to list. All conditions that are given must hold; null is the same as leaving it out. */
export type GoldenImageFilter = {
  /** Each of these holds. */
  readonly all?: InputMaybe<ReadonlyArray<GoldenImageFilter>>;
  /** At least one of these holds. */
  readonly any?: InputMaybe<ReadonlyArray<GoldenImageFilter>>;
  /** The name of the family. */
  readonly family?: InputMaybe<StringFilter>;
  /** This does not hold. */
  readonly not?: InputMaybe<GoldenImageFilter>;
  /** What makes it golden. */
  readonly origin?: InputMaybe<GoldenImageOriginFilter>;
};

/** The order of a list of golden images. */
export type GoldenImageOrder = {
  /** The direction. */
  readonly direction?: OrderDirection;
  /** What to order by. */
  readonly field: GoldenImageOrderField;
};

/** What golden images can be ordered by. */
export type GoldenImageOrderField =
  /** The name of the family. */
  | 'FAMILY';

/** What makes images golden. */
export type GoldenImageOrigin =
  /** The configuration names them by owner, name pattern, tag and watermark (`AMIGRAPH_GOLDEN_IMAGES`). */
  | 'CONFIGURED'
  /** EC2 Image Builder made them. */
  | 'IMAGE_BUILDER';

/** Conditions on what makes images golden. All that are given must hold. */
export type GoldenImageOriginFilter = {
  /** Is this one. */
  readonly eq?: InputMaybe<GoldenImageOrigin>;
  /** Is one of these; an empty list matches nothing. */
  readonly in?: InputMaybe<ReadonlyArray<GoldenImageOrigin>>;
};

/** One release of a golden family: its Regional copies together. */
export type GoldenRelease = {
  readonly __typename?: 'GoldenRelease';
  /** When its first image was made. */
  readonly createdAt?: Maybe<Scalars['DateTime']['output']>;
  /** Its available images, by Region; copies that others made of them apart. */
  readonly images: ReadonlyArray<Image>;
  /** Regions where another release of the family is or was, but not this one. */
  readonly missingRegions: ReadonlyArray<Scalars['Region']['output']>;
  /** When the next release was made; null: it is the current one. */
  readonly supersededAt?: Maybe<Scalars['DateTime']['output']>;
  /** The version and build of Image Builder, or the image's name. */
  readonly version: Scalars['String']['output'];
};

/** A hypervisor. AWS reports Nitro as Xen. */
export type Hypervisor =
  /** A hypervisor that AWS added since. */
  | 'OTHER'
  /** Oracle VM. */
  | 'OVM'
  /** Xen, or Nitro. */
  | 'XEN';

/** Conditions on an identifier that AWS assigns, such as an image ID. All that are given must hold. */
export type IdFilter = {
  /** Is this identifier. */
  readonly eq?: InputMaybe<Scalars['ID']['input']>;
  /** Is one of these identifiers; an empty list matches nothing. */
  readonly in?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
};

/** Conditions on an identifier that can be missing. All that are given must hold. */
export type IdOrUnsetFilter = {
  /** Is this identifier. */
  readonly eq?: InputMaybe<Scalars['ID']['input']>;
  /** Is one of these identifiers; an empty list matches nothing. */
  readonly in?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** True: there is none; false: there is one. */
  readonly unset?: InputMaybe<Scalars['Boolean']['input']>;
};

/**
 * An Amazon Machine Image (AMI) in one Region (R1); its copy in another Region is another image. From EC2 DescribeImages,
 * or from DescribeInstanceImageMetadata where only instances still tell of it; `evidence` says which. Where a field is
 * null, AWS said nothing.
 */
export type Image = Node & {
  readonly __typename?: 'Image';
  /**
   * What the image was made from, nearest first, where its source is not in the inventory; empty where it is, or where AWS
   * was not asked yet.
   */
  readonly ancestors: ReadonlyArray<ImageAncestor>;
  /** The processor architecture. */
  readonly architecture?: Maybe<Architecture>;
  /** The volumes that an instance starts with, in AWS's order. */
  readonly blockDevices: ReadonlyArray<BlockDevice>;
  /** The boot mode that the image asks for. Null: none, so the instance type's default applies (R2). */
  readonly bootMode?: Maybe<BootMode>;
  /**
   * The build of EC2 Image Builder that it came of (R19). Null where it was made otherwise, and for viewers who don't see
   * the account that built it.
   */
  readonly build?: Maybe<ImageBuild>;
  /** How far the sources that speak of this image, as far as this query asks about it, could be read. */
  readonly coverage: Coverage;
  /** When the image was created. */
  readonly creationDate?: Maybe<Scalars['DateTime']['output']>;
  /** Whether the deprecation time has passed, as of now. A deprecated image can still be launched by its ID (R4). */
  readonly deprecated: Scalars['Boolean']['output'];
  /** When the image is or was deprecated; null where no date is set (R4). */
  readonly deprecationTime?: Maybe<Scalars['DateTime']['output']>;
  /**
   * Whether the image is safe to deregister, with the evidence (question 6); of one in its owner's Recycle Bin whether it is
   * safe to let go for good. Null where no member account owns it, or it is deregistered and cannot be restored.
   */
  readonly deregistration?: Maybe<Deregistration>;
  /**
   * Whether AWS refuses to deregister the image (R5), as AWS says it: `disabled`, `enabled-with-cooldown` (still protected
   * for 24 hours once switched off) or `enabled-without-cooldown`. Only the owner sees it.
   */
  readonly deregistrationProtection?: Maybe<Scalars['String']['output']>;
  /** The owner's description of the image. */
  readonly description?: Maybe<Scalars['String']['output']>;
  /** Whether enhanced networking with the Elastic Network Adapter is enabled. */
  readonly enaSupport?: Maybe<Scalars['Boolean']['output']>;
  /** Which call the image's data come from; the most authoritative one wins. */
  readonly evidence: ImageEvidence;
  /** The account that made that call; null where a viewer that is limited to some accounts may not know it. */
  readonly evidenceAccount?: Maybe<Account>;
  /** The accounts that launch it from prepared snapshots (Windows fast launch). */
  readonly fastLaunch: ReadonlyArray<FastLaunch>;
  /** When the sync first saw the image. */
  readonly firstSeenAt: Scalars['DateTime']['output'];
  /**
   * What the image was, a version for each time that it, its launch permissions or its tags changed; newest first. As far
   * back as the memory goes.
   */
  readonly history: ImageVersionConnection;
  /** The hypervisor that the image was made for. */
  readonly hypervisor?: Maybe<Hypervisor>;
  /** The global ID. */
  readonly id: Scalars['ID']['output'];
  /** AWS's ID of the image, `ami-…`. */
  readonly imageId: Scalars['ID']['output'];
  /** Where the image's manifest is (instance store), or owner and name of the image. */
  readonly imageLocation?: Maybe<Scalars['String']['output']>;
  /** What the image holds: a machine, or a kernel or RAM disk of an old paravirtual machine. */
  readonly imageType?: Maybe<ImageType>;
  /** `v2.0` where instances require HTTP tokens for their metadata (IMDSv2) unless told otherwise. */
  readonly imdsSupport?: Maybe<Scalars['String']['output']>;
  /**
   * The number of instances of member accounts that were launched from the image and are not terminated. Costs grow with
   * that number.
   */
  readonly instanceCount: Scalars['Int']['output'];
  /**
   * The instances of member accounts that were launched from the image and still exist, latest launch first unless
   * `orderBy` says otherwise.
   */
  readonly instances: InstanceConnection;
  /** The kernel image, `aki-…`; only for machine images that are paravirtual. */
  readonly kernelId?: Maybe<Scalars['String']['output']>;
  /**
   * When an instance was last launched from the image in any account; lags by a day and goes back to April 2017 (R5). Only
   * the owner sees it.
   */
  readonly lastLaunchedTime?: Maybe<Scalars['DateTime']['output']>;
  /**
   * The owner's launch permission list (R6) as AWS has it, by kind and grantee. Grantees outside the organization included.
   * Null where the list was never read, because only the image's owner may read it; empty where it was read and the image
   * is private.
   */
  readonly launchPermissions?: Maybe<ReadonlyArray<LaunchPermission>>;
  /** When and how the owner's launch permission list was last read; null where nobody tried. */
  readonly launchPermissionsRead?: Maybe<LaunchPermissionsRead>;
  /**
   * The latest and default versions of launch templates, of any account, that launch this image. Limited viewers see those
   * of their own accounts.
   */
  readonly launchTemplateVersions: LaunchTemplateVersionConnection;
  /**
   * The member accounts that may launch the image by its launch permissions, each with every grant that leads there (R6),
   * ordered by account ID unless `orderBy` says otherwise. Grants to the organization and to organizational units are
   * expanded through the tree as it is now. Only ACTIVE accounts are listed, and none for an image in a state that cannot
   * be launched; deprecated images can (R4). What besides the permission can stop a launch (Allowed AMIs, keys, boot mode,
   * a Region that is not enabled) is not looked at.
   */
  readonly launchableBy: LaunchingAccountConnection;
  /**
   * The images that this one was made from, or that were made from it: copies in other Regions and accounts, images made from
   * its instances, and what those were made from, nearest first. Each image is there once, in the nearest generation that
   * it is found in. An image that the inventory does not hold ends the lineage, and is told of by its ID. Links in bad data
   * that lead in circles are followed once. Viewers who don't see all accounts don't see who else made what of an image.
   */
  readonly lineage: ImageRelativeConnection;
  /**
   * What the instances of this image cost in each of these months, in the order of the months and their currencies: attributed from the bill of the
   * account that launched (R15). Months without costs are left out.
   */
  readonly monthlyCosts: ReadonlyArray<MonthlyCost>;
  /** The image's name, unique among its owner's images in the Region. A name says nothing about who made the image (R3). */
  readonly name?: Maybe<Scalars['String']['output']>;
  /** When that call last succeeded (R20). */
  readonly observedAt?: Maybe<Scalars['DateTime']['output']>;
  /** The account that owns the image; null only where no call named it. */
  readonly owner?: Maybe<Account>;
  /**
   * Amazon's name for the owner: `amazon`, `aws-marketplace` or `aws-backup-vault`. Only Amazon gives it, so it can be
   * trusted (R3).
   */
  readonly ownerAlias?: Maybe<Scalars['String']['output']>;
  /**
   * The family of operating systems, from AWS's `Platform`, `PlatformDetails` and architecture. Null where only instances
   * tell of the image.
   */
  readonly platform?: Maybe<Platform>;
  /** AWS's billing name of the platform, such as `Red Hat Enterprise Linux` (R16). */
  readonly platformDetails?: Maybe<Scalars['String']['output']>;
  /** The image's product codes (R14), by code; an image with one is paid for by the account that launches it (R15). */
  readonly productCodes: ReadonlyArray<ProductCode>;
  /**
   * When the image becomes deprecated by AWS's rule for public images, two years after its creation, or earlier where it has
   * an earlier date (R4); null where it is not known to be public, or its creation date is not known.
   */
  readonly publicDeprecationTime?: Maybe<Scalars['DateTime']['output']>;
  /** Whether the image could be made public (R8). */
  readonly publicEligibility: PublicEligibility;
  /** The RAM disk image, `ari-…`; only for machine images that are paravirtual. */
  readonly ramdiskId?: Maybe<Scalars['String']['output']>;
  /** Its place in the owner's Recycle Bin; null where it is in none, or that is not known. */
  readonly recycleBin?: Maybe<RecycleBinImage>;
  /**
   * The resources, of any account, that name this image: launch templates (any of their versions), Systems Manager
   * parameters, Image Builder recipes. Limited viewers see those of their own accounts.
   */
  readonly references: ImageReferenceConnection;
  /** The Region that the image is in. */
  readonly region: Scalars['Region']['output'];
  /** The image and its copies that the same account owns, over all Regions, as one set (R1). */
  readonly regionalCopies: RegionalCopies;
  /** The device name of the root volume, such as `/dev/xvda`. */
  readonly rootDeviceName?: Maybe<Scalars['String']['output']>;
  /** What the root volume is on. */
  readonly rootDeviceType?: Maybe<RootDeviceType>;
  /** The image that this one was copied from (R1); null where there is none or the inventory has never seen it. */
  readonly sourceImage?: Maybe<Image>;
  /** The ID of the image that this one was copied from; it may be unknown to this inventory. */
  readonly sourceImageId?: Maybe<Scalars['ID']['output']>;
  /** The Region of the image that this one was copied from. */
  readonly sourceImageRegion?: Maybe<Scalars['Region']['output']>;
  /** The ID of the instance that this image was created from. */
  readonly sourceInstanceId?: Maybe<Scalars['ID']['output']>;
  /** `simple` where enhanced networking with the Intel 82599 Virtual Function interface is enabled. */
  readonly sriovNetSupport?: Maybe<Scalars['String']['output']>;
  /** Whether the image can be used (R5). Only AVAILABLE images can be launched. */
  readonly state: ImageState;
  /** AWS's reason for the state, where it gives one. */
  readonly stateReason?: Maybe<Scalars['String']['output']>;
  /**
   * The instance types that the image runs on, as its owner says, where `*` stands for any run of characters; AWS refuses
   * others. Null: the owner names none, or nobody told what it names.
   */
  readonly supportedInstanceTypes?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /**
   * The image's tags (R10), by account and key: those of its owner and those that other accounts set for themselves. AWS
   * allows 50 an account and image.
   */
  readonly tags: ReadonlyArray<ImageTag>;
  /** The version of the NitroTPM that instances have, such as `v2.0`; needs UEFI (R2). Null: none. */
  readonly tpmSupport?: Maybe<Scalars['String']['output']>;
  /** How far the organization trusts the image's owner (R3). Null where the owner is not known. */
  readonly trust?: Maybe<ImageTrust>;
  /** Why: which alias, membership or setting `trust` rests on, or what is missing for it. A text for people, not for programs. */
  readonly trustReason: Scalars['String']['output'];
  /**
   * The instance types that the image does not run on, as its owner says; AWS refuses them. Null: the owner names none, or
   * nobody told what it names.
   */
  readonly unsupportedInstanceTypes?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** AWS's billing code of a launch, such as `RunInstances:0010` (R16); what the bill's operation must agree with. */
  readonly usageOperation?: Maybe<Scalars['String']['output']>;
  /** How instances are virtualized. */
  readonly virtualizationType?: Maybe<VirtualizationType>;
  /** Who may launch the image besides its owner. */
  readonly visibility: ImageVisibility;
  /**
   * The image's watermarks (R19), by key; at most 5. Null where nobody told them: not read yet, or AWS tells instances no
   * more of the image than its ID.
   */
  readonly watermarks?: Maybe<ReadonlyArray<ImageWatermark>>;
};


/**
 * An Amazon Machine Image (AMI) in one Region (R1); its copy in another Region is another image. From EC2 DescribeImages,
 * or from DescribeInstanceImageMetadata where only instances still tell of it; `evidence` says which. Where a field is
 * null, AWS said nothing.
 */
export type ImageHistoryArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * An Amazon Machine Image (AMI) in one Region (R1); its copy in another Region is another image. From EC2 DescribeImages,
 * or from DescribeInstanceImageMetadata where only instances still tell of it; `evidence` says which. Where a field is
 * null, AWS said nothing.
 */
export type ImageInstancesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<InstanceFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<InstanceOrder>;
};


/**
 * An Amazon Machine Image (AMI) in one Region (R1); its copy in another Region is another image. From EC2 DescribeImages,
 * or from DescribeInstanceImageMetadata where only instances still tell of it; `evidence` says which. Where a field is
 * null, AWS said nothing.
 */
export type ImageLaunchPermissionsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * An Amazon Machine Image (AMI) in one Region (R1); its copy in another Region is another image. From EC2 DescribeImages,
 * or from DescribeInstanceImageMetadata where only instances still tell of it; `evidence` says which. Where a field is
 * null, AWS said nothing.
 */
export type ImageLaunchTemplateVersionsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<LaunchTemplateVersionFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<LaunchTemplateVersionOrder>;
};


/**
 * An Amazon Machine Image (AMI) in one Region (R1); its copy in another Region is another image. From EC2 DescribeImages,
 * or from DescribeInstanceImageMetadata where only instances still tell of it; `evidence` says which. Where a field is
 * null, AWS said nothing.
 */
export type ImageLaunchableByArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<AccountFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<AccountOrder>;
};


/**
 * An Amazon Machine Image (AMI) in one Region (R1); its copy in another Region is another image. From EC2 DescribeImages,
 * or from DescribeInstanceImageMetadata where only instances still tell of it; `evidence` says which. Where a field is
 * null, AWS said nothing.
 */
export type ImageLineageArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  depth?: Scalars['Int']['input'];
  direction: LineageDirection;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * An Amazon Machine Image (AMI) in one Region (R1); its copy in another Region is another image. From EC2 DescribeImages,
 * or from DescribeInstanceImageMetadata where only instances still tell of it; `evidence` says which. Where a field is
 * null, AWS said nothing.
 */
export type ImageMonthlyCostsArgs = {
  months: MonthRange;
};


/**
 * An Amazon Machine Image (AMI) in one Region (R1); its copy in another Region is another image. From EC2 DescribeImages,
 * or from DescribeInstanceImageMetadata where only instances still tell of it; `evidence` says which. Where a field is
 * null, AWS said nothing.
 */
export type ImageReferencesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ImageReferenceFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<ImageReferenceOrder>;
};


/**
 * An Amazon Machine Image (AMI) in one Region (R1); its copy in another Region is another image. From EC2 DescribeImages,
 * or from DescribeInstanceImageMetadata where only instances still tell of it; `evidence` says which. Where a field is
 * null, AWS said nothing.
 */
export type ImageTagsArgs = {
  setBy?: InputMaybe<Scalars['AccountId']['input']>;
};

/**
 * An image that another one was made from, directly or over others, from EC2 GetImageAncestry. Asked only where the inventory
 * does not have the source of an image, and once for good.
 */
export type ImageAncestor = {
  readonly __typename?: 'ImageAncestor';
  /** When the ancestor was created. */
  readonly creationDate?: Maybe<Scalars['DateTime']['output']>;
  /** 1 for what the image was made from, 2 for what that was made from, and so on. */
  readonly generation: Scalars['Int']['output'];
  /** The ancestor itself; null where the inventory does not hold it. */
  readonly image?: Maybe<Image>;
  /** AWS's ID of the ancestor. */
  readonly imageId: Scalars['ID']['output'];
  /** `amazon`, `aws-marketplace` or `aws-backup-vault`; null for owners without an alias, and where AWS says nothing (R3). */
  readonly ownerAlias?: Maybe<Scalars['String']['output']>;
  /** The Region that the ancestor is in; null where AWS doesn't say. */
  readonly region?: Maybe<Scalars['Region']['output']>;
};

/** A build of an image with EC2 Image Builder (R19), shown to viewers who see the account that built it. */
export type ImageBuild = {
  readonly __typename?: 'ImageBuild';
  /** The account that built it. */
  readonly account: Account;
  /** The ARN of the build version, `…:image/NAME/1.0.0/1`. */
  readonly arn: Scalars['String']['output'];
  /** Which build of that version it is, from 1. */
  readonly build: Scalars['Int']['output'];
  /** When it was made. */
  readonly createdAt?: Maybe<Scalars['DateTime']['output']>;
  /** The ARN of the configuration that says where it is to go. */
  readonly distributionConfigurationArn?: Maybe<Scalars['String']['output']>;
  /** The name of the Image Builder image, which its recipe gives. */
  readonly name: Scalars['String']['output'];
  /** What the recipe starts from: the ID of an image, an ARN of Image Builder, or an SSM parameter. */
  readonly parentImage?: Maybe<Scalars['String']['output']>;
  /** The pipeline that it was built by; null without one, and where it was not read or is gone. */
  readonly pipeline?: Maybe<ImagePipeline>;
  /** The ARN of that pipeline; null without one, and where it could not be asked for. */
  readonly pipelineArn?: Maybe<Scalars['String']['output']>;
  /** The name of that pipeline. */
  readonly pipelineName?: Maybe<Scalars['String']['output']>;
  /** `Linux`, `Windows` or `macOS`. */
  readonly platform?: Maybe<Scalars['String']['output']>;
  /** The ARN of the recipe that it was built from. */
  readonly recipeArn?: Maybe<Scalars['String']['output']>;
  /** The name of the recipe. */
  readonly recipeName?: Maybe<Scalars['String']['output']>;
  /** The version of the recipe. */
  readonly recipeVersion?: Maybe<Scalars['String']['output']>;
  /** The Region that it was built in; its images can be in others. */
  readonly region: Scalars['Region']['output'];
  /** How far it is. */
  readonly state: ImageBuildState;
  /** AWS's reason for the state. */
  readonly stateReason?: Maybe<Scalars['String']['output']>;
  /** The version of the image, such as `1.0.0`. */
  readonly version: Scalars['String']['output'];
};

/** How far a build of EC2 Image Builder is. */
export type ImageBuildState =
  /** It is done. */
  | 'AVAILABLE'
  /** The image is being built. */
  | 'BUILDING'
  /** Somebody stopped it. */
  | 'CANCELLED'
  /** It begins. */
  | 'CREATING'
  /** Its images were deleted. */
  | 'DELETED'
  /** It is not to be used any more. */
  | 'DEPRECATED'
  /** Its images were disabled. */
  | 'DISABLED'
  /** It is being copied to Regions and accounts. */
  | 'DISTRIBUTING'
  /** It failed. */
  | 'FAILED'
  /** What uses it is being told. */
  | 'INTEGRATING'
  /** One that AWS added since. */
  | 'OTHER'
  /** It waits. */
  | 'PENDING'
  /** It is being tested. */
  | 'TESTING';

/** A list of images. */
export type ImageConnection = {
  readonly __typename?: 'ImageConnection';
  /** How far the sources of this list could be read, narrowed by the filter's owners and Regions. */
  readonly coverage: Coverage;
  /** The images of this page, each with its cursor. */
  readonly edges: ReadonlyArray<ImageEdge>;
  /** The images of this page. */
  readonly nodes: ReadonlyArray<Image>;
  /** Where this page lies in the list. */
  readonly pageInfo: PageInfo;
  /** The number of images in the whole list; counted only when asked for. */
  readonly totalCount: Scalars['Int']['output'];
};

/**
 * What an image has to meet, all of it, for this criterion to allow it, within AWS's limits (EC2 ImageCriterionRequest). What is
 * left out or null allows any.
 */
export type ImageCriterionInput = {
  /**
   * Names, at most 50, of which one has to match as a whole, with case: `*` stands for any run of characters, `?` for exactly
   * one. 1 to 128 letters, digits, spaces and `( ) [ ] . / - ' @ _ * ?`, with `?` at least 3.
   */
  readonly imageNames?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /**
   * Whose images, at most 200: `amazon` (Amazon and verified providers), `aws-marketplace`, `aws-backup-vault`, account IDs; or
   * `none` alone, for nobody's but the account's own.
   */
  readonly imageProviders?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Conditions, at most 50, of which one watermark of the image has to meet one as a whole (R19). */
  readonly imageWatermarks?: InputMaybe<ReadonlyArray<ImageWatermarkConditionInput>>;
  /** Product codes, at most 50, of which the image has to have one (R14): 1 to 25 letters and digits. */
  readonly marketplaceProductCodes?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** The greatest age of the image, in days. */
  readonly maximumDaysSinceCreated?: InputMaybe<Scalars['Int']['input']>;
  /** How long the image may have been deprecated, in days (R4); 0 allows no deprecated images. */
  readonly maximumDaysSinceDeprecated?: InputMaybe<Scalars['Int']['input']>;
};

/** A place in a list of images. */
export type ImageEdge = {
  readonly __typename?: 'ImageEdge';
  /** Marks this place for `after` and `before`. */
  readonly cursor: Scalars['String']['output'];
  /** The image at this place. */
  readonly node: Image;
};

/** The call that an image's data come from, from the most to the least authoritative. */
export type ImageEvidence =
  /** The listing of an account that may launch it: DescribeImages with ExecutableUsers=self. */
  | 'CONSUMER'
  /** What the instances say: DescribeInstanceImageMetadata. */
  | 'INSTANCE'
  /** A look-up by ID, because the image is in use: DescribeImages with the filter image-id. */
  | 'LOOKUP'
  /** The owner's own listing: DescribeImages with Owners=self. */
  | 'OWNER';

/**
 * Which images to list. All conditions that are given must hold; null is the same as leaving it out. What is not known of
 * an image matches neither a condition nor its negation.
 */
export type ImageFilter = {
  /** Each of these holds. */
  readonly all?: InputMaybe<ReadonlyArray<ImageFilter>>;
  /** At least one of these holds. */
  readonly any?: InputMaybe<ReadonlyArray<ImageFilter>>;
  /** The processor architecture. */
  readonly architecture?: InputMaybe<ArchitectureFilter>;
  /**
   * Whether it is public without a deprecation date, or with one later than the two years after its creation that AWS allows
   * public images (R4).
   */
  readonly beyondPublicDeprecation?: InputMaybe<Scalars['Boolean']['input']>;
  /** The boot mode that the image asks for. */
  readonly bootMode?: InputMaybe<BootModeFilter>;
  /** When the image was created. */
  readonly creationDate?: InputMaybe<DateTimeFilter>;
  /** Whether the deprecation time has passed, as of now. */
  readonly deprecated?: InputMaybe<Scalars['Boolean']['input']>;
  /** When the image is or was deprecated; images without a date lie in no range. */
  readonly deprecationTime?: InputMaybe<DateTimeFilter>;
  /** Whether one of its volumes is encrypted. */
  readonly encrypted?: InputMaybe<Scalars['Boolean']['input']>;
  /** AWS's ID of the image. */
  readonly imageId?: InputMaybe<IdFilter>;
  /**
   * Whether a member account has an instance of it that is not terminated. False is as good as the coverage of the
   * instances.
   */
  readonly inUse?: InputMaybe<Scalars['Boolean']['input']>;
  /** When an instance was last launched from the image. */
  readonly lastLaunchedTime?: InputMaybe<DateTimeFilter>;
  /** The image's name. */
  readonly name?: InputMaybe<StringFilter>;
  /** This does not hold. */
  readonly not?: InputMaybe<ImageFilter>;
  /** The account that owns the image. */
  readonly owner?: InputMaybe<AccountIdFilter>;
  /** Whether the image has a product code, and so is paid for (R14). */
  readonly paid?: InputMaybe<Scalars['Boolean']['input']>;
  /** The family of operating systems. */
  readonly platform?: InputMaybe<PlatformFilter>;
  /** AWS's billing name of the platform. */
  readonly platformDetails?: InputMaybe<StringFilter>;
  /** One of the image's product codes. */
  readonly productCode?: InputMaybe<IdFilter>;
  /** When AWS deprecates it as a public image (R4); images that are not public are in no range. */
  readonly publicDeprecationTime?: InputMaybe<DateTimeFilter>;
  /** The image's Region. */
  readonly region?: InputMaybe<RegionFilter>;
  /** The image that it was copied from. */
  readonly sourceImageId?: InputMaybe<IdFilter>;
  /** Whether the image can be used. */
  readonly state?: InputMaybe<ImageStateFilter>;
  /** A tag of the image, whoever set it. */
  readonly tag?: InputMaybe<TagFilter>;
  /** How far the image's owner is trusted. */
  readonly trust?: InputMaybe<ImageTrustFilter>;
  /** AWS's billing code of a launch. */
  readonly usageOperation?: InputMaybe<StringFilter>;
  /** Who may launch the image besides its owner. */
  readonly visibility?: InputMaybe<ImageVisibilityFilter>;
  /** The key of one of the image's watermarks. */
  readonly watermark?: InputMaybe<StringFilter>;
};

/** The order of a list of images. */
export type ImageOrder = {
  /** The direction. */
  readonly direction?: OrderDirection;
  /** What to order by. */
  readonly field: ImageOrderField;
};

/** What images can be ordered by. */
export type ImageOrderField =
  /** When the image was created; one without a date counts as the oldest. */
  | 'CREATION_DATE'
  /** When the image is or was deprecated; one without a date counts as the last. */
  | 'DEPRECATION_TIME'
  /** AWS's ID of the image. */
  | 'IMAGE_ID'
  /** When an instance was last launched from it; one without a date counts as the oldest. */
  | 'LAST_LAUNCHED_TIME'
  /** The image's name, by code point; images without a name come first. */
  | 'NAME';

/** An image that another one was made from. */
export type ImageOrigin = {
  readonly __typename?: 'ImageOrigin';
  /** AWS's ID of the image. */
  readonly imageId: Scalars['ID']['output'];
  /** How the image before it in the chain came of it. */
  readonly madeBy: ImageOriginKind;
  /** The image's Region. */
  readonly region: Scalars['Region']['output'];
};

/** How an image comes of another one. */
export type ImageOriginKind =
  /** AWS says so (GetImageAncestry), not how. */
  | 'ANCESTRY'
  /** By copying it. */
  | 'COPY'
  /** It was made of an instance that ran it. */
  | 'INSTANCE';

/** A pipeline of EC2 Image Builder (R19), which builds images again and again; shown to viewers who see its account. */
export type ImagePipeline = {
  readonly __typename?: 'ImagePipeline';
  /** The account that the pipeline is in. */
  readonly account: Account;
  /** The ARN of the pipeline. */
  readonly arn: Scalars['String']['output'];
  /** The ARN of the recipe of container images; null where it builds AMIs. */
  readonly containerRecipeArn?: Maybe<Scalars['String']['output']>;
  /** When it was made. */
  readonly createdAt?: Maybe<Scalars['DateTime']['output']>;
  /** The description. */
  readonly description?: Maybe<Scalars['String']['output']>;
  /** The ARN of the configuration that says where its images go. */
  readonly distributionConfigurationArn?: Maybe<Scalars['String']['output']>;
  /** The ARN of the recipe that it builds from; null where it builds container images. */
  readonly imageRecipeArn?: Maybe<Scalars['String']['output']>;
  /** When it last ran. */
  readonly lastRunAt?: Maybe<Scalars['DateTime']['output']>;
  /** The name. */
  readonly name: Scalars['String']['output'];
  /** When it runs next. */
  readonly nextRunAt?: Maybe<Scalars['DateTime']['output']>;
  /** `Linux`, `Windows` or `macOS`. */
  readonly platform?: Maybe<Scalars['String']['output']>;
  /** The Region that it builds in. */
  readonly region: Scalars['Region']['output'];
  /** When it runs, `cron(…)` or `rate(…)`; null where it is started by hand. */
  readonly scheduleExpression?: Maybe<Scalars['String']['output']>;
  /** Whether it runs at each time, or only where something that it builds from is new. */
  readonly scheduleStartCondition?: Maybe<Scalars['String']['output']>;
  /** The time zone of the schedule. */
  readonly scheduleTimezone?: Maybe<Scalars['String']['output']>;
  /** Whether it runs by its schedule. */
  readonly status?: Maybe<ImagePipelineStatus>;
  /** When it was last changed. */
  readonly updatedAt?: Maybe<Scalars['DateTime']['output']>;
};

/** Whether a pipeline of EC2 Image Builder runs by its schedule. */
export type ImagePipelineStatus =
  /** It does not. */
  | 'DISABLED'
  /** It does. */
  | 'ENABLED'
  /** One that AWS added since. */
  | 'OTHER';

/**
 * A resource of an account that names an image, from EC2 DescribeImageReferences. Each account is asked about the images that
 * it owns, that others share with it, that it runs and that its launch templates launch; public images of others that it
 * does not use are not asked about. Instances are not among the references: see `Image.instances`.
 */
export type ImageReference = {
  readonly __typename?: 'ImageReference';
  /** The account that the resource belongs to. */
  readonly account: Account;
  /** The ARN of the resource. */
  readonly arn: Scalars['String']['output'];
  /** The image; null where the inventory does not hold it. */
  readonly image?: Maybe<Image>;
  /** AWS's ID of the image, `ami-…`. */
  readonly imageId: Scalars['ID']['output'];
  /** What kind of resource it is. */
  readonly kind: ImageReferenceKind;
  /** When the account was last asked successfully about all of its images in this Region (R20). */
  readonly observedAt?: Maybe<Scalars['DateTime']['output']>;
  /** The Region of the resource and the image. */
  readonly region: Scalars['Region']['output'];
};

/** A list of references. */
export type ImageReferenceConnection = {
  readonly __typename?: 'ImageReferenceConnection';
  /** How far the sources of this list could be read, narrowed by the filter. */
  readonly coverage: Coverage;
  /** The references of this page, each with its cursor. */
  readonly edges: ReadonlyArray<ImageReferenceEdge>;
  /** The references of this page. */
  readonly nodes: ReadonlyArray<ImageReference>;
  /** Where this page lies in the list. */
  readonly pageInfo: PageInfo;
  /** The number of references in the whole list; counted only when asked for. */
  readonly totalCount: Scalars['Int']['output'];
};

/** A place in a list of references. */
export type ImageReferenceEdge = {
  readonly __typename?: 'ImageReferenceEdge';
  /** Marks this place for `after` and `before`. */
  readonly cursor: Scalars['String']['output'];
  /** The reference at this place. */
  readonly node: ImageReference;
};

/**
 * Which references to list. All conditions that are given must hold; null is the same as leaving it out. What is not known of
 * a reference matches neither a condition nor its negation.
 */
export type ImageReferenceFilter = {
  /** The account that the resource belongs to. */
  readonly account?: InputMaybe<AccountIdFilter>;
  /** Each of these holds. */
  readonly all?: InputMaybe<ReadonlyArray<ImageReferenceFilter>>;
  /** At least one of these holds. */
  readonly any?: InputMaybe<ReadonlyArray<ImageReferenceFilter>>;
  /** AWS's ID of the image. */
  readonly imageId?: InputMaybe<IdFilter>;
  /** What kind of resource it is. */
  readonly kind?: InputMaybe<ImageReferenceKindFilter>;
  /** This does not hold. */
  readonly not?: InputMaybe<ImageReferenceFilter>;
  /** The Region. */
  readonly region?: InputMaybe<RegionFilter>;
};

/** A kind of resource that names images. */
export type ImageReferenceKind =
  /** An image recipe or container recipe of EC2 Image Builder. */
  | 'IMAGE_BUILDER_RECIPE'
  /** A launch template, by any of its versions. */
  | 'LAUNCH_TEMPLATE'
  /** A kind that AWS added since. */
  | 'OTHER'
  /** A Systems Manager parameter. */
  | 'SSM_PARAMETER';

/** Conditions on a kind of reference. All that are given must hold. */
export type ImageReferenceKindFilter = {
  /** Is this kind. */
  readonly eq?: InputMaybe<ImageReferenceKind>;
  /** Is one of these kinds; an empty list matches nothing. */
  readonly in?: InputMaybe<ReadonlyArray<ImageReferenceKind>>;
};

/** The order of a list of references. */
export type ImageReferenceOrder = {
  /** The direction. */
  readonly direction?: OrderDirection;
  /** What to order by. */
  readonly field: ImageReferenceOrderField;
};

/** What references can be ordered by. */
export type ImageReferenceOrderField =
  /** Account, Region, image, kind and ARN. */
  | 'REFERENCE';

/** An image of the lineage of another one. */
export type ImageRelative = {
  readonly __typename?: 'ImageRelative';
  /** Why the lineage ends with it; null where it goes on to an image of this list. */
  readonly end?: Maybe<LineageEnd>;
  /** 1 for what the image was made from, or was made from it, directly; 2 for the next one, and so on. */
  readonly generation: Scalars['Int']['output'];
  /** The image itself; null where the inventory does not hold it, or not for this viewer. */
  readonly image?: Maybe<Image>;
  /** AWS's ID of it, `ami-…`. */
  readonly imageId: Scalars['ID']['output'];
  /** How it is known that it belongs to the lineage: each call that tells of it, and of which nearer image. */
  readonly links: ReadonlyArray<LineageLink>;
  /** The Region that it is in; null where AWS doesn't say. */
  readonly region?: Maybe<Scalars['Region']['output']>;
};

/** A list of the images of a lineage. */
export type ImageRelativeConnection = {
  readonly __typename?: 'ImageRelativeConnection';
  /** How far the sources of this list could be read: a lineage may lead anywhere, so images of every account and Region. */
  readonly coverage: Coverage;
  /** The images of this page, each with its cursor. */
  readonly edges: ReadonlyArray<ImageRelativeEdge>;
  /** The images of this page. */
  readonly nodes: ReadonlyArray<ImageRelative>;
  /** Where this page lies in the list. */
  readonly pageInfo: PageInfo;
  /** The number of images in the whole list; counted only when asked for. */
  readonly totalCount: Scalars['Int']['output'];
};

/** A place in a list of the images of a lineage. */
export type ImageRelativeEdge = {
  readonly __typename?: 'ImageRelativeEdge';
  /** Marks this place for `after` and `before`. */
  readonly cursor: Scalars['String']['output'];
  /** The image at this place. */
  readonly node: ImageRelative;
};

/** The state of an image, from EC2 (R5). */
export type ImageState =
  /** Can be launched. */
  | 'AVAILABLE'
  /** Deregistered; instances still run on it, or it is in the Recycle Bin. */
  | 'DEREGISTERED'
  /** Disabled by its owner: launch permissions are gone and it cannot be launched until it is enabled again. */
  | 'DISABLED'
  /** AWS reports an error of the image. */
  | 'ERROR'
  /** Its creation failed. */
  | 'FAILED'
  /** Registration failed; AWS's own spelling of an older state. */
  | 'INVALID'
  /** A state that AWS added since. */
  | 'OTHER'
  /** Being created or copied. */
  | 'PENDING'
  /** Between two states. */
  | 'TRANSIENT';

/** Conditions on the state of an image. All that are given must hold. */
export type ImageStateFilter = {
  /** Is this state. */
  readonly eq?: InputMaybe<ImageState>;
  /** Is one of these states; an empty list matches nothing. */
  readonly in?: InputMaybe<ReadonlyArray<ImageState>>;
};

/** A tag of an image, labelled with the account that set it (R10). */
export type ImageTag = {
  readonly __typename?: 'ImageTag';
  /** The tag's key. */
  readonly key: Scalars['String']['output'];
  /** The account that set the tag and that alone can see it in AWS. */
  readonly setBy: Account;
  /** Whether that account is the image's owner. */
  readonly setByOwner: Scalars['Boolean']['output'];
  /** The tag's value; may be empty. */
  readonly value: Scalars['String']['output'];
};

/** How far an image's owner is trusted (R3), the first that applies. Names and descriptions play no part. */
export type ImageTrust =
  /** The owner is outside the organization and trusted by configuration. */
  | 'ALLOWLISTED'
  /** Amazon gave the owner the alias `amazon`. */
  | 'AMAZON'
  /** Amazon gave the owner the alias `aws-backup-vault`. */
  | 'AWS_BACKUP'
  /** Amazon gave the owner the alias `aws-marketplace`. */
  | 'AWS_MARKETPLACE'
  /** The owner is a member account of the organization. */
  | 'ORGANIZATION'
  /** The owner is known, and none of the above. */
  | 'UNTRUSTED';

/**
 * Conditions on the trust in an image's owner. All that are given must hold; an image whose owner is not known matches
 * none.
 */
export type ImageTrustFilter = {
  /** Is this trust. */
  readonly eq?: InputMaybe<ImageTrust>;
  /** Is one of these; an empty list matches nothing. */
  readonly in?: InputMaybe<ReadonlyArray<ImageTrust>>;
};

/** What an image holds. */
export type ImageType =
  /** A kernel of a paravirtual machine. */
  | 'KERNEL'
  /** A machine: what instances are launched from. */
  | 'MACHINE'
  /** A type that AWS added since. */
  | 'OTHER'
  /** A RAM disk of a paravirtual machine. */
  | 'RAMDISK';

/** An image with what proposed criteria say of it. */
export type ImageUnderCriteria = {
  readonly __typename?: 'ImageUnderCriteria';
  /** The number of accounts that run it or whose launch templates name it, and that have this verdict. */
  readonly accountCount: Scalars['Int']['output'];
  /** The image; null where nothing is known of it. */
  readonly image?: Maybe<Image>;
  /** AWS's ID of the image, `ami-…`. */
  readonly imageId: Scalars['ID']['output'];
  /** The number of their instances of it that are not terminated. */
  readonly instanceCount: Scalars['Int']['output'];
  /** The number of their latest and default versions of launch templates that name it. */
  readonly launchTemplateVersionCount: Scalars['Int']['output'];
  /** The image's Region. */
  readonly region: Scalars['Region']['output'];
  /** Whether the proposal allows it to those who are counted here. */
  readonly verdict: AllowedImagesVerdict;
};

/** A list of images under proposed criteria. */
export type ImageUnderCriteriaConnection = {
  readonly __typename?: 'ImageUnderCriteriaConnection';
  /** The images under proposed criteria of this page, each with its cursor. */
  readonly edges: ReadonlyArray<ImageUnderCriteriaEdge>;
  /** The images under proposed criteria of this page. */
  readonly nodes: ReadonlyArray<ImageUnderCriteria>;
  /** Where this page lies in the list. */
  readonly pageInfo: PageInfo;
  /** The number of images under proposed criteria in the whole list; counted only when asked for. */
  readonly totalCount: Scalars['Int']['output'];
};

/** A place in a list of images under proposed criteria. */
export type ImageUnderCriteriaEdge = {
  readonly __typename?: 'ImageUnderCriteriaEdge';
  /** Marks this place for `after` and `before`. */
  readonly cursor: Scalars['String']['output'];
  /** What is at this place. */
  readonly node: ImageUnderCriteria;
};

/** A report of which accounts use an image, from EC2 CreateImageUsageReport. AWS makes it on request, which takes hours. */
export type ImageUsageReport = {
  readonly __typename?: 'ImageUsageReport';
  /** Why the last report could not be asked for or made; null where nothing failed. */
  readonly error?: Maybe<SourceError>;
  /**
   * When the report was begun whose entries are among `uses`; it tells of the use until about a day earlier. Null: none could
   * be read yet.
   */
  readonly observedAt?: Maybe<Scalars['DateTime']['output']>;
  /** When the last report was begun: later than `observedAt` while AWS is still about it. Null: none was. */
  readonly requestedAt?: Maybe<Scalars['DateTime']['output']>;
};

/** What uses an image in one account. */
export type ImageUse = {
  readonly __typename?: 'ImageUse';
  /** The account that uses it: for DERIVED_IMAGE the owner of the other image. */
  readonly account: Account;
  /** How many there are. */
  readonly count: Scalars['Int']['output'];
  /**
   * Up to three of them, by ID or ARN; of OUTSIDE_ACCOUNT what kinds of resource they are: INSTANCE, LAUNCH_TEMPLATE,
   * IMAGE_RECIPE, CONTAINER_RECIPE or OTHER.
   */
  readonly examples: ReadonlyArray<Scalars['String']['output']>;
  /** The kind of use. */
  readonly kind: ImageUseKind;
  /**
   * When the source that tells of them was last read; of several the one that was read longest ago. For OUTSIDE_ACCOUNT when
   * the usage report was begun.
   */
  readonly observedAt?: Maybe<Scalars['DateTime']['output']>;
};

/** How an image is used. */
export type ImageUseKind =
  /** A copy of the image, or an image made from an instance of it. */
  | 'DERIVED_IMAGE'
  /** An EC2 Image Builder recipe. */
  | 'IMAGE_BUILDER_RECIPE'
  /** An instance that is not terminated. */
  | 'INSTANCE'
  /** A version of a launch template. */
  | 'LAUNCH_TEMPLATE'
  /** An account outside the organization, from a usage report. */
  | 'OUTSIDE_ACCOUNT'
  /** A Systems Manager parameter. */
  | 'SSM_PARAMETER';

/** What an image was between two changes. */
export type ImageVersion = {
  readonly __typename?: 'ImageVersion';
  /**
   * The changes that began this version; none where it is the first that was known, or where only who tells of the image
   * changed.
   */
  readonly changes: ReadonlyArray<Change>;
  /** The image as of `validFrom`. */
  readonly image?: Maybe<Image>;
  /** When the sync noted what began this version: the first moment at which it held. */
  readonly validFrom: Scalars['DateTime']['output'];
  /** When the next change was noted: the first moment at which it did not hold any more. Null for what holds now. */
  readonly validTo?: Maybe<Scalars['DateTime']['output']>;
};

/** A page of an image's versions. */
export type ImageVersionConnection = {
  readonly __typename?: 'ImageVersionConnection';
  /** The versions of this page, each with its cursor. */
  readonly edges: ReadonlyArray<ImageVersionEdge>;
  /** The versions of this page. */
  readonly nodes: ReadonlyArray<ImageVersion>;
  /** Where this page lies in the list. */
  readonly pageInfo: PageInfo;
  /** The number of versions in the whole list; counted only when asked for. */
  readonly totalCount: Scalars['Int']['output'];
};

/** A place in a list of versions. */
export type ImageVersionEdge = {
  readonly __typename?: 'ImageVersionEdge';
  /** Marks this place for `after` and `before`. */
  readonly cursor: Scalars['String']['output'];
  /** The version at this place. */
  readonly node: ImageVersion;
};

/** Who may launch an image besides its owner. */
export type ImageVisibility =
  /** Nobody: the launch permission list was read and is empty. */
  | 'PRIVATE'
  /** Everybody. */
  | 'PUBLIC'
  /**
   * Some accounts, organizational units or organizations; or an account of the organization sees another owner's image as
   * shared with it.
   */
  | 'SHARED'
  /** The launch permission list was never read, the image is not public, and no account was seen to share it. */
  | 'UNKNOWN';

/** Conditions on an image's visibility. All that are given must hold. */
export type ImageVisibilityFilter = {
  /** Is this visibility. */
  readonly eq?: InputMaybe<ImageVisibility>;
  /** Is one of these; an empty list matches nothing. */
  readonly in?: InputMaybe<ReadonlyArray<ImageVisibility>>;
};

/**
 * A mark that the owner of an image attached to it (R19), by EC2 AttachImageWatermark. Copies of the image, and images made
 * from its instances, carry it on, in every account and Region; a public image has none. Only the account that its key names
 * can have attached it.
 */
export type ImageWatermark = {
  readonly __typename?: 'ImageWatermark';
  /** The account that attached it, which its key names. */
  readonly account: Account;
  /** The image that it was attached to; null where the inventory does not hold it. */
  readonly sourceImage?: Maybe<Image>;
  /** When that image was created. */
  readonly sourceImageCreationTime?: Maybe<Scalars['DateTime']['output']>;
  /** The ID of the image that it was attached to: this one, or the one that this was made from, however many images ago. */
  readonly sourceImageId?: Maybe<Scalars['ID']['output']>;
  /** The Region of that image. */
  readonly sourceImageRegion?: Maybe<Scalars['Region']['output']>;
  /** When the mark was attached to that image. */
  readonly watermarkCreationTime?: Maybe<Scalars['DateTime']['output']>;
  /** Which mark it is: `ACCOUNT:NAME`, such as `111122223333:approved`. */
  readonly watermarkKey: Scalars['String']['output'];
};

/** What one watermark of an image has to meet, all of it. */
export type ImageWatermarkCondition = {
  readonly __typename?: 'ImageWatermarkCondition';
  /** The greatest age of that image, in days; null: any. */
  readonly maximumDaysSinceSourceImageCreated?: Maybe<Scalars['Int']['output']>;
  /** How long ago the watermark may have been attached, in days; null: any time. */
  readonly maximumDaysSinceWatermarkCreated?: Maybe<Scalars['Int']['output']>;
  /** The Region of the image that it was attached to, with the same wildcards; null: any. */
  readonly sourceImageRegion?: Maybe<Scalars['String']['output']>;
  /** The watermark's key, `ACCOUNT:NAME`, where `*` stands for any run of characters and `?` for exactly one; null: any. */
  readonly watermarkKey?: Maybe<Scalars['String']['output']>;
};

/**
 * What one watermark of an image has to meet, all of it, within AWS's limits (EC2 ImageWatermarkFilterRequest). What is left
 * out or null allows any.
 */
export type ImageWatermarkConditionInput = {
  /** The greatest age of that image, in days. */
  readonly maximumDaysSinceSourceImageCreated?: InputMaybe<Scalars['Int']['input']>;
  /** How long ago the watermark may have been attached, in days. */
  readonly maximumDaysSinceWatermarkCreated?: InputMaybe<Scalars['Int']['input']>;
  /** The Region of the image that it was attached to, with the same wildcards. */
  readonly sourceImageRegion?: InputMaybe<Scalars['String']['input']>;
  /**
   * The watermark's key, `ACCOUNT:NAME`, where `*` stands for any run of characters and `?` for exactly one; at most 141
   * characters.
   */
  readonly watermarkKey?: InputMaybe<Scalars['String']['input']>;
};

/** An EC2 instance of a member account, from EC2 DescribeInstances. A terminated one stays for about an hour, as in AWS. */
export type Instance = Node & {
  readonly __typename?: 'Instance';
  /** The account that the instance runs in and that is billed for it (R15). */
  readonly account: Account;
  /** The processor architecture. */
  readonly architecture?: Maybe<Architecture>;
  /** The Availability Zone, such as `eu-central-1a`. */
  readonly availabilityZone?: Maybe<Scalars['String']['output']>;
  /** The boot mode that the image asked for; null: none (R2). */
  readonly bootMode?: Maybe<BootMode>;
  /** How far the sources that speak of this instance could be read. */
  readonly coverage: Coverage;
  /** The boot mode that the instance really uses. */
  readonly currentBootMode?: Maybe<BootMode>;
  /** The global ID. */
  readonly id: Scalars['ID']['output'];
  /** That image, also where it is deregistered or private by now; null only where no call said anything about it. */
  readonly image?: Maybe<Image>;
  /**
   * Whether the Allowed AMIs settings of this account and Region allow the image (R13); null where AWS says nothing, as
   * when the settings are off.
   */
  readonly imageAllowed?: Maybe<Scalars['Boolean']['output']>;
  /** The ID of the image that the instance was launched from. */
  readonly imageId: Scalars['ID']['output'];
  /** AWS's ID of the instance, `i-…`. */
  readonly instanceId: Scalars['ID']['output'];
  /** The instance type, such as `m7g.large`. */
  readonly instanceType?: Maybe<Scalars['String']['output']>;
  /** When the instance was last started. */
  readonly launchTime?: Maybe<Scalars['DateTime']['output']>;
  /** How the instance was bought. */
  readonly lifecycle: InstanceLifecycle;
  /** When the account's instances in this Region were last listed successfully (R20). */
  readonly observedAt?: Maybe<Scalars['DateTime']['output']>;
  /** The family of operating systems, from AWS's `Platform`, `PlatformDetails` and architecture. */
  readonly platform?: Maybe<Platform>;
  /** AWS's billing name of the instance's platform (R16). */
  readonly platformDetails?: Maybe<Scalars['String']['output']>;
  /** The instance's product codes (R14), by code. */
  readonly productCodes: ReadonlyArray<ProductCode>;
  /** The instance's Region. */
  readonly region: Scalars['Region']['output'];
  /** Where in its life the instance is. */
  readonly state: InstanceState;
  /** The instance's tags, by key; AWS allows 50. */
  readonly tags: ReadonlyArray<Tag>;
  /**
   * How far the owner of the instance's image is trusted (R3), also where the image is gone. Null where the owner is not
   * known.
   */
  readonly trust?: Maybe<ImageTrust>;
  /** Why: which alias, membership or setting `trust` rests on, or what is missing for it. A text for people, not for programs. */
  readonly trustReason: Scalars['String']['output'];
  /** AWS's billing code of the instance (R16); where it differs from its image's, the bill follows this one. */
  readonly usageOperation?: Maybe<Scalars['String']['output']>;
};

/** A list of instances. */
export type InstanceConnection = {
  readonly __typename?: 'InstanceConnection';
  /** How far the sources of this list could be read, narrowed by the filter's accounts and Regions. */
  readonly coverage: Coverage;
  /** The instances of this page, each with its cursor. */
  readonly edges: ReadonlyArray<InstanceEdge>;
  /** The instances of this page. */
  readonly nodes: ReadonlyArray<Instance>;
  /** Where this page lies in the list. */
  readonly pageInfo: PageInfo;
  /** The number of instances in the whole list; counted only when asked for. */
  readonly totalCount: Scalars['Int']['output'];
};

/** A place in a list of instances. */
export type InstanceEdge = {
  readonly __typename?: 'InstanceEdge';
  /** Marks this place for `after` and `before`. */
  readonly cursor: Scalars['String']['output'];
  /** The instance at this place. */
  readonly node: Instance;
};

/**
 * Which instances to list. All conditions that are given must hold; null is the same as leaving it out. What is not known
 * of an instance matches neither a condition nor its negation.
 */
export type InstanceFilter = {
  /** The account that the instance runs in. */
  readonly account?: InputMaybe<AccountIdFilter>;
  /** Each of these holds. */
  readonly all?: InputMaybe<ReadonlyArray<InstanceFilter>>;
  /** At least one of these holds. */
  readonly any?: InputMaybe<ReadonlyArray<InstanceFilter>>;
  /** The image that the instance was launched from. */
  readonly image?: InputMaybe<InstanceImageFilter>;
  /** AWS's ID of the instance. */
  readonly instanceId?: InputMaybe<IdFilter>;
  /** The instance type; `like: "m7g.*"` for a family. */
  readonly instanceType?: InputMaybe<StringFilter>;
  /** When the instance was last started. */
  readonly launchTime?: InputMaybe<DateTimeFilter>;
  /** This does not hold. */
  readonly not?: InputMaybe<InstanceFilter>;
  /** One of the instance's product codes. */
  readonly productCode?: InputMaybe<IdFilter>;
  /** The instance's Region. */
  readonly region?: InputMaybe<RegionFilter>;
  /** Where in its life the instance is. */
  readonly state?: InputMaybe<InstanceStateFilter>;
  /** AWS's billing code of the instance. */
  readonly usageOperation?: InputMaybe<StringFilter>;
};

/**
 * Conditions on the image behind an instance. All that are given must hold. What is not known, of the image or because
 * nothing is known of the image at all, matches neither a condition nor its negation.
 */
export type InstanceImageFilter = {
  /** Each of these holds. */
  readonly all?: InputMaybe<ReadonlyArray<InstanceImageFilter>>;
  /** Whether the Allowed AMIs settings of the instance's account and Region allow the image (R13). */
  readonly allowed?: InputMaybe<Scalars['Boolean']['input']>;
  /** At least one of these holds. */
  readonly any?: InputMaybe<ReadonlyArray<InstanceImageFilter>>;
  /** When the image was created. */
  readonly creationDate?: InputMaybe<DateTimeFilter>;
  /** Whether the image's deprecation time has passed, as of now. */
  readonly deprecated?: InputMaybe<Scalars['Boolean']['input']>;
  /** When the image is or was deprecated. */
  readonly deprecationTime?: InputMaybe<DateTimeFilter>;
  /** AWS's ID of the image. */
  readonly imageId?: InputMaybe<IdFilter>;
  /** The image's name. */
  readonly name?: InputMaybe<StringFilter>;
  /** This does not hold. */
  readonly not?: InputMaybe<InstanceImageFilter>;
  /** The account that owns the image. */
  readonly owner?: InputMaybe<AccountIdFilter>;
  /** Whether the image can be used. */
  readonly state?: InputMaybe<ImageStateFilter>;
  /** A tag of the image, whoever set it. */
  readonly tag?: InputMaybe<TagFilter>;
  /** How far the image's owner is trusted. */
  readonly trust?: InputMaybe<ImageTrustFilter>;
  /** Who may launch the image besides its owner. */
  readonly visibility?: InputMaybe<ImageVisibilityFilter>;
};

/** How an instance was bought. */
export type InstanceLifecycle =
  /** From a Capacity Block. */
  | 'CAPACITY_BLOCK'
  /** From an interruptible Capacity Reservation. */
  | 'INTERRUPTIBLE_CAPACITY_RESERVATION'
  /** On demand; a reservation or Savings Plan may pay for it. */
  | 'ON_DEMAND'
  /** A way that AWS added since. */
  | 'OTHER'
  /** As a Scheduled Instance. */
  | 'SCHEDULED'
  /** As a Spot Instance. */
  | 'SPOT';

/** The order of a list of instances. */
export type InstanceOrder = {
  /** The direction. */
  readonly direction?: OrderDirection;
  /** What to order by. */
  readonly field: InstanceOrderField;
};

/** What instances can be ordered by. */
export type InstanceOrderField =
  /** AWS's ID of the instance. */
  | 'INSTANCE_ID'
  /** When the instance was last started; one without a time counts as the oldest. */
  | 'LAUNCH_TIME';

/** Where in its life an instance is, from EC2. */
export type InstanceState =
  /** A state that AWS added since. */
  | 'OTHER'
  /** Starting. */
  | 'PENDING'
  /** Running. */
  | 'RUNNING'
  /** On its way to TERMINATED. */
  | 'SHUTTING_DOWN'
  /** Stopped; can be started again. */
  | 'STOPPED'
  /** On its way to STOPPED. */
  | 'STOPPING'
  /** Gone; AWS still lists it for about an hour. */
  | 'TERMINATED';

/** Conditions on an instance's state. All that are given must hold. */
export type InstanceStateFilter = {
  /** Is this state. */
  readonly eq?: InputMaybe<InstanceState>;
  /** Is one of these states; an empty list matches nothing. */
  readonly in?: InputMaybe<ReadonlyArray<InstanceState>>;
};

/** An instance type as AWS offers it in a Region, from EC2 DescribeInstanceTypes: what images it can boot (R2). */
export type InstanceType = {
  readonly __typename?: 'InstanceType';
  /** Whether it is bare metal. */
  readonly bareMetal?: Maybe<Scalars['Boolean']['output']>;
  /** How far the Region's instance types could be read. */
  readonly coverage: Coverage;
  /** Whether it is of the current generation. */
  readonly currentGeneration?: Maybe<Scalars['Boolean']['output']>;
  /** The number of virtual CPUs. */
  readonly defaultVCpus?: Maybe<Scalars['Int']['output']>;
  /** Whether there is, or has to be, an Elastic Network Adapter. */
  readonly enaSupport?: Maybe<FeatureSupport>;
  /** The hypervisor; null for bare metal. */
  readonly hypervisor?: Maybe<InstanceTypeHypervisor>;
  /** The name, such as `m7i.large`. */
  readonly instanceType: Scalars['String']['output'];
  /** The memory in MiB. */
  readonly memoryMiB?: Maybe<Scalars['Int']['output']>;
  /** Whether there is a NitroTPM; it needs UEFI (R2). */
  readonly nitroTpmSupport?: Maybe<FeatureSupport>;
  /** The Region. */
  readonly region: Scalars['Region']['output'];
  /** The architectures that an image may have. */
  readonly supportedArchitectures: ReadonlyArray<Architecture>;
  /** The boot modes that an instance can start with (R2): `LEGACY_BIOS`, `UEFI` or both. */
  readonly supportedBootModes: ReadonlyArray<BootMode>;
  /** The root device types that an image may have. */
  readonly supportedRootDeviceTypes: ReadonlyArray<RootDeviceType>;
  /** How it can be bought. */
  readonly supportedUsageClasses: ReadonlyArray<UsageClass>;
  /** The virtualization types that an image may have. */
  readonly supportedVirtualizationTypes: ReadonlyArray<VirtualizationType>;
};

/** A list of instance types. */
export type InstanceTypeConnection = {
  readonly __typename?: 'InstanceTypeConnection';
  /** How far the sources of this list could be read, narrowed by the filter. */
  readonly coverage: Coverage;
  /** The instance types of this page, each with its cursor. */
  readonly edges: ReadonlyArray<InstanceTypeEdge>;
  /** The instance types of this page. */
  readonly nodes: ReadonlyArray<InstanceType>;
  /** Where this page lies in the list. */
  readonly pageInfo: PageInfo;
  /** The number of instance types in the whole list; counted only when asked for. */
  readonly totalCount: Scalars['Int']['output'];
};

/** A place in a list of instance types. */
export type InstanceTypeEdge = {
  readonly __typename?: 'InstanceTypeEdge';
  /** Marks this place for `after` and `before`. */
  readonly cursor: Scalars['String']['output'];
  /** The instance type at this place. */
  readonly node: InstanceType;
};

/**
 * Which instance types to list. All conditions that are given must hold; null is the same as leaving it out. What is not
 * known of an instance type matches neither a condition nor its negation.
 */
export type InstanceTypeFilter = {
  /** Each of these holds. */
  readonly all?: InputMaybe<ReadonlyArray<InstanceTypeFilter>>;
  /** At least one of these holds. */
  readonly any?: InputMaybe<ReadonlyArray<InstanceTypeFilter>>;
  /** Whether it is of the current generation. */
  readonly currentGeneration?: InputMaybe<Scalars['Boolean']['input']>;
  /** Its name. */
  readonly instanceType?: InputMaybe<StringFilter>;
  /** This does not hold. */
  readonly not?: InputMaybe<InstanceTypeFilter>;
  /** The Region. */
  readonly region?: InputMaybe<RegionFilter>;
  /** Supports this architecture, or one of these. */
  readonly supportedArchitecture?: InputMaybe<ArchitectureFilter>;
  /** Supports this boot mode, or one of these. */
  readonly supportedBootMode?: InputMaybe<SupportedBootModeFilter>;
};

/** What an instance type runs on. */
export type InstanceTypeHypervisor =
  /** AWS's Nitro hypervisor. */
  | 'NITRO'
  /** A hypervisor that AWS added since. */
  | 'OTHER'
  /** Xen: older instance types. */
  | 'XEN';

/** The order of a list of instance types. */
export type InstanceTypeOrder = {
  /** The direction. */
  readonly direction?: OrderDirection;
  /** What to order by. */
  readonly field: InstanceTypeOrderField;
};

/** What instance types can be ordered by. */
export type InstanceTypeOrderField =
  /** The name. */
  | 'INSTANCE_TYPE';

/** An instance with what proposed criteria say of its image. */
export type InstanceUnderCriteria = {
  readonly __typename?: 'InstanceUnderCriteria';
  /** The instance. */
  readonly instance: Instance;
  /** Whether the account's settings allow it today; ALLOWED where they are off or in audit mode. */
  readonly today: AllowedImagesVerdict;
  /** Whether the proposal allows its image. */
  readonly verdict: AllowedImagesVerdict;
};

/** A list of instances under proposed criteria. */
export type InstanceUnderCriteriaConnection = {
  readonly __typename?: 'InstanceUnderCriteriaConnection';
  /** The instances under proposed criteria of this page, each with its cursor. */
  readonly edges: ReadonlyArray<InstanceUnderCriteriaEdge>;
  /** The instances under proposed criteria of this page. */
  readonly nodes: ReadonlyArray<InstanceUnderCriteria>;
  /** Where this page lies in the list. */
  readonly pageInfo: PageInfo;
  /** The number of instances under proposed criteria in the whole list; counted only when asked for. */
  readonly totalCount: Scalars['Int']['output'];
};

/** A place in a list of instances under proposed criteria. */
export type InstanceUnderCriteriaEdge = {
  readonly __typename?: 'InstanceUnderCriteriaEdge';
  /** Marks this place for `after` and `before`. */
  readonly cursor: Scalars['String']['output'];
  /** What is at this place. */
  readonly node: InstanceUnderCriteria;
};

/** A grant of a KMS key, from KMS ListGrants. */
export type KmsGrant = {
  readonly __typename?: 'KmsGrant';
  /** The encryption contexts that it holds for, JSON as AWS has it; null where it holds for any. */
  readonly constraints?: Maybe<Scalars['String']['output']>;
  /** When it was made. */
  readonly creationDate?: Maybe<Scalars['DateTime']['output']>;
  /** The ID of the grant. */
  readonly grantId: Scalars['String']['output'];
  /** Who may use the key by it: the ARN of a principal, or the name of a service. */
  readonly granteePrincipal?: Maybe<Scalars['String']['output']>;
  /** Who issued it. */
  readonly issuingAccount?: Maybe<Scalars['String']['output']>;
  /** The name that it was given. */
  readonly name?: Maybe<Scalars['String']['output']>;
  /** What it allows, as AWS names it: `CreateGrant`, `Decrypt` and so on, in the order of the alphabet. */
  readonly operations: ReadonlyArray<Scalars['String']['output']>;
  /** Who besides the account may retire it. */
  readonly retiringPrincipal?: Maybe<Scalars['String']['output']>;
};

/**
 * A KMS key that encrypts an image which a member account shares, or a snapshot behind one (R9). Read in the key's own
 * account, and shown to viewers who see that account.
 */
export type KmsKey = {
  readonly __typename?: 'KmsKey';
  /** The account that the key is in; it need not own what the key encrypts. */
  readonly account: Account;
  /** The ARN of the key. */
  readonly arn: Scalars['String']['output'];
  /** The key's grants, by ID: what lets somebody use the key besides its policy. A key may have 50,000. */
  readonly grants: ReadonlyArray<KmsGrant>;
  /** Who manages the key; null where the key could not be described. */
  readonly manager?: Maybe<KmsKeyManager>;
  /** Whether it is a multi-Region key. */
  readonly multiRegion?: Maybe<Scalars['Boolean']['output']>;
  /**
   * The key policy, JSON as AWS has it. Null for keys that AWS manages, whose policy lets nobody else in, and where it could
   * not be read.
   */
  readonly policy?: Maybe<Scalars['String']['output']>;
  /**
   * When and how the key was last asked for what, by call: DescribeKey, GetKeyPolicy, ListGrants. The last two are not asked
   * of keys that AWS manages.
   */
  readonly reads: ReadonlyArray<KmsKeyRead>;
  /** The Region that the key is in. */
  readonly region: Scalars['Region']['output'];
  /** Whether the key can be used; null where the key could not be described. */
  readonly state?: Maybe<KmsKeyState>;
};


/**
 * A KMS key that encrypts an image which a member account shares, or a snapshot behind one (R9). Read in the key's own
 * account, and shown to viewers who see that account.
 */
export type KmsKeyGrantsArgs = {
  first?: Scalars['Int']['input'];
};

/** Who manages a KMS key. */
export type KmsKeyManager =
  /** AWS, for a service: what such a key encrypts cannot be shared (R9). */
  | 'AWS'
  /** The account, which can let others use the key. */
  | 'CUSTOMER'
  /** One that AWS added since. */
  | 'OTHER';

/** How asking for a part of a KMS key went. */
export type KmsKeyRead = {
  readonly __typename?: 'KmsKeyRead';
  /** When it was last tried. */
  readonly attemptedAt: Scalars['DateTime']['output'];
  /** The call of KMS: `DescribeKey`, `GetKeyPolicy` or `ListGrants`. */
  readonly call: Scalars['String']['output'];
  /** How the last attempt failed; null where it succeeded. */
  readonly error?: Maybe<SourceError>;
  /** When it was last answered; null where it never was. */
  readonly observedAt?: Maybe<Scalars['DateTime']['output']>;
};

/** Whether a KMS key can be used. Only an ENABLED key decrypts what it encrypted. */
export type KmsKeyState =
  /** AWS is still making it. */
  | 'CREATING'
  /** It was switched off, and can be switched on. */
  | 'DISABLED'
  /** It can be used. */
  | 'ENABLED'
  /** Its account has no such key (any more): what it encrypted cannot be read again. */
  | 'NOT_FOUND'
  /** One that AWS added since. */
  | 'OTHER'
  /** It will be deleted after a waiting period, and with it access to all that it encrypted. */
  | 'PENDING_DELETION'
  /** Its key material was not imported yet. */
  | 'PENDING_IMPORT'
  /** It will be deleted once its replica keys are. */
  | 'PENDING_REPLICA_DELETION'
  /** Its key store cannot be reached. */
  | 'UNAVAILABLE'
  /** Its primary Region is being changed. */
  | 'UPDATING';

/** Something that keeps a launch from working. */
export type LaunchBlocker = {
  readonly __typename?: 'LaunchBlocker';
  /** Whether it is so, or may be so because something is not known. */
  readonly certainty: Certainty;
  /** What it is. */
  readonly code: LaunchBlockerCode;
  /** What it is in this case, for people. */
  readonly message: Scalars['String']['output'];
  /** The age of the evidence; null where there is none. */
  readonly observedAt?: Maybe<Scalars['DateTime']['output']>;
  /** The rule that it follows from, such as `R9`: docs/rules.md has them. */
  readonly rule: Scalars['String']['output'];
};

/** What can keep a launch from working. */
export type LaunchBlockerCode =
  /** The account is not active. */
  | 'ACCOUNT_NOT_ACTIVE'
  /** The account's Allowed AMIs settings do not allow the image (R13). */
  | 'ALLOWED_IMAGES'
  /** The instance type has another architecture. */
  | 'ARCHITECTURE'
  /** A volume is encrypted with a key that AWS manages for another account (R9). */
  | 'AWS_MANAGED_KEY'
  /** The instance type does not boot the image's mode (R2). */
  | 'BOOT_MODE'
  /** The image is disabled (R4). */
  | 'IMAGE_DISABLED'
  /** The image is in another state than available (R5). */
  | 'IMAGE_NOT_AVAILABLE'
  /** The inventory has never seen the image. */
  | 'IMAGE_NOT_SEEN'
  /** The Region does not offer the instance type, or the type lacks what the image needs. */
  | 'INSTANCE_TYPE_UNSUPPORTED'
  /** Whether a volume's key lets the account launch with it is not known (R9). */
  | 'KEY_ACCESS_UNKNOWN'
  /** A volume's key does not let the account launch with it (R9). */
  | 'KEY_NOT_SHARED'
  /** No launch permission reaches the account (R6). */
  | 'NO_PERMISSION'
  /** The Region is not enabled in the account. */
  | 'REGION_NOT_ENABLED'
  /** The image is in another Region; it needs a copy here (R1). */
  | 'WRONG_REGION';

/** Whether an account can launch an image in a Region. */
export type LaunchCheck = {
  readonly __typename?: 'LaunchCheck';
  /** The account that would launch. */
  readonly account: Account;
  /** Everything that keeps the launch from working, or may. */
  readonly blockers: ReadonlyArray<LaunchBlocker>;
  /** How far the sources of this answer could be read. */
  readonly coverage: Coverage;
  /**
   * How the instance would boot (R2): LEGACY_BIOS or UEFI; null without an instance type, and where it is not known or
   * the type does not boot the image.
   */
  readonly effectiveBootMode?: Maybe<BootMode>;
  /** Every path on which the account may launch the image (R6). */
  readonly grants: ReadonlyArray<LaunchGrant>;
  /** The image in this Region, else in the Region where it is; null where the inventory has never seen it. */
  readonly image?: Maybe<Image>;
  /** The type it would launch on. */
  readonly instanceType?: Maybe<Scalars['String']['output']>;
  /** Where it would launch. */
  readonly region: Scalars['Region']['output'];
  /** NO where a blocker is certain, UNKNOWN where one is possible, YES where there is none. */
  readonly verdict: LaunchVerdict;
  /** What does not keep the launch from working, but is worth knowing before. */
  readonly warnings: ReadonlyArray<LaunchWarning>;
};

/** A launch to check. */
export type LaunchCheckInput = {
  /** The account that would launch. */
  readonly accountId: Scalars['AccountId']['input'];
  /** The image's ID as AWS has it. */
  readonly imageId: Scalars['ID']['input'];
  /** The type it would launch on; without one, nothing is said about types. */
  readonly instanceType?: InputMaybe<Scalars['String']['input']>;
  /** Where it would launch. */
  readonly region: Scalars['Region']['input'];
};

/** One path on which an account may launch an image (R6). */
export type LaunchGrant = {
  readonly __typename?: 'LaunchGrant';
  /**
   * Whom the permission names, as AWS has it: the owner's account ID for OWNER, an account ID for ACCOUNT, the ARN for
   * ORGANIZATIONAL_UNIT and ORGANIZATION, `all` for PUBLIC, the account's own ID for OBSERVED.
   */
  readonly grantee: Scalars['String']['output'];
  /** The kind of path. */
  readonly kind: LaunchGrantKind;
};

/** The kind of path on which an account may launch an image. */
export type LaunchGrantKind =
  /** The image is shared with the account itself. */
  | 'ACCOUNT'
  /**
   * The account sees the image as launchable itself, but the owner's list was never read: by which permission, only the
   * owner could say (R21).
   */
  | 'OBSERVED'
  /** The image is shared with the organization. */
  | 'ORGANIZATION'
  /** The image is shared with an organizational unit somewhere above the account. */
  | 'ORGANIZATIONAL_UNIT'
  /** The account owns the image. */
  | 'OWNER'
  /** The image is public. */
  | 'PUBLIC';

/** An entry of an image's launch permission list (R6), from EC2 DescribeImageAttribute with the attribute launchPermission. */
export type LaunchPermission = {
  readonly __typename?: 'LaunchPermission';
  /** The account that an ACCOUNT entry names, in the organization or not; null for the other kinds. */
  readonly account?: Maybe<Account>;
  /** When the sync first saw the entry. */
  readonly firstSeenAt: Scalars['DateTime']['output'];
  /** The grantee as AWS has it: an account ID, the ARN of an organization or organizational unit, or `all`. */
  readonly grantee: Scalars['String']['output'];
  /** Whom the entry names. */
  readonly kind: LaunchPermissionKind;
  /** When the list was last read. */
  readonly observedAt?: Maybe<Scalars['DateTime']['output']>;
  /** The unit that an ORGANIZATIONAL_UNIT entry names; null for the other kinds, and where the organization has no such unit. */
  readonly organizationalUnit?: Maybe<OrganizationalUnit>;
  /** What became of the grantee, as of the last sync (R12). */
  readonly status: LaunchPermissionStatus;
};

/** Whom an entry of a launch permission list names. */
export type LaunchPermissionKind =
  /** One account. */
  | 'ACCOUNT'
  /** Every account of an organization. */
  | 'ORGANIZATION'
  /** Every account below an organizational unit, at any depth, also those that join later. */
  | 'ORGANIZATIONAL_UNIT'
  /** Everybody. */
  | 'PUBLIC';

/** What became of the grantee of a launch permission (R12). */
export type LaunchPermissionStatus =
  /** A member account that is not ACTIVE: suspended, being closed, closed, or not activated yet. */
  | 'ACCOUNT_CLOSED'
  /** An ACTIVE member account, a unit of the organization, the organization itself, or everybody. */
  | 'ACTIVE'
  /** A unit that the organization does not have (any more). */
  | 'NOT_FOUND'
  /** An account, unit or organization that is not ours. */
  | 'OUTSIDE_ORGANIZATION';

/** How reading an image's launch permission list went. */
export type LaunchPermissionsRead = {
  readonly __typename?: 'LaunchPermissionsRead';
  /** When reading it was last tried. */
  readonly attemptedAt: Scalars['DateTime']['output'];
  /** How the last attempt failed; null where it succeeded. */
  readonly error?: Maybe<SourceError>;
  /** When the list was last read; null where that never succeeded. */
  readonly observedAt?: Maybe<Scalars['DateTime']['output']>;
};

/**
 * The latest or the default version of a launch template, from EC2 DescribeLaunchTemplateVersions. Older versions that name
 * an image are among the references of that image.
 */
export type LaunchTemplateVersion = {
  readonly __typename?: 'LaunchTemplateVersion';
  /** The account that the launch template belongs to. */
  readonly account: Account;
  /** When the version was made. */
  readonly createTime?: Maybe<Scalars['DateTime']['output']>;
  /** The ARN of who made it. */
  readonly createdBy?: Maybe<Scalars['String']['output']>;
  /** The description of the version. */
  readonly description?: Maybe<Scalars['String']['output']>;
  /** The image that it launches; null as well where the inventory does not hold the image. */
  readonly image?: Maybe<Image>;
  /**
   * The image that it launches: named by ID, or what its parameter stood for when it was read. Null where the image is
   * named by whoever launches, and where the parameter could not be resolved.
   */
  readonly imageId?: Maybe<Scalars['ID']['output']>;
  /** The Systems Manager parameter that it names instead of an image, `resolve:ssm:…`. */
  readonly imageParameter?: Maybe<Scalars['String']['output']>;
  /** The instance type, such as `m7i.large`; null where it is left to whoever launches. */
  readonly instanceType?: Maybe<Scalars['String']['output']>;
  /** Whether this version is launched where none is named. */
  readonly isDefault: Scalars['Boolean']['output'];
  /** Whether it is the latest version. */
  readonly isLatest: Scalars['Boolean']['output'];
  /** AWS's ID of the launch template, `lt-…`. */
  readonly launchTemplateId: Scalars['ID']['output'];
  /** The name of the launch template. */
  readonly launchTemplateName?: Maybe<Scalars['String']['output']>;
  /** When the account's launch templates in this Region were last read successfully (R20). */
  readonly observedAt?: Maybe<Scalars['DateTime']['output']>;
  /** The Region that it is in. */
  readonly region: Scalars['Region']['output'];
  /** The number of the version, from 1 on. */
  readonly versionNumber: Scalars['Int']['output'];
};

/** A list of versions of launch templates. */
export type LaunchTemplateVersionConnection = {
  readonly __typename?: 'LaunchTemplateVersionConnection';
  /** How far the sources of this list could be read, narrowed by the filter. */
  readonly coverage: Coverage;
  /** The versions of launch templates of this page, each with its cursor. */
  readonly edges: ReadonlyArray<LaunchTemplateVersionEdge>;
  /** The versions of launch templates of this page. */
  readonly nodes: ReadonlyArray<LaunchTemplateVersion>;
  /** Where this page lies in the list. */
  readonly pageInfo: PageInfo;
  /** The number of versions of launch templates in the whole list; counted only when asked for. */
  readonly totalCount: Scalars['Int']['output'];
};

/** A place in a list of versions of launch templates. */
export type LaunchTemplateVersionEdge = {
  readonly __typename?: 'LaunchTemplateVersionEdge';
  /** Marks this place for `after` and `before`. */
  readonly cursor: Scalars['String']['output'];
  /** The version at this place. */
  readonly node: LaunchTemplateVersion;
};

/**
 * Which versions of launch templates to list. All conditions that are given must hold; null is the same as leaving it out. What is not known of
 * a version matches neither a condition nor its negation.
 */
export type LaunchTemplateVersionFilter = {
  /** The account that the launch template belongs to. */
  readonly account?: InputMaybe<AccountIdFilter>;
  /** Each of these holds. */
  readonly all?: InputMaybe<ReadonlyArray<LaunchTemplateVersionFilter>>;
  /** At least one of these holds. */
  readonly any?: InputMaybe<ReadonlyArray<LaunchTemplateVersionFilter>>;
  /** The image that it launches. */
  readonly imageId?: InputMaybe<IdOrUnsetFilter>;
  /** The instance type. */
  readonly instanceType?: InputMaybe<StringFilter>;
  /** Whether it is the default version. */
  readonly isDefault?: InputMaybe<Scalars['Boolean']['input']>;
  /** Whether it is the latest version. */
  readonly isLatest?: InputMaybe<Scalars['Boolean']['input']>;
  /** AWS's ID of the launch template. */
  readonly launchTemplateId?: InputMaybe<IdFilter>;
  /** The name of the launch template. */
  readonly launchTemplateName?: InputMaybe<StringFilter>;
  /** This does not hold. */
  readonly not?: InputMaybe<LaunchTemplateVersionFilter>;
  /** The Region. */
  readonly region?: InputMaybe<RegionFilter>;
};

/** The order of a list of versions of launch templates. */
export type LaunchTemplateVersionOrder = {
  /** The direction. */
  readonly direction?: OrderDirection;
  /** What to order by. */
  readonly field: LaunchTemplateVersionOrderField;
};

/** What versions of launch templates can be ordered by. */
export type LaunchTemplateVersionOrderField =
  /** Account, Region, launch template and version. */
  | 'LAUNCH_TEMPLATE';

/** A version of a launch template with what proposed criteria say of the image that it names. */
export type LaunchTemplateVersionUnderCriteria = {
  readonly __typename?: 'LaunchTemplateVersionUnderCriteria';
  /** The version. */
  readonly launchTemplateVersion: LaunchTemplateVersion;
  /** Whether the account's settings allow it today; ALLOWED where they are off or in audit mode. */
  readonly today: AllowedImagesVerdict;
  /** Whether the proposal allows its image. */
  readonly verdict: AllowedImagesVerdict;
};

/** A list of versions of launch templates under proposed criteria. */
export type LaunchTemplateVersionUnderCriteriaConnection = {
  readonly __typename?: 'LaunchTemplateVersionUnderCriteriaConnection';
  /** The versions of launch templates under proposed criteria of this page, each with its cursor. */
  readonly edges: ReadonlyArray<LaunchTemplateVersionUnderCriteriaEdge>;
  /** The versions of launch templates under proposed criteria of this page. */
  readonly nodes: ReadonlyArray<LaunchTemplateVersionUnderCriteria>;
  /** Where this page lies in the list. */
  readonly pageInfo: PageInfo;
  /** The number of versions of launch templates under proposed criteria in the whole list; counted only when asked for. */
  readonly totalCount: Scalars['Int']['output'];
};

/** A place in a list of versions of launch templates under proposed criteria. */
export type LaunchTemplateVersionUnderCriteriaEdge = {
  readonly __typename?: 'LaunchTemplateVersionUnderCriteriaEdge';
  /** Marks this place for `after` and `before`. */
  readonly cursor: Scalars['String']['output'];
  /** What is at this place. */
  readonly node: LaunchTemplateVersionUnderCriteria;
};

/** The verdict on a launch. */
export type LaunchVerdict =
  /** At least one blocker is certain. */
  | 'NO'
  /** Something that decides it is not known; the blockers say what. */
  | 'UNKNOWN'
  /**
   * Nothing that amigraph knows of keeps it from working. The account's own IAM policies, its quotas and EC2's capacity are
   * not looked at.
   */
  | 'YES';

/** Something that is worth knowing before a launch. */
export type LaunchWarning = {
  readonly __typename?: 'LaunchWarning';
  /** Whether it is so, or may be so because something is not known. */
  readonly certainty: Certainty;
  /** What it is. */
  readonly code: LaunchWarningCode;
  /** What it is in this case, for people. */
  readonly message: Scalars['String']['output'];
  /** The age of the evidence; null where there is none. */
  readonly observedAt?: Maybe<Scalars['DateTime']['output']>;
  /** The rule that it follows from, such as `R14`: docs/rules.md has them. */
  readonly rule: Scalars['String']['output'];
};

/** What is worth knowing before a launch. */
export type LaunchWarningCode =
  /** The account's Allowed AMIs settings, in audit mode, do not allow the image (R13). */
  | 'ALLOWED_IMAGES_AUDIT'
  /** The image is deprecated; it still launches by its ID (R4). */
  | 'DEPRECATED'
  /** The image carries a product code: its software is billed to whoever launches it (R14). */
  | 'PAID_SOFTWARE'
  /** The image prefers UEFI, the instance type boots it in legacy BIOS: without Secure Boot and NitroTPM (R2). */
  | 'UEFI_FEATURES_LOST'
  /** Neither Amazon, nor the organization, nor the configuration vouches for the owner (R3). */
  | 'UNTRUSTED_OWNER';

/** An image that an account may launch, and why. */
export type LaunchableImage = {
  readonly __typename?: 'LaunchableImage';
  /**
   * Whether the account may also copy it (R7): YES where it may read the storage of every volume, and use its key; UNKNOWN
   * where either is not known.
   */
  readonly copyable: LaunchVerdict;
  /** Every path that leads there, in the order of the kinds, then by grantee. */
  readonly grants: ReadonlyArray<LaunchGrant>;
  /** The image. */
  readonly image: Image;
};

/** A list of images that an account may launch. */
export type LaunchableImageConnection = {
  readonly __typename?: 'LaunchableImageConnection';
  /**
   * How far the sources of this list could be read: the organization, the images and launch permissions of every owner in
   * it, and what the account itself sees, narrowed by the Region.
   */
  readonly coverage: Coverage;
  /** The images of this page, each with its cursor. */
  readonly edges: ReadonlyArray<LaunchableImageEdge>;
  /** The images of this page. */
  readonly nodes: ReadonlyArray<LaunchableImage>;
  /** Where this page lies in the list. */
  readonly pageInfo: PageInfo;
  /** The number of images in the whole list; counted only when asked for. */
  readonly totalCount: Scalars['Int']['output'];
};

/** A place in a list of images that an account may launch. */
export type LaunchableImageEdge = {
  readonly __typename?: 'LaunchableImageEdge';
  /** Marks this place for `after` and `before`. */
  readonly cursor: Scalars['String']['output'];
  /** The image at this place. */
  readonly node: LaunchableImage;
};

/** An account that may launch an image, and why. */
export type LaunchingAccount = {
  readonly __typename?: 'LaunchingAccount';
  /** The account. */
  readonly account: Account;
  /**
   * Whether the account may also copy it (R7): YES where it may read the storage of every volume, and use its key; UNKNOWN
   * where either is not known.
   */
  readonly copyable: LaunchVerdict;
  /** Every path that leads there, in the order of the kinds, then by grantee. */
  readonly grants: ReadonlyArray<LaunchGrant>;
};

/** A list of accounts that may launch an image. */
export type LaunchingAccountConnection = {
  readonly __typename?: 'LaunchingAccountConnection';
  /** How far the sources of this list could be read: the organization, and the image's launch permissions. */
  readonly coverage: Coverage;
  /** The accounts of this page, each with its cursor. */
  readonly edges: ReadonlyArray<LaunchingAccountEdge>;
  /** The accounts of this page. */
  readonly nodes: ReadonlyArray<LaunchingAccount>;
  /** Where this page lies in the list. */
  readonly pageInfo: PageInfo;
  /** The number of accounts in the whole list; counted only when asked for. */
  readonly totalCount: Scalars['Int']['output'];
};

/** A place in a list of accounts that may launch an image. */
export type LaunchingAccountEdge = {
  readonly __typename?: 'LaunchingAccountEdge';
  /** Marks this place for `after` and `before`. */
  readonly cursor: Scalars['String']['output'];
  /** The account at this place. */
  readonly node: LaunchingAccount;
};

/** Which way a lineage is followed. */
export type LineageDirection =
  /** To what an image was made from, what that was made from, and so on. */
  | 'ANCESTORS'
  /** To what was made from an image, what was made from those, and so on. */
  | 'DESCENDANTS';

/** Why a lineage ends with an image. */
export type LineageEnd =
  /** It goes on, deeper than asked for. */
  | 'DEPTH'
  /**
   * The inventory holds the image and nothing is known beyond it: AWS names nothing that it was made from, or nothing that is
   * known was made from it.
   */
  | 'NOTHING_FURTHER'
  /** The inventory does not hold the image, or not for this viewer, and no other one tells what lies beyond it. */
  | 'OUTSIDE_INVENTORY';

/** What tells that an image was made from another. */
export type LineageLink = {
  readonly __typename?: 'LineageLink';
  /**
   * The account in which the call was made that tells it; null where a viewer that is limited to some accounts may not know
   * it.
   */
  readonly account?: Maybe<Account>;
  /** The ARN of the build; only of IMAGE_BUILDER. */
  readonly buildArn?: Maybe<Scalars['String']['output']>;
  /** AWS's ID of the nearer image: one of the lineage, or the one whose lineage it is. */
  readonly imageId: Scalars['ID']['output'];
  /** The instance from which the newer image was made; only of SOURCE_INSTANCE. */
  readonly instanceId?: Maybe<Scalars['ID']['output']>;
  /** How it is known. */
  readonly kind: LineageLinkKind;
  /** When that call last succeeded (R20). */
  readonly observedAt?: Maybe<Scalars['DateTime']['output']>;
  /** The Region of the nearer image; null where AWS doesn't say. */
  readonly region?: Maybe<Scalars['Region']['output']>;
  /**
   * What the newer image is of the older one. Null where that is not told: AWS names the source of copies and of images made
   * from an instance alike, and only the owner knows which.
   */
  readonly relationship?: Maybe<LineageRelationship>;
};

/** How it is known that an image was made from another. */
export type LineageLinkKind =
  /** By EC2 GetImageAncestry, which also tells of images that the inventory does not hold. */
  | 'ANCESTRY'
  /**
   * By a build of EC2 Image Builder whose recipe starts from the older image (R19). Recipes that start from a version in
   * general (`x.x.x`), a parameter or a product don't say which image that was.
   */
  | 'IMAGE_BUILDER'
  /** By `SourceImageId` and `SourceImageRegion` of the newer image (R1), from EC2 DescribeImages. */
  | 'SOURCE_IMAGE'
  /** By the instance that the newer image was made from, which ran the older one. */
  | 'SOURCE_INSTANCE';

/** What a newer image is of an older one. */
export type LineageRelationship =
  /** A copy of it, in the same Region or another. */
  | 'COPY'
  /** Made from an instance of it, by whatever was changed there. */
  | 'DERIVED';

/** An amount of money. Exact: amounts are added up as decimals, never as floating point numbers (R18). */
export type Money = {
  readonly __typename?: 'Money';
  /** The amount, in units of the currency. */
  readonly amount: Scalars['Decimal']['output'];
  /** The currency by its ISO 4217 code, such as `USD`. */
  readonly currency: Scalars['String']['output'];
};

/** Whole months, both ends included; at most 36 of them (`BAD_USER_INPUT` beyond). */
export type MonthRange = {
  /** The first month. */
  readonly from: Scalars['YearMonth']['input'];
  /** The last month. */
  readonly to: Scalars['YearMonth']['input'];
};

/**
 * What instances cost in one month, in the currency of the bill. Software and infrastructure stay apart: AWS Marketplace
 * charges for the one, EC2 for the other.
 */
export type MonthlyCost = {
  readonly __typename?: 'MonthlyCost';
  /** The unblended charge for EC2 usage. */
  readonly infrastructureCost: Money;
  /** Hours that instances ran, as billed. */
  readonly instanceHours: Scalars['Decimal']['output'];
  /** The billing month, in UTC. */
  readonly month: Scalars['YearMonth']['output'];
  /** The unblended charge for AWS Marketplace software. */
  readonly softwareCost: Money;
};

/** What can be changed: nothing of the inventory itself, which is AWS's. */
export type Mutation = {
  readonly __typename?: 'Mutation';
  /**
   * Asks for sources to be read again from AWS, before all scheduled work. Returns at once: `syncJob` follows it. Needs the
   * role `sync`. What is not known as a source of the account is a `BAD_USER_INPUT` error.
   */
  readonly requestSync: SyncJob;
};


/** What can be changed: nothing of the inventory itself, which is AWS's. */
export type MutationRequestSyncArgs = {
  accountId: Scalars['AccountId']['input'];
  kinds?: InputMaybe<ReadonlyArray<SourceKind>>;
  region?: InputMaybe<Scalars['Region']['input']>;
};

/** An object that `Query.node` finds again by its global ID. */
export type Node = {
  /** The global ID: unique over all types and unchanged over the object's life. Its form is not part of the contract. */
  readonly id: Scalars['ID']['output'];
};

/** Why a Region is enabled in an account, as EC2 DescribeRegions says it. */
export type OptInStatus =
  /** Enabled because the account opted in. */
  | 'OPTED_IN'
  /** Enabled in every account. */
  | 'OPT_IN_NOT_REQUIRED'
  /** A reason that AWS added since. */
  | 'OTHER';

/** The direction in which a list is ordered. */
export type OrderDirection =
  /** From the lowest to the highest value: oldest date first, names by code point. */
  | 'ASC'
  /** From the highest to the lowest value: newest date first. */
  | 'DESC';

/** The AWS Organization, from Organizations DescribeOrganization. */
export type Organization = Node & {
  readonly __typename?: 'Organization';
  /** The ARN of the organization: the grantee of a launch permission for the whole organization (R6). */
  readonly arn: Scalars['String']['output'];
  /** How far the sources of the organization, its units and its accounts could be read. */
  readonly coverage: Coverage;
  /** `ALL`, or `CONSOLIDATED_BILLING` where only the bills are shared. */
  readonly featureSet?: Maybe<OrganizationFeatureSet>;
  /** The global ID. */
  readonly id: Scalars['ID']['output'];
  /** The account that owns the organization and pays its bill. */
  readonly managementAccount: Account;
  /** AWS's ID of the organization, `o-…`. */
  readonly organizationId: Scalars['ID']['output'];
  /** The top of the tree of organizational units; null where the tree could not be read. */
  readonly root?: Maybe<OrganizationalUnit>;
};

/** What an AWS Organization manages. */
export type OrganizationFeatureSet =
  /** All features: policies and organization-wide sharing. */
  | 'ALL'
  /** Only consolidated billing; launch permissions for the organization or its units are not available. */
  | 'CONSOLIDATED_BILLING'
  /** A set that AWS added since. */
  | 'OTHER';

/**
 * An organizational unit (OU), or the root above all of them, from Organizations ListRoots and
 * ListOrganizationalUnitsForParent.
 */
export type OrganizationalUnit = Node & {
  readonly __typename?: 'OrganizationalUnit';
  /** The member accounts in this unit, ordered by account ID unless `orderBy` says otherwise. */
  readonly accounts: AccountConnection;
  /** The ARN of the unit: the grantee of a launch permission for every account below it (R6). */
  readonly arn: Scalars['String']['output'];
  /** The units directly below this one, ordered by path unless `orderBy` says otherwise. */
  readonly children: OrganizationalUnitConnection;
  /** How far the sources of the organization, its units and its accounts could be read. */
  readonly coverage: Coverage;
  /** The global ID. */
  readonly id: Scalars['ID']['output'];
  /** Whether this is the root of the tree. */
  readonly isRoot: Scalars['Boolean']['output'];
  /** The unit's own name. */
  readonly name: Scalars['String']['output'];
  /** AWS's ID of the unit, `ou-…`, or of the root, `r-…`. */
  readonly organizationalUnitId: Scalars['ID']['output'];
  /** The unit that this one is directly in; null for the root. */
  readonly parent?: Maybe<OrganizationalUnit>;
  /** Names from the root down, joined by `/`, such as `Root/Workloads/Production`. */
  readonly path: Scalars['String']['output'];
};


/**
 * An organizational unit (OU), or the root above all of them, from Organizations ListRoots and
 * ListOrganizationalUnitsForParent.
 */
export type OrganizationalUnitAccountsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  descendants?: Scalars['Boolean']['input'];
  filter?: InputMaybe<AccountFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<AccountOrder>;
};


/**
 * An organizational unit (OU), or the root above all of them, from Organizations ListRoots and
 * ListOrganizationalUnitsForParent.
 */
export type OrganizationalUnitChildrenArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<OrganizationalUnitFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<OrganizationalUnitOrder>;
};

/** How far a golden family is adopted in an organizational unit. */
export type OrganizationalUnitAdoption = {
  readonly __typename?: 'OrganizationalUnitAdoption';
  /** Instances on no golden image, of whatever family. */
  readonly notGolden: Scalars['Int']['output'];
  /** Instances on the current release. */
  readonly onCurrent: Scalars['Int']['output'];
  /** Instances on older releases. */
  readonly onOlder: Scalars['Int']['output'];
  /** The unit, or the root. */
  readonly organizationalUnit: OrganizationalUnit;
};

/** How far a golden family was adopted in an organizational unit at a moment. */
export type OrganizationalUnitAdoptionPoint = {
  readonly __typename?: 'OrganizationalUnitAdoptionPoint';
  /** Whether all of it had been read by then (R20). */
  readonly complete: Scalars['Boolean']['output'];
  /** Instances that were on no golden image, of whatever family; null: nothing was known. */
  readonly notGolden?: Maybe<Scalars['Int']['output']>;
  /** Instances on what was the current release then; null: nothing was known. */
  readonly onCurrent?: Maybe<Scalars['Int']['output']>;
  /** Instances on what was an older release then; null: nothing was known. */
  readonly onOlder?: Maybe<Scalars['Int']['output']>;
  /** The unit, as it is now; null where it is gone, or not the viewer's to see. */
  readonly organizationalUnit?: Maybe<OrganizationalUnit>;
  /** The ID of the unit, or of the root. */
  readonly organizationalUnitId: Scalars['ID']['output'];
};

/** A list of organizational units. */
export type OrganizationalUnitConnection = {
  readonly __typename?: 'OrganizationalUnitConnection';
  /** How far the sources of this list could be read. */
  readonly coverage: Coverage;
  /** The units of this page, each with its cursor. */
  readonly edges: ReadonlyArray<OrganizationalUnitEdge>;
  /** The units of this page. */
  readonly nodes: ReadonlyArray<OrganizationalUnit>;
  /** Where this page lies in the list. */
  readonly pageInfo: PageInfo;
  /** The number of units in the whole list; counted only when asked for. */
  readonly totalCount: Scalars['Int']['output'];
};

/** A place in a list of organizational units. */
export type OrganizationalUnitEdge = {
  readonly __typename?: 'OrganizationalUnitEdge';
  /** Marks this place for `after` and `before`. */
  readonly cursor: Scalars['String']['output'];
  /** The unit at this place. */
  readonly node: OrganizationalUnit;
};

/** Which organizational units to list. All conditions that are given must hold; null is the same as leaving it out. */
export type OrganizationalUnitFilter = {
  /** Each of these holds. */
  readonly all?: InputMaybe<ReadonlyArray<OrganizationalUnitFilter>>;
  /** At least one of these holds. */
  readonly any?: InputMaybe<ReadonlyArray<OrganizationalUnitFilter>>;
  /** The unit's own name. */
  readonly name?: InputMaybe<StringFilter>;
  /** This does not hold. */
  readonly not?: InputMaybe<OrganizationalUnitFilter>;
  /** AWS's ID of the unit. */
  readonly organizationalUnitId?: InputMaybe<IdFilter>;
  /** Names from the root down, joined by `/`. */
  readonly path?: InputMaybe<StringFilter>;
};

/** A place in the tree of organizational units. */
export type OrganizationalUnitMembershipFilter = {
  /** Whether accounts in units below those count too, at any depth. */
  readonly descendants?: Scalars['Boolean']['input'];
  /** The IDs of units (`ou-…`) or of the root (`r-…`): the account is in one of them. */
  readonly in: ReadonlyArray<Scalars['ID']['input']>;
};

/** The order of a list of organizational units. */
export type OrganizationalUnitOrder = {
  /** The direction. */
  readonly direction?: OrderDirection;
  /** What to order by. */
  readonly field: OrganizationalUnitOrderField;
};

/** What organizational units can be ordered by. */
export type OrganizationalUnitOrderField =
  /** AWS's ID of the unit. */
  | 'ORGANIZATIONAL_UNIT_ID'
  /** Names from the root down: a unit comes before those below it. */
  | 'PATH';

/**
 * Where a page lies in its list. A list is read forward with `first` and `after`, backward with `last` and `before`; either
 * way the nodes of a page keep the list's order.
 */
export type PageInfo = {
  readonly __typename?: 'PageInfo';
  /** The cursor of the page's last node, for `after`; null on an empty page. */
  readonly endCursor?: Maybe<Scalars['String']['output']>;
  /** Whether nodes follow this page. */
  readonly hasNextPage: Scalars['Boolean']['output'];
  /** Whether nodes come before this page. */
  readonly hasPreviousPage: Scalars['Boolean']['output'];
  /** The cursor of the page's first node, for `before`; null on an empty page. */
  readonly startCursor?: Maybe<Scalars['String']['output']>;
};

/** Paid software by its product code. */
export type PaidProduct = {
  readonly __typename?: 'PaidProduct';
  /** The accounts that own an image or launched an instance that carries the code, or that are charged for it, by ID. */
  readonly accounts: PaidProductAccountConnection;
  /**
   * What it costs, added up by whatever `groupBy` names, and by currency; at most 1,000 of them. Infrastructure is EC2 usage of
   * the instances that carry the code.
   */
  readonly costs: ReadonlyArray<Cost>;
  /** The first launch that was seen of an image that has the code from what it was made from (R14); null where none was. */
  readonly firstDerivedLaunch?: Maybe<DerivedLaunch>;
  /** The images that carry the code, by Region and ID. */
  readonly images: PaidProductImageConnection;
  /** The instances that carry the code, latest launch first unless `orderBy` says otherwise. */
  readonly instances: InstanceConnection;
  /** Who sells the product. */
  readonly kind: ProductCodeKind;
  /** The code as AWS has it. */
  readonly productCode: Scalars['ID']['output'];
  /** The Regions where an image or instance carries the code, or where it is charged for, by name. At most as many as AWS has. */
  readonly regions: ReadonlyArray<PaidProductRegion>;
  /** What the product is called, from the first of `titles`; null where nothing names it. */
  readonly title?: Maybe<Scalars['String']['output']>;
  /**
   * What the product is called, and who says so: first the configuration, then the bills, the seller's own images, images that
   * were made from those.
   */
  readonly titles: ReadonlyArray<ProductTitle>;
  /**
   * The software charges of these months; null where there are none, or where they are in several currencies: `costs` has
   * those.
   */
  readonly totalSoftwareCost?: Maybe<Money>;
  /** Whether it is used and charged for, within the months that were asked for. */
  readonly use: PaidProductUse;
};


/** Paid software by its product code. */
export type PaidProductAccountsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  months?: InputMaybe<MonthRange>;
  orderBy?: InputMaybe<PaidProductAccountOrder>;
};


/** Paid software by its product code. */
export type PaidProductCostsArgs = {
  groupBy?: ReadonlyArray<CostGroup>;
  months: MonthRange;
};


/** Paid software by its product code. */
export type PaidProductImagesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<PaidProductImageOrder>;
};


/** Paid software by its product code. */
export type PaidProductInstancesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<InstanceFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<InstanceOrder>;
};


/** Paid software by its product code. */
export type PaidProductRegionsArgs = {
  months?: InputMaybe<MonthRange>;
};


/** Paid software by its product code. */
export type PaidProductTotalSoftwareCostArgs = {
  months: MonthRange;
};

/** An account that uses a product or is charged for it. */
export type PaidProductAccount = {
  readonly __typename?: 'PaidProductAccount';
  /** The account. */
  readonly account: Account;
  /** Whether the account uses it and is charged for it. */
  readonly use: PaidProductUse;
};

/** A list of accounts of a product. */
export type PaidProductAccountConnection = {
  readonly __typename?: 'PaidProductAccountConnection';
  /** How far the bills, the images and the instances could be read. */
  readonly coverage: Coverage;
  /** The accounts of this page, each with its cursor. */
  readonly edges: ReadonlyArray<PaidProductAccountEdge>;
  /** The accounts of this page. */
  readonly nodes: ReadonlyArray<PaidProductAccount>;
  /** Where this page lies in the list. */
  readonly pageInfo: PageInfo;
  /** The number of accounts in the whole list; counted only when asked for. */
  readonly totalCount: Scalars['Int']['output'];
};

/** A place in a list of accounts of a product. */
export type PaidProductAccountEdge = {
  readonly __typename?: 'PaidProductAccountEdge';
  /** Marks this place for `after` and `before`. */
  readonly cursor: Scalars['String']['output'];
  /** The account at this place. */
  readonly node: PaidProductAccount;
};

/** The order of a list of accounts of a product. */
export type PaidProductAccountOrder = {
  /** The direction. */
  readonly direction?: OrderDirection;
  /** What to order by. */
  readonly field: PaidProductAccountOrderField;
};

/** What accounts of a product can be ordered by. */
export type PaidProductAccountOrderField =
  /** The account's ID. */
  | 'ACCOUNT_ID';

/** A list of products. */
export type PaidProductConnection = {
  readonly __typename?: 'PaidProductConnection';
  /** How far the bills, the images and the instances could be read. */
  readonly coverage: Coverage;
  /** The products of this page, each with its cursor. */
  readonly edges: ReadonlyArray<PaidProductEdge>;
  /** The products of this page. */
  readonly nodes: ReadonlyArray<PaidProduct>;
  /** Where this page lies in the list. */
  readonly pageInfo: PageInfo;
  /** The number of products in the whole list; counted only when asked for. */
  readonly totalCount: Scalars['Int']['output'];
};

/** A place in a list of products. */
export type PaidProductEdge = {
  readonly __typename?: 'PaidProductEdge';
  /** Marks this place for `after` and `before`. */
  readonly cursor: Scalars['String']['output'];
  /** The product at this place. */
  readonly node: PaidProduct;
};

/** Which products to list. All conditions that are given must hold; null is the same as leaving it out. */
export type PaidProductFilter = {
  /** Each of these holds. */
  readonly all?: InputMaybe<ReadonlyArray<PaidProductFilter>>;
  /** At least one of these holds. */
  readonly any?: InputMaybe<ReadonlyArray<PaidProductFilter>>;
  /** Who sells the product. */
  readonly kind?: InputMaybe<ProductCodeKindFilter>;
  /** This does not hold. */
  readonly not?: InputMaybe<PaidProductFilter>;
  /** The code. */
  readonly productCode?: InputMaybe<IdFilter>;
  /** Whether it is used and charged for. */
  readonly use?: InputMaybe<PaidProductUseFilter>;
};

/** An image that carries a product's code. */
export type PaidProductImage = {
  readonly __typename?: 'PaidProductImage';
  /** The first account that was seen to launch it; null where none was. */
  readonly firstLaunchedBy?: Maybe<Account>;
  /** The image. */
  readonly image?: Maybe<Image>;
  /** AWS's ID of the image. */
  readonly imageId: Scalars['ID']['output'];
  /** Whether the code came with what the image was made from (R14): the AWS Marketplace does not own it. */
  readonly inherited: Scalars['Boolean']['output'];
  /**
   * The images that it was made from, by ID and Region, nearest first, as far as AWS and the inventory tell: the chain that the
   * code came by.
   */
  readonly madeFrom: ReadonlyArray<ImageOrigin>;
  /** The account that owns the image; null where no call named it. */
  readonly owner?: Maybe<Account>;
  /** The image's Region. */
  readonly region: Scalars['Region']['output'];
};

/** A list of images of a product. */
export type PaidProductImageConnection = {
  readonly __typename?: 'PaidProductImageConnection';
  /** How far the sources of this list could be read. */
  readonly coverage: Coverage;
  /** The images of a product of this page, each with its cursor. */
  readonly edges: ReadonlyArray<PaidProductImageEdge>;
  /** The images of a product of this page. */
  readonly nodes: ReadonlyArray<PaidProductImage>;
  /** Where this page lies in the list. */
  readonly pageInfo: PageInfo;
  /** The number of images of a product in the whole list; counted only when asked for. */
  readonly totalCount: Scalars['Int']['output'];
};

/** A place in a list of images of a product. */
export type PaidProductImageEdge = {
  readonly __typename?: 'PaidProductImageEdge';
  /** Marks this place for `after` and `before`. */
  readonly cursor: Scalars['String']['output'];
  /** The image at this place. */
  readonly node: PaidProductImage;
};

/** The order of a list of images of a product. */
export type PaidProductImageOrder = {
  /** The direction. */
  readonly direction?: OrderDirection;
  /** What to order by. */
  readonly field: PaidProductImageOrderField;
};

/** What images of a product can be ordered by. */
export type PaidProductImageOrderField =
  /** Region and ID. */
  | 'IMAGE_ID';

/** The order of a list of products. */
export type PaidProductOrder = {
  /** The direction. */
  readonly direction?: OrderDirection;
  /** What to order by. */
  readonly field: PaidProductOrderField;
};

/** What products can be ordered by. */
export type PaidProductOrderField =
  /** The code. */
  | 'PRODUCT_CODE'
  /** The software charges of the months. Amounts of several currencies are added as numbers. */
  | 'SOFTWARE_COST';

/** A Region where a product is used or charged for. */
export type PaidProductRegion = {
  readonly __typename?: 'PaidProductRegion';
  /** The Region. */
  readonly region: Scalars['Region']['output'];
  /** Whether it is used and charged for there. */
  readonly use: PaidProductUse;
};

/** Whether a product is used and charged for. */
export type PaidProductUse =
  /** There are charges, and no instance that carried the code was ever seen. */
  | 'CHARGED_NOT_SEEN'
  /** Only images carry the code. */
  | 'NOT_USED'
  /** An instance carried the code, and there are charges. */
  | 'USED_AND_CHARGED'
  /**
   * An instance carried the code, and no charge is visible: the software may be free, billed by contract, or billed to an
   * account whose bills are not read.
   */
  | 'USED_NOT_CHARGED';

/** Conditions on whether a product is used and charged for. All that are given must hold. */
export type PaidProductUseFilter = {
  /** Is this one. */
  readonly eq?: InputMaybe<PaidProductUse>;
  /** Is one of these; an empty list matches nothing. */
  readonly in?: InputMaybe<ReadonlyArray<PaidProductUse>>;
};

/** A family of operating systems. */
export type Platform =
  /** Linux, and every other UNIX. */
  | 'LINUX'
  /** macOS, by its architecture: AWS bills it as Linux/UNIX. */
  | 'MACOS'
  /** Windows. */
  | 'WINDOWS';

/** Conditions on a platform. All that are given must hold. */
export type PlatformFilter = {
  /** Is this platform. */
  readonly eq?: InputMaybe<Platform>;
  /** Is one of these platforms; an empty list matches nothing. */
  readonly in?: InputMaybe<ReadonlyArray<Platform>>;
};

/** A product code: what marks an image or instance as paid software (R14). Images made from a paid one keep its code. */
export type ProductCode = Node & {
  readonly __typename?: 'ProductCode';
  /** How far the sources of images and instances could be read. */
  readonly coverage: Coverage;
  /** The global ID. */
  readonly id: Scalars['ID']['output'];
  /** The images that carry the code, newest first unless `orderBy` says otherwise. */
  readonly images: ImageConnection;
  /** The instances that carry the code, latest launch first unless `orderBy` says otherwise. */
  readonly instances: InstanceConnection;
  /** Who sells the product. */
  readonly kind: ProductCodeKind;
  /** The code as AWS has it. */
  readonly productCode: Scalars['ID']['output'];
};


/** A product code: what marks an image or instance as paid software (R14). Images made from a paid one keep its code. */
export type ProductCodeImagesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ImageFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<ImageOrder>;
};


/** A product code: what marks an image or instance as paid software (R14). Images made from a paid one keep its code. */
export type ProductCodeInstancesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<InstanceFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<InstanceOrder>;
};

/** A list of product codes. */
export type ProductCodeConnection = {
  readonly __typename?: 'ProductCodeConnection';
  /** How far the sources of this list could be read. */
  readonly coverage: Coverage;
  /** The codes of this page, each with its cursor. */
  readonly edges: ReadonlyArray<ProductCodeEdge>;
  /** The codes of this page. */
  readonly nodes: ReadonlyArray<ProductCode>;
  /** Where this page lies in the list. */
  readonly pageInfo: PageInfo;
  /** The number of codes in the whole list; counted only when asked for. */
  readonly totalCount: Scalars['Int']['output'];
};

/** A place in a list of product codes. */
export type ProductCodeEdge = {
  readonly __typename?: 'ProductCodeEdge';
  /** Marks this place for `after` and `before`. */
  readonly cursor: Scalars['String']['output'];
  /** The code at this place. */
  readonly node: ProductCode;
};

/** Which product codes to list. All conditions that are given must hold; null is the same as leaving it out. */
export type ProductCodeFilter = {
  /** Each of these holds. */
  readonly all?: InputMaybe<ReadonlyArray<ProductCodeFilter>>;
  /** At least one of these holds. */
  readonly any?: InputMaybe<ReadonlyArray<ProductCodeFilter>>;
  /** Who sells the product. */
  readonly kind?: InputMaybe<ProductCodeKindFilter>;
  /** This does not hold. */
  readonly not?: InputMaybe<ProductCodeFilter>;
  /** The code. */
  readonly productCode?: InputMaybe<IdFilter>;
};

/** Who sells a product. */
export type ProductCodeKind =
  /** Amazon DevPay, the predecessor of AWS Marketplace. */
  | 'DEVPAY'
  /** AWS Marketplace. */
  | 'MARKETPLACE'
  /** A kind that AWS added since. */
  | 'OTHER';

/** Conditions on the kind of a product code. All that are given must hold. */
export type ProductCodeKindFilter = {
  /** Is this kind. */
  readonly eq?: InputMaybe<ProductCodeKind>;
  /** Is one of these kinds; an empty list matches nothing. */
  readonly in?: InputMaybe<ReadonlyArray<ProductCodeKind>>;
};

/** The order of a list of product codes. */
export type ProductCodeOrder = {
  /** The direction. */
  readonly direction?: OrderDirection;
  /** What to order by. */
  readonly field: ProductCodeOrderField;
};

/** What product codes can be ordered by. */
export type ProductCodeOrderField =
  /** The code. */
  | 'PRODUCT_CODE';

/** What a product is called. */
export type ProductTitle = {
  readonly __typename?: 'ProductTitle';
  /** Who says so. */
  readonly source: ProductTitleSource;
  /** The name. */
  readonly title: Scalars['String']['output'];
};

/** Who names a product. */
export type ProductTitleSource =
  /** A bill. */
  | 'BILL'
  /** The configuration (`AMIGRAPH_PRODUCT_TITLES`). */
  | 'CONFIGURATION'
  /** The name of an image of another owner that carries the code: what that owner calls it. */
  | 'DERIVED_IMAGE'
  /** The name of an image that the AWS Marketplace owns. */
  | 'IMAGE';

/** What keeps an image from becoming public. */
export type PublicBlocker = {
  readonly __typename?: 'PublicBlocker';
  /** Whether it is so, or may be so because something is not known. */
  readonly certainty: Certainty;
  /** What it is. */
  readonly code: PublicBlockerCode;
  /** What it is in this case, for people. */
  readonly message: Scalars['String']['output'];
};

/** What can keep an image from becoming public. */
export type PublicBlockerCode =
  /** The owner blocks public access for images in the Region. */
  | 'BLOCK_PUBLIC_ACCESS'
  /** A volume, or the snapshot behind one, is encrypted. */
  | 'ENCRYPTED'
  /** The image is not available, so its permissions cannot be changed. */
  | 'NOT_AVAILABLE'
  /** The image carries a product code. */
  | 'PRODUCT_CODE'
  /** The image carries a watermark. */
  | 'WATERMARK';

/**
 * Whether an image could be made public: never with encrypted volumes, product codes or watermarks, nor while its account
 * blocks public access in the Region (R8).
 */
export type PublicEligibility = {
  readonly __typename?: 'PublicEligibility';
  /** Everything that keeps it from becoming public, or may. */
  readonly blockers: ReadonlyArray<PublicBlocker>;
  /** False with a certain blocker; null with a possible one: what decides it is not known. */
  readonly eligible?: Maybe<Scalars['Boolean']['output']>;
};

/**
 * Everything that can be asked: the AMI inventory of one AWS Organization over all its accounts and Regions. Answers come
 * from what the last sync stored; AWS itself is never called for a query. Each answer can be asked for its `coverage`.
 */
export type Query = {
  readonly __typename?: 'Query';
  /**
   * One AWS account. Also an account outside the organization, where an image or a launch permission names it; null where
   * nothing does.
   */
  readonly account?: Maybe<Account>;
  /**
   * The member accounts of the organization, its management account included, ordered by account ID unless `orderBy` says
   * otherwise.
   */
  readonly accounts: AccountConnection;
  /**
   * What would happen if these criteria were the Allowed AMIs settings (R13) of some accounts and Regions, and took effect: what
   * they would allow and not of all that runs or is named by launch templates there, and how that differs from today. Judged
   * by what the inventory knows, as of now; nothing is changed in AWS. What AWS would refuse is a `BAD_USER_INPUT` error.
   * Running instances go on in any case; what breaks is launching more of them.
   */
  readonly allowedImagesWhatIf: AllowedImagesWhatIf;
  /**
   * Does the bill add up (R18)? For each payer, account, month and currency what the bill holds, what of it was attributed to
   * images, and what was not and why. Attributed and unattributed are the whole bill, exactly.
   */
  readonly billingReconciliation: BillReconciliationConnection;
  /**
   * Each month of each bill export: what was loaded, when, from where, and how the last attempt went. The latest month first
   * unless `orderBy` says otherwise.
   */
  readonly bills: BillConnection;
  /**
   * What changed, oldest first: a feed to read from page to page. A time is when the sync noted the change; it may have
   * happened at any time since the source was last read. What a source shows when it is read for the first time is no
   * change.
   */
  readonly changes: ChangeConnection;
  /**
   * What instances and images cost, added up by whatever `groupBy` names, and by currency. What could not be attributed to an
   * image is part of it, without an image. Costs grow with the number of costs within the months.
   */
  readonly costs: CostConnection;
  /**
   * How reading each source went (R20): one entry for each account, Region and kind of fact, also for those that failed or
   * were never read. Ordered by account, Region and kind.
   */
  readonly coverage: SourceCoverageConnection;
  /**
   * Messages of the event queue that no change could be made of; the newest 1,000 are kept. Only viewers of the whole
   * organization see any. What they named is read with everything else by the next sync.
   */
  readonly deadLetters: DeadLetterConnection;
  /**
   * What the storage of images that are safe to deregister (R5, question 6) was billed: images whose verdict is `SAFE`, with the
   * charges for snapshots that no other image uses. A figure with its evidence, not advice. The most expensive first unless
   * `orderBy` says otherwise. Images that no loaded bill charges for are not among them: `Deregistration.snapshotStorageCost`
   * of those is null. To a limited viewer no image is safe, because it does not see every account.
   */
  readonly deregistrationSavings: DeregistrationSavingConnection;
  /**
   * The queue that change events come from, as it was last read; null where no events are followed. Only viewers of the whole
   * organization see it.
   */
  readonly eventQueue?: Maybe<EventQueue>;
  /** What the organization shares publicly or outside itself, and grants that lead to nobody (R12, question 5). */
  readonly exposures: ExposureConnection;
  /**
   * How far golden images (R19) were adopted at some moments, as the sync noted it: instances that were not terminated then,
   * each on what was the current or an older release of its family then. Families are those that are configured now, and what
   * Image Builder had made by then. Counts leave out what had not been read yet, and say so.
   */
  readonly goldenAdoptionHistory: ReadonlyArray<GoldenAdoptionHistory>;
  /** Instances behind the current release of their golden family (R19): those that are behind for longest first. */
  readonly goldenDrift: GoldenDriftConnection;
  /** Golden images (R19): families of approved images, their releases, and how far each is adopted (question 10). */
  readonly goldenImages: GoldenImageConnection;
  /** One Amazon Machine Image (AMI). Null where the inventory has never seen it; a malformed ID is a `BAD_USER_INPUT` error. */
  readonly image?: Maybe<Image>;
  /** The resources of the accounts that name an image, by account, Region, image, kind and ARN. */
  readonly imageReferences: ImageReferenceConnection;
  /** Every image that a member account owns, may launch or runs; newest first unless `orderBy` says otherwise. */
  readonly images: ImageConnection;
  /** One EC2 instance of a member account; null where the inventory does not hold it. */
  readonly instance?: Maybe<Instance>;
  /** One instance type as AWS offers it in a Region; null where the inventory does not hold it. */
  readonly instanceType?: Maybe<InstanceType>;
  /** The instance types that AWS offers in the Regions in use, by name and Region. */
  readonly instanceTypes: InstanceTypeConnection;
  /** The instances of all member accounts, latest launch first unless `orderBy` says otherwise. */
  readonly instances: InstanceConnection;
  /**
   * Whether an account can launch an image in a Region, on an instance type: every blocker, not only the first. Null where
   * the inventory has never seen the image, in any Region.
   */
  readonly launchCheck?: Maybe<LaunchCheck>;
  /**
   * Many launch checks at once, in their order; at most 1,000 (`INVALID_PAGE_SIZE` beyond). One of an image that the
   * inventory has never seen is UNKNOWN.
   */
  readonly launchChecks: ReadonlyArray<LaunchCheck>;
  /** The latest and the default version of each launch template of the accounts, by account, Region, template and version. */
  readonly launchTemplateVersions: LaunchTemplateVersionConnection;
  /**
   * The object with this global ID, or null where the inventory holds none. An ID that is not well-formed is a
   * `BAD_USER_INPUT` error.
   */
  readonly node?: Maybe<Node>;
  /** The objects with these global IDs, in the same order; null at the place of each that the inventory does not hold. */
  readonly nodes: ReadonlyArray<Maybe<Node>>;
  /** The AWS Organization that this inventory covers; null until its first successful sync. */
  readonly organization?: Maybe<Organization>;
  /** One organizational unit, or the root; null where the organization has none with this ID. */
  readonly organizationalUnit?: Maybe<OrganizationalUnit>;
  /** The root and every organizational unit below it, ordered by path unless `orderBy` says otherwise. */
  readonly organizationalUnits: OrganizationalUnitConnection;
  /**
   * Every product that an image or instance carries, or that a bill charges for (R14): where it is used, who is billed and how
   * much. Ordered by code unless `orderBy` says otherwise.
   */
  readonly paidProducts: PaidProductConnection;
  /** One product code; null where no image and no instance carries it. */
  readonly productCode?: Maybe<ProductCode>;
  /**
   * Every product code that an image or instance carries (R14), ordered by code. Costs grow with the number of images and
   * instances that carry one.
   */
  readonly productCodes: ProductCodeConnection;
  /**
   * The deregistered images that their owners can still restore, those that are deleted soonest first unless `orderBy` says
   * otherwise.
   */
  readonly recycleBinImages: RecycleBinImageConnection;
  /**
   * What running instances of paid images (R14) are charged for software, where a golden image (R19) could take the image's
   * place: the current release of a family, available in the Region, that the account may launch, of the same architecture
   * and platform, without a product code. A figure with its evidence, not advice: whether the golden image has the software
   * that is needed nobody but the user can tell. The most expensive first unless `orderBy` says otherwise.
   */
  readonly replacementSavings: ReplacementSavingConnection;
  /** Shares that do not work, or work only half (question 7), as of `settledAt`; what blocks a launch first. */
  readonly shareProblems: ShareProblemConnection;
  /** One EBS snapshot that a member account owns; null where the inventory does not hold it. */
  readonly snapshot?: Maybe<Snapshot>;
  /** The EBS snapshots of all member accounts, newest first unless `orderBy` says otherwise. */
  readonly snapshots: SnapshotConnection;
  /** The job that `requestSync` gave, as it stands now; null where there is none, or none that the caller may see. */
  readonly syncJob?: Maybe<SyncJob>;
  /**
   * What was read from AWS, and what it took: one run for each time that a schedule, a command or a request had sources read.
   * The newest first unless ordered otherwise.
   */
  readonly syncRuns: SyncRunConnection;
  /** How the sync stands as a whole. */
  readonly syncStatus: SyncStatus;
  /**
   * Billed usage of instances whose usage operation, their image's and the bill's do not agree (R16), with the money behind
   * it: Windows with a licence of one's own that is billed with one, Red Hat Enterprise Linux, Ubuntu Pro, SQL Server. The most
   * expensive first unless `orderBy` says otherwise.
   */
  readonly usageOperationDrifts: UsageOperationDriftConnection;
};


/**
 * Everything that can be asked: the AMI inventory of one AWS Organization over all its accounts and Regions. Answers come
 * from what the last sync stored; AWS itself is never called for a query. Each answer can be asked for its `coverage`.
 */
export type QueryAccountArgs = {
  accountId: Scalars['AccountId']['input'];
  asOf?: InputMaybe<Scalars['DateTime']['input']>;
};


/**
 * Everything that can be asked: the AMI inventory of one AWS Organization over all its accounts and Regions. Answers come
 * from what the last sync stored; AWS itself is never called for a query. Each answer can be asked for its `coverage`.
 */
export type QueryAccountsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<AccountFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<AccountOrder>;
};


/**
 * Everything that can be asked: the AMI inventory of one AWS Organization over all its accounts and Regions. Answers come
 * from what the last sync stored; AWS itself is never called for a query. Each answer can be asked for its `coverage`.
 */
export type QueryAllowedImagesWhatIfArgs = {
  accounts?: InputMaybe<ReadonlyArray<Scalars['AccountId']['input']>>;
  criteria: ReadonlyArray<ImageCriterionInput>;
  organizationalUnits?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  regions?: InputMaybe<ReadonlyArray<Scalars['Region']['input']>>;
};


/**
 * Everything that can be asked: the AMI inventory of one AWS Organization over all its accounts and Regions. Answers come
 * from what the last sync stored; AWS itself is never called for a query. Each answer can be asked for its `coverage`.
 */
export type QueryBillingReconciliationArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<BillReconciliationFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  months: MonthRange;
  orderBy?: InputMaybe<BillReconciliationOrder>;
};


/**
 * Everything that can be asked: the AMI inventory of one AWS Organization over all its accounts and Regions. Answers come
 * from what the last sync stored; AWS itself is never called for a query. Each answer can be asked for its `coverage`.
 */
export type QueryBillsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<BillFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<BillOrder>;
};


/**
 * Everything that can be asked: the AMI inventory of one AWS Organization over all its accounts and Regions. Answers come
 * from what the last sync stored; AWS itself is never called for a query. Each answer can be asked for its `coverage`.
 */
export type QueryChangesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ChangeFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  since: Scalars['DateTime']['input'];
  until?: InputMaybe<Scalars['DateTime']['input']>;
};


/**
 * Everything that can be asked: the AMI inventory of one AWS Organization over all its accounts and Regions. Answers come
 * from what the last sync stored; AWS itself is never called for a query. Each answer can be asked for its `coverage`.
 */
export type QueryCostsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<CostFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  groupBy?: ReadonlyArray<CostGroup>;
  last?: InputMaybe<Scalars['Int']['input']>;
  months: MonthRange;
  orderBy?: InputMaybe<CostOrder>;
};


/**
 * Everything that can be asked: the AMI inventory of one AWS Organization over all its accounts and Regions. Answers come
 * from what the last sync stored; AWS itself is never called for a query. Each answer can be asked for its `coverage`.
 */
export type QueryCoverageArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<SourceCoverageFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<SourceCoverageOrder>;
};


/**
 * Everything that can be asked: the AMI inventory of one AWS Organization over all its accounts and Regions. Answers come
 * from what the last sync stored; AWS itself is never called for a query. Each answer can be asked for its `coverage`.
 */
export type QueryDeadLettersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<DeadLetterFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<DeadLetterOrder>;
};


/**
 * Everything that can be asked: the AMI inventory of one AWS Organization over all its accounts and Regions. Answers come
 * from what the last sync stored; AWS itself is never called for a query. Each answer can be asked for its `coverage`.
 */
export type QueryDeregistrationSavingsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<DeregistrationSavingFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  months: MonthRange;
  orderBy?: InputMaybe<DeregistrationSavingOrder>;
};


/**
 * Everything that can be asked: the AMI inventory of one AWS Organization over all its accounts and Regions. Answers come
 * from what the last sync stored; AWS itself is never called for a query. Each answer can be asked for its `coverage`.
 */
export type QueryExposuresArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ExposureFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<ExposureOrder>;
};


/**
 * Everything that can be asked: the AMI inventory of one AWS Organization over all its accounts and Regions. Answers come
 * from what the last sync stored; AWS itself is never called for a query. Each answer can be asked for its `coverage`.
 */
export type QueryGoldenAdoptionHistoryArgs = {
  accounts?: InputMaybe<ReadonlyArray<Scalars['AccountId']['input']>>;
  families?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  moments: ReadonlyArray<Scalars['DateTime']['input']>;
  regions?: InputMaybe<ReadonlyArray<Scalars['Region']['input']>>;
};


/**
 * Everything that can be asked: the AMI inventory of one AWS Organization over all its accounts and Regions. Answers come
 * from what the last sync stored; AWS itself is never called for a query. Each answer can be asked for its `coverage`.
 */
export type QueryGoldenDriftArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<GoldenDriftFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<GoldenDriftOrder>;
};


/**
 * Everything that can be asked: the AMI inventory of one AWS Organization over all its accounts and Regions. Answers come
 * from what the last sync stored; AWS itself is never called for a query. Each answer can be asked for its `coverage`.
 */
export type QueryGoldenImagesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<GoldenImageFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<GoldenImageOrder>;
};


/**
 * Everything that can be asked: the AMI inventory of one AWS Organization over all its accounts and Regions. Answers come
 * from what the last sync stored; AWS itself is never called for a query. Each answer can be asked for its `coverage`.
 */
export type QueryImageArgs = {
  asOf?: InputMaybe<Scalars['DateTime']['input']>;
  imageId: Scalars['ID']['input'];
  region?: InputMaybe<Scalars['Region']['input']>;
};


/**
 * Everything that can be asked: the AMI inventory of one AWS Organization over all its accounts and Regions. Answers come
 * from what the last sync stored; AWS itself is never called for a query. Each answer can be asked for its `coverage`.
 */
export type QueryImageReferencesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ImageReferenceFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<ImageReferenceOrder>;
};


/**
 * Everything that can be asked: the AMI inventory of one AWS Organization over all its accounts and Regions. Answers come
 * from what the last sync stored; AWS itself is never called for a query. Each answer can be asked for its `coverage`.
 */
export type QueryImagesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ImageFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<ImageOrder>;
};


/**
 * Everything that can be asked: the AMI inventory of one AWS Organization over all its accounts and Regions. Answers come
 * from what the last sync stored; AWS itself is never called for a query. Each answer can be asked for its `coverage`.
 */
export type QueryInstanceArgs = {
  accountId?: InputMaybe<Scalars['AccountId']['input']>;
  instanceId: Scalars['ID']['input'];
  region?: InputMaybe<Scalars['Region']['input']>;
};


/**
 * Everything that can be asked: the AMI inventory of one AWS Organization over all its accounts and Regions. Answers come
 * from what the last sync stored; AWS itself is never called for a query. Each answer can be asked for its `coverage`.
 */
export type QueryInstanceTypeArgs = {
  instanceType: Scalars['String']['input'];
  region: Scalars['Region']['input'];
};


/**
 * Everything that can be asked: the AMI inventory of one AWS Organization over all its accounts and Regions. Answers come
 * from what the last sync stored; AWS itself is never called for a query. Each answer can be asked for its `coverage`.
 */
export type QueryInstanceTypesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<InstanceTypeFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<InstanceTypeOrder>;
};


/**
 * Everything that can be asked: the AMI inventory of one AWS Organization over all its accounts and Regions. Answers come
 * from what the last sync stored; AWS itself is never called for a query. Each answer can be asked for its `coverage`.
 */
export type QueryInstancesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<InstanceFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<InstanceOrder>;
};


/**
 * Everything that can be asked: the AMI inventory of one AWS Organization over all its accounts and Regions. Answers come
 * from what the last sync stored; AWS itself is never called for a query. Each answer can be asked for its `coverage`.
 */
export type QueryLaunchCheckArgs = {
  accountId: Scalars['AccountId']['input'];
  imageId: Scalars['ID']['input'];
  instanceType?: InputMaybe<Scalars['String']['input']>;
  region: Scalars['Region']['input'];
};


/**
 * Everything that can be asked: the AMI inventory of one AWS Organization over all its accounts and Regions. Answers come
 * from what the last sync stored; AWS itself is never called for a query. Each answer can be asked for its `coverage`.
 */
export type QueryLaunchChecksArgs = {
  checks: ReadonlyArray<LaunchCheckInput>;
};


/**
 * Everything that can be asked: the AMI inventory of one AWS Organization over all its accounts and Regions. Answers come
 * from what the last sync stored; AWS itself is never called for a query. Each answer can be asked for its `coverage`.
 */
export type QueryLaunchTemplateVersionsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<LaunchTemplateVersionFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<LaunchTemplateVersionOrder>;
};


/**
 * Everything that can be asked: the AMI inventory of one AWS Organization over all its accounts and Regions. Answers come
 * from what the last sync stored; AWS itself is never called for a query. Each answer can be asked for its `coverage`.
 */
export type QueryNodeArgs = {
  id: Scalars['ID']['input'];
};


/**
 * Everything that can be asked: the AMI inventory of one AWS Organization over all its accounts and Regions. Answers come
 * from what the last sync stored; AWS itself is never called for a query. Each answer can be asked for its `coverage`.
 */
export type QueryNodesArgs = {
  ids: ReadonlyArray<Scalars['ID']['input']>;
};


/**
 * Everything that can be asked: the AMI inventory of one AWS Organization over all its accounts and Regions. Answers come
 * from what the last sync stored; AWS itself is never called for a query. Each answer can be asked for its `coverage`.
 */
export type QueryOrganizationalUnitArgs = {
  id: Scalars['ID']['input'];
};


/**
 * Everything that can be asked: the AMI inventory of one AWS Organization over all its accounts and Regions. Answers come
 * from what the last sync stored; AWS itself is never called for a query. Each answer can be asked for its `coverage`.
 */
export type QueryOrganizationalUnitsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<OrganizationalUnitFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<OrganizationalUnitOrder>;
};


/**
 * Everything that can be asked: the AMI inventory of one AWS Organization over all its accounts and Regions. Answers come
 * from what the last sync stored; AWS itself is never called for a query. Each answer can be asked for its `coverage`.
 */
export type QueryPaidProductsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<PaidProductFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  months?: InputMaybe<MonthRange>;
  orderBy?: InputMaybe<PaidProductOrder>;
};


/**
 * Everything that can be asked: the AMI inventory of one AWS Organization over all its accounts and Regions. Answers come
 * from what the last sync stored; AWS itself is never called for a query. Each answer can be asked for its `coverage`.
 */
export type QueryProductCodeArgs = {
  productCode: Scalars['ID']['input'];
};


/**
 * Everything that can be asked: the AMI inventory of one AWS Organization over all its accounts and Regions. Answers come
 * from what the last sync stored; AWS itself is never called for a query. Each answer can be asked for its `coverage`.
 */
export type QueryProductCodesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ProductCodeFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<ProductCodeOrder>;
};


/**
 * Everything that can be asked: the AMI inventory of one AWS Organization over all its accounts and Regions. Answers come
 * from what the last sync stored; AWS itself is never called for a query. Each answer can be asked for its `coverage`.
 */
export type QueryRecycleBinImagesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<RecycleBinImageFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<RecycleBinImageOrder>;
};


/**
 * Everything that can be asked: the AMI inventory of one AWS Organization over all its accounts and Regions. Answers come
 * from what the last sync stored; AWS itself is never called for a query. Each answer can be asked for its `coverage`.
 */
export type QueryReplacementSavingsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ReplacementSavingFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  months: MonthRange;
  orderBy?: InputMaybe<ReplacementSavingOrder>;
};


/**
 * Everything that can be asked: the AMI inventory of one AWS Organization over all its accounts and Regions. Answers come
 * from what the last sync stored; AWS itself is never called for a query. Each answer can be asked for its `coverage`.
 */
export type QueryShareProblemsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ShareProblemFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<ShareProblemOrder>;
};


/**
 * Everything that can be asked: the AMI inventory of one AWS Organization over all its accounts and Regions. Answers come
 * from what the last sync stored; AWS itself is never called for a query. Each answer can be asked for its `coverage`.
 */
export type QuerySnapshotArgs = {
  region?: InputMaybe<Scalars['Region']['input']>;
  snapshotId: Scalars['ID']['input'];
};


/**
 * Everything that can be asked: the AMI inventory of one AWS Organization over all its accounts and Regions. Answers come
 * from what the last sync stored; AWS itself is never called for a query. Each answer can be asked for its `coverage`.
 */
export type QuerySnapshotsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<SnapshotFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<SnapshotOrder>;
};


/**
 * Everything that can be asked: the AMI inventory of one AWS Organization over all its accounts and Regions. Answers come
 * from what the last sync stored; AWS itself is never called for a query. Each answer can be asked for its `coverage`.
 */
export type QuerySyncJobArgs = {
  id: Scalars['ID']['input'];
};


/**
 * Everything that can be asked: the AMI inventory of one AWS Organization over all its accounts and Regions. Answers come
 * from what the last sync stored; AWS itself is never called for a query. Each answer can be asked for its `coverage`.
 */
export type QuerySyncRunsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<SyncRunOrder>;
};


/**
 * Everything that can be asked: the AMI inventory of one AWS Organization over all its accounts and Regions. Answers come
 * from what the last sync stored; AWS itself is never called for a query. Each answer can be asked for its `coverage`.
 */
export type QueryUsageOperationDriftsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<UsageOperationDriftFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  months: MonthRange;
  orderBy?: InputMaybe<UsageOperationDriftOrder>;
};

/** A deregistered image that its owner can still restore, from EC2 ListImagesInRecycleBin. */
export type RecycleBinImage = {
  readonly __typename?: 'RecycleBinImage';
  /** The account that owns it. */
  readonly account: Account;
  /** The description. */
  readonly description?: Maybe<Scalars['String']['output']>;
  /** When it was deregistered. */
  readonly enterTime?: Maybe<Scalars['DateTime']['output']>;
  /** When AWS deletes it for good. */
  readonly exitTime?: Maybe<Scalars['DateTime']['output']>;
  /** The image, where the inventory still holds it because instances run on it. */
  readonly image?: Maybe<Image>;
  /** AWS's ID of the image, `ami-…`. */
  readonly imageId: Scalars['ID']['output'];
  /** The name. */
  readonly name?: Maybe<Scalars['String']['output']>;
  /** When the owner's Recycle Bin in this Region was last read successfully (R20). */
  readonly observedAt?: Maybe<Scalars['DateTime']['output']>;
  /** The Region that it is in. */
  readonly region: Scalars['Region']['output'];
  /**
   * What still uses it, by kind and account: what launches it will fail while it is in the Recycle Bin, and for good after
   * `exitTime`.
   */
  readonly uses: ReadonlyArray<ImageUse>;
};

/** A list of images of Recycle Bins. */
export type RecycleBinImageConnection = {
  readonly __typename?: 'RecycleBinImageConnection';
  /** How far the sources of this list could be read, narrowed by the filter. */
  readonly coverage: Coverage;
  /** The images of Recycle Bins of this page, each with its cursor. */
  readonly edges: ReadonlyArray<RecycleBinImageEdge>;
  /** The images of Recycle Bins of this page. */
  readonly nodes: ReadonlyArray<RecycleBinImage>;
  /** Where this page lies in the list. */
  readonly pageInfo: PageInfo;
  /** The number of images of Recycle Bins in the whole list; counted only when asked for. */
  readonly totalCount: Scalars['Int']['output'];
};

/** A place in a list of images of Recycle Bins. */
export type RecycleBinImageEdge = {
  readonly __typename?: 'RecycleBinImageEdge';
  /** Marks this place for `after` and `before`. */
  readonly cursor: Scalars['String']['output'];
  /** The image at this place. */
  readonly node: RecycleBinImage;
};

/**
 * Which images of Recycle Bins to list. All conditions that are given must hold; null is the same as leaving it out. What is not known of
 * an image matches neither a condition nor its negation.
 */
export type RecycleBinImageFilter = {
  /** The account that owns it. */
  readonly account?: InputMaybe<AccountIdFilter>;
  /** Each of these holds. */
  readonly all?: InputMaybe<ReadonlyArray<RecycleBinImageFilter>>;
  /** At least one of these holds. */
  readonly any?: InputMaybe<ReadonlyArray<RecycleBinImageFilter>>;
  /** When AWS deletes it for good. */
  readonly exitTime?: InputMaybe<DateTimeFilter>;
  /** AWS's ID of the image. */
  readonly imageId?: InputMaybe<IdFilter>;
  /** The name. */
  readonly name?: InputMaybe<StringFilter>;
  /** This does not hold. */
  readonly not?: InputMaybe<RecycleBinImageFilter>;
  /** The Region. */
  readonly region?: InputMaybe<RegionFilter>;
};

/** The order of a list of images of Recycle Bins. */
export type RecycleBinImageOrder = {
  /** The direction. */
  readonly direction?: OrderDirection;
  /** What to order by. */
  readonly field: RecycleBinImageOrderField;
};

/** What images of Recycle Bins can be ordered by. */
export type RecycleBinImageOrderField =
  /** When AWS deletes it for good; one without a time comes last. */
  | 'EXIT_TIME';

/** How far a golden family is adopted in a Region. */
export type RegionAdoption = {
  readonly __typename?: 'RegionAdoption';
  /** Instances on no golden image, of whatever family. */
  readonly notGolden: Scalars['Int']['output'];
  /** Instances on the current release. */
  readonly onCurrent: Scalars['Int']['output'];
  /** Instances on older releases. */
  readonly onOlder: Scalars['Int']['output'];
  /** The Region. */
  readonly region: Scalars['Region']['output'];
};

/** How far a golden family was adopted in a Region at a moment. */
export type RegionAdoptionPoint = {
  readonly __typename?: 'RegionAdoptionPoint';
  /** Whether all of it had been read by then (R20). */
  readonly complete: Scalars['Boolean']['output'];
  /** Instances that were on no golden image, of whatever family; null: nothing was known. */
  readonly notGolden?: Maybe<Scalars['Int']['output']>;
  /** Instances on what was the current release then; null: nothing was known. */
  readonly onCurrent?: Maybe<Scalars['Int']['output']>;
  /** Instances on what was an older release then; null: nothing was known. */
  readonly onOlder?: Maybe<Scalars['Int']['output']>;
  /** The Region. */
  readonly region: Scalars['Region']['output'];
};

/** Conditions on a Region. All that are given must hold. */
export type RegionFilter = {
  /** Is this Region. */
  readonly eq?: InputMaybe<Scalars['Region']['input']>;
  /** Is one of these Regions; an empty list matches nothing. */
  readonly in?: InputMaybe<ReadonlyArray<Scalars['Region']['input']>>;
};

/**
 * An image and its copies that the same account owns. Two copies of one source belong to one set also where the source is gone
 * or another account's; copies that other accounts made are not of it (see `Image.lineage`).
 */
export type RegionalCopies = {
  readonly __typename?: 'RegionalCopies';
  /** How far the sources of this set could be read. */
  readonly coverage: Coverage;
  /** The images of the set, this one among them, by Region. */
  readonly images: ReadonlyArray<Image>;
  /**
   * The Regions that are enabled in the owner's account and have no AVAILABLE image of the set. Null where the owner's Regions
   * are not known: it is no member, they were never read, or the viewer does not see that account.
   */
  readonly missingRegions?: Maybe<ReadonlyArray<Scalars['Region']['output']>>;
  /**
   * The Regions, of any account, in which instances run or are stopped that the viewer sees, whatever their image, and that
   * have no AVAILABLE image of the set.
   */
  readonly missingWhereUsed: ReadonlyArray<Scalars['Region']['output']>;
};

/** Running instances of one paid image and product in one account, and what their software was billed. */
export type ReplacementSaving = {
  readonly __typename?: 'ReplacementSaving';
  /** The account that runs them, and is billed. */
  readonly account: Account;
  /** AWS's IDs of the first three of them. */
  readonly exampleInstanceIds: ReadonlyArray<Scalars['ID']['output']>;
  /** The golden images that could take its place. */
  readonly goldenImages: ReadonlyArray<Image>;
  /** The paid image; null where the inventory does not hold it. */
  readonly image?: Maybe<Image>;
  /** AWS's ID of the paid image. */
  readonly imageId: Scalars['ID']['output'];
  /** The number of instances that run now. */
  readonly instanceCount: Scalars['Int']['output'];
  /** The product code. */
  readonly productCode: Scalars['ID']['output'];
  /** The Region. */
  readonly region: Scalars['Region']['output'];
  /** What the software of these very instances was billed in these months; null where no loaded bill tells. */
  readonly softwareCost?: Maybe<Money>;
};

/** A list of paid images that run. */
export type ReplacementSavingConnection = {
  readonly __typename?: 'ReplacementSavingConnection';
  /** How far the bills, the images and the instances could be read. */
  readonly coverage: Coverage;
  /** The paid images that run of this page, each with its cursor. */
  readonly edges: ReadonlyArray<ReplacementSavingEdge>;
  /** The paid images that run of this page. */
  readonly nodes: ReadonlyArray<ReplacementSaving>;
  /** Where this page lies in the list. */
  readonly pageInfo: PageInfo;
  /** The number of paid images that run in the whole list; counted only when asked for. */
  readonly totalCount: Scalars['Int']['output'];
};

/** A place in a list of paid images that run. */
export type ReplacementSavingEdge = {
  readonly __typename?: 'ReplacementSavingEdge';
  /** Marks this place for `after` and `before`. */
  readonly cursor: Scalars['String']['output'];
  /** What is at this place. */
  readonly node: ReplacementSaving;
};

/** Which running instances of paid images to list. All conditions that are given must hold; null is the same as leaving it out. */
export type ReplacementSavingFilter = {
  /** The account that runs them. */
  readonly account?: InputMaybe<AccountIdFilter>;
  /** Each of these holds. */
  readonly all?: InputMaybe<ReadonlyArray<ReplacementSavingFilter>>;
  /** At least one of these holds. */
  readonly any?: InputMaybe<ReadonlyArray<ReplacementSavingFilter>>;
  /** AWS's ID of the paid image. */
  readonly imageId?: InputMaybe<IdFilter>;
  /** This does not hold. */
  readonly not?: InputMaybe<ReplacementSavingFilter>;
  /** The product code. */
  readonly productCode?: InputMaybe<IdFilter>;
  /** The Region. */
  readonly region?: InputMaybe<RegionFilter>;
};

/** The order of a list of savings. */
export type ReplacementSavingOrder = {
  /** The direction. */
  readonly direction?: OrderDirection;
  /** What to order by. */
  readonly field: ReplacementSavingOrderField;
};

/** What savings can be ordered by. */
export type ReplacementSavingOrderField =
  /** The account. */
  | 'ACCOUNT_ID'
  /** What the software was billed; nothing where no bill tells. Amounts of several currencies are compared as numbers. */
  | 'SOFTWARE_COST';

/** What a root volume is on. */
export type RootDeviceType =
  /** Amazon EBS. */
  | 'EBS'
  /** The instance store: gone when the instance stops. */
  | 'INSTANCE_STORE'
  /** A type that AWS added since. */
  | 'OTHER';

/** Who decides a setting of an account. */
export type SettingManager =
  /** The account itself. */
  | 'ACCOUNT'
  /** A declarative policy of the organization: the account cannot change it. */
  | 'DECLARATIVE_POLICY'
  /** A value that AWS added since. */
  | 'OTHER';

/** Why a share does not work, or works only half. */
export type ShareProblem = {
  readonly __typename?: 'ShareProblem';
  /** The account that it hits; null: all that the grantee reaches. */
  readonly account?: Maybe<Account>;
  /** What it is. */
  readonly code: ShareProblemCode;
  /** When it was first found. */
  readonly firstSeenAt: Scalars['DateTime']['output'];
  /** The grantee as the launch permission has it; null: it is a problem of the image as a whole. */
  readonly grantee?: Maybe<Scalars['String']['output']>;
  /** The image that is shared. */
  readonly image: Image;
  /** What it is in this case, for people. */
  readonly message: Scalars['String']['output'];
  /** How bad it is. */
  readonly severity: ShareProblemSeverity;
};

/** What can be wrong with a share. */
export type ShareProblemCode =
  /** A volume is encrypted with a key that AWS manages for the owner: nobody else can launch the image (R9). */
  | 'AWS_MANAGED_KEY'
  /** The image is deprecated: DescribeImages hides it from its grantees (R4). */
  | 'DEPRECATED'
  /** The image is disabled: nobody can launch it (R4). */
  | 'DISABLED'
  /** The grantee is a member account that is suspended or closed (R12). */
  | 'GRANTEE_CLOSED'
  /** The grantee is a unit that the organization does not have (any more) (R12). */
  | 'GRANTEE_NOT_FOUND'
  /** The account's Allowed AMIs settings hide the image from it (R13). */
  | 'HIDDEN_BY_ALLOWED_IMAGES'
  /** Whether a volume's key lets the account launch with it is not known (R9). */
  | 'KEY_ACCESS_UNKNOWN'
  /** A volume's key does not let the account, or some that the grantee reaches, launch with it (R9). */
  | 'KEY_NOT_SHARED'
  /** The account may launch the image, but not read its storage for a copy (R7). */
  | 'NOT_COPYABLE'
  /** The owner's list and what the account sees differ (R21). */
  | 'OWNER_CONSUMER_MISMATCH'
  /** The image is shared with nearly as many entities as its quota allows (R11). */
  | 'QUOTA_PRESSURE';

/** Conditions on what is wrong with a share. All that are given must hold. */
export type ShareProblemCodeFilter = {
  /** Is this one. */
  readonly eq?: InputMaybe<ShareProblemCode>;
  /** Is one of these; an empty list matches nothing. */
  readonly in?: InputMaybe<ReadonlyArray<ShareProblemCode>>;
};

/** A list of problems of shares. */
export type ShareProblemConnection = {
  readonly __typename?: 'ShareProblemConnection';
  /** How far the sources of this list could be read. */
  readonly coverage: Coverage;
  /** The problems of shares of this page, each with its cursor. */
  readonly edges: ReadonlyArray<ShareProblemEdge>;
  /** The problems of shares of this page. */
  readonly nodes: ReadonlyArray<ShareProblem>;
  /** Where this page lies in the list. */
  readonly pageInfo: PageInfo;
  /** What the sync noted until then is taken into account, later changes perhaps; null: problems were never looked for as a whole. */
  readonly settledAt?: Maybe<Scalars['DateTime']['output']>;
  /** The number of problems of shares in the whole list; counted only when asked for. */
  readonly totalCount: Scalars['Int']['output'];
};

/** A place in a list of problems of shares. */
export type ShareProblemEdge = {
  readonly __typename?: 'ShareProblemEdge';
  /** Marks this place for `after` and `before`. */
  readonly cursor: Scalars['String']['output'];
  /** The problem at this place. */
  readonly node: ShareProblem;
};

/** Which problems to list. All conditions that are given must hold; null is the same as leaving it out. */
export type ShareProblemFilter = {
  /** The account that it hits. */
  readonly account?: InputMaybe<AccountIdFilter>;
  /** Each of these holds. */
  readonly all?: InputMaybe<ReadonlyArray<ShareProblemFilter>>;
  /** At least one of these holds. */
  readonly any?: InputMaybe<ReadonlyArray<ShareProblemFilter>>;
  /** What it is. */
  readonly code?: InputMaybe<ShareProblemCodeFilter>;
  /** The image's ID. */
  readonly imageId?: InputMaybe<IdFilter>;
  /** This does not hold. */
  readonly not?: InputMaybe<ShareProblemFilter>;
  /** The owner of the image. */
  readonly owner?: InputMaybe<AccountIdFilter>;
  /** The Region of the image. */
  readonly region?: InputMaybe<RegionFilter>;
  /** How bad it is. */
  readonly severity?: InputMaybe<ShareProblemSeverityFilter>;
};

/** The order of a list of problems of shares. */
export type ShareProblemOrder = {
  /** The direction. */
  readonly direction?: OrderDirection;
  /** What to order by. */
  readonly field: ShareProblemOrderField;
};

/** What problems of shares can be ordered by. */
export type ShareProblemOrderField =
  /** When it was first found. */
  | 'FIRST_SEEN'
  /** The image's ID, then its Region. */
  | 'IMAGE_ID'
  /** How bad it is, what blocks a launch first. */
  | 'SEVERITY';

/** How bad a problem of a share is. */
export type ShareProblemSeverity =
  /** Launches work, copies do not. */
  | 'BLOCKS_COPY'
  /** Launches do not work, or may not. */
  | 'BLOCKS_LAUNCH'
  /** Worth knowing. */
  | 'INFORMATION';

/** Conditions on how bad a problem is. All that are given must hold. */
export type ShareProblemSeverityFilter = {
  /** Is this one. */
  readonly eq?: InputMaybe<ShareProblemSeverity>;
  /** Is one of these; an empty list matches nothing. */
  readonly in?: InputMaybe<ReadonlyArray<ShareProblemSeverity>>;
};

/** An EBS snapshot that a member account owns, from EC2 DescribeSnapshots with Owner=self. Its owner pays the storage (R15). */
export type Snapshot = Node & {
  readonly __typename?: 'Snapshot';
  /** How far the sources that speak of this snapshot could be read. */
  readonly coverage: Coverage;
  /** The description. */
  readonly description?: Maybe<Scalars['String']['output']>;
  /** Whether the snapshot is encrypted (R8, R9). */
  readonly encrypted: Scalars['Boolean']['output'];
  /** The global ID. */
  readonly id: Scalars['ID']['output'];
  /** The images with a block device made from this snapshot, newest first unless `orderBy` says otherwise. */
  readonly images: ImageConnection;
  /**
   * That key, as its own account can read it. Null where it encrypts no image that is shared, or is in an account that is
   * no member, and for viewers who don't see its account.
   */
  readonly kmsKey?: Maybe<KmsKey>;
  /** The ARN of the KMS key. */
  readonly kmsKeyId?: Maybe<Scalars['String']['output']>;
  /** When the owner's snapshots in this Region were last listed successfully (R20). */
  readonly observedAt?: Maybe<Scalars['DateTime']['output']>;
  /** The account that owns the snapshot. */
  readonly owner: Account;
  /** The Region that the snapshot is in. */
  readonly region: Scalars['Region']['output'];
  /** AWS's ID of the snapshot, `snap-…`. */
  readonly snapshotId: Scalars['ID']['output'];
  /** When the snapshot was started. */
  readonly startTime?: Maybe<Scalars['DateTime']['output']>;
  /** How far the snapshot is made. */
  readonly state: SnapshotState;
  /** Which storage the snapshot is on. */
  readonly storageTier?: Maybe<SnapshotStorageTier>;
  /** The ID of the volume that it was taken from; `vol-ffffffff` where that is not known. */
  readonly volumeId?: Maybe<Scalars['String']['output']>;
  /** The size of that volume in GiB; what is stored may be less. */
  readonly volumeSizeGiB?: Maybe<Scalars['Int']['output']>;
};


/** An EBS snapshot that a member account owns, from EC2 DescribeSnapshots with Owner=self. Its owner pays the storage (R15). */
export type SnapshotImagesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ImageFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<ImageOrder>;
};

/** A list of snapshots. */
export type SnapshotConnection = {
  readonly __typename?: 'SnapshotConnection';
  /** How far the sources of this list could be read, narrowed by the filter's owners and Regions. */
  readonly coverage: Coverage;
  /** The snapshots of this page, each with its cursor. */
  readonly edges: ReadonlyArray<SnapshotEdge>;
  /** The snapshots of this page. */
  readonly nodes: ReadonlyArray<Snapshot>;
  /** Where this page lies in the list. */
  readonly pageInfo: PageInfo;
  /** The number of snapshots in the whole list; counted only when asked for. */
  readonly totalCount: Scalars['Int']['output'];
};

/** A place in a list of snapshots. */
export type SnapshotEdge = {
  readonly __typename?: 'SnapshotEdge';
  /** Marks this place for `after` and `before`. */
  readonly cursor: Scalars['String']['output'];
  /** The snapshot at this place. */
  readonly node: Snapshot;
};

/**
 * Which snapshots to list. All conditions that are given must hold; null is the same as leaving it out. What is not known
 * of a snapshot matches neither a condition nor its negation.
 */
export type SnapshotFilter = {
  /** Each of these holds. */
  readonly all?: InputMaybe<ReadonlyArray<SnapshotFilter>>;
  /** At least one of these holds. */
  readonly any?: InputMaybe<ReadonlyArray<SnapshotFilter>>;
  /** Whether the snapshot is encrypted. */
  readonly encrypted?: InputMaybe<Scalars['Boolean']['input']>;
  /** This does not hold. */
  readonly not?: InputMaybe<SnapshotFilter>;
  /** The account that owns the snapshot. */
  readonly owner?: InputMaybe<AccountIdFilter>;
  /** The snapshot's Region. */
  readonly region?: InputMaybe<RegionFilter>;
  /** AWS's ID of the snapshot. */
  readonly snapshotId?: InputMaybe<IdFilter>;
  /** When the snapshot was started. */
  readonly startTime?: InputMaybe<DateTimeFilter>;
  /** Whether an image of the inventory has a block device made from it. */
  readonly usedByImage?: InputMaybe<Scalars['Boolean']['input']>;
};

/** The order of a list of snapshots. */
export type SnapshotOrder = {
  /** The direction. */
  readonly direction?: OrderDirection;
  /** What to order by. */
  readonly field: SnapshotOrderField;
};

/** What snapshots can be ordered by. */
export type SnapshotOrderField =
  /** AWS's ID of the snapshot. */
  | 'SNAPSHOT_ID'
  /** When the snapshot was started; one without a time counts as the oldest. */
  | 'START_TIME'
  /** The size of the volume in GiB; an unknown size counts as the smallest. */
  | 'VOLUME_SIZE';

/** How far a snapshot is made. */
export type SnapshotState =
  /** Made. */
  | 'COMPLETED'
  /** Failed. */
  | 'ERROR'
  /** A state that AWS added since. */
  | 'OTHER'
  /** Being made. */
  | 'PENDING'
  /** Recoverable from the Recycle Bin. */
  | 'RECOVERABLE'
  /** Being recovered from the Recycle Bin. */
  | 'RECOVERING';

/** Which storage a snapshot is on. */
export type SnapshotStorageTier =
  /** The archive: must be restored before it can be used. */
  | 'ARCHIVE'
  /** A tier that AWS added since. */
  | 'OTHER'
  /** The standard tier. */
  | 'STANDARD';

/**
 * Numbers of sources. A source is one kind of fact of one account in one Region; those with nothing to read
 * (NOT_APPLICABLE) are not counted.
 */
export type SourceCounts = {
  readonly __typename?: 'SourceCounts';
  /** The last attempt failed or was refused (FAILED and DENIED). */
  readonly failed: Scalars['Int']['output'];
  /** Read successfully, and not too long ago. */
  readonly fresh: Scalars['Int']['output'];
  /** Never tried. */
  readonly never: Scalars['Int']['output'];
  /** Read successfully, but not again in time. */
  readonly stale: Scalars['Int']['output'];
  /** All of them: fresh, stale, failed and never tried. */
  readonly total: Scalars['Int']['output'];
};

/** How reading one source went: one kind of fact of one account in one Region. */
export type SourceCoverage = {
  readonly __typename?: 'SourceCoverage';
  /** The account that is read. */
  readonly account: Account;
  /** How often reading it was tried since it last succeeded; 0 where the last attempt succeeded. */
  readonly attempts: Scalars['Int']['output'];
  /** How the last attempt failed; null where it did not. */
  readonly error?: Maybe<SourceError>;
  /** The kind of fact. */
  readonly kind: SourceKind;
  /** When reading it was last tried. */
  readonly lastAttemptAt?: Maybe<Scalars['DateTime']['output']>;
  /** When it was last read successfully. */
  readonly lastSuccessAt?: Maybe<Scalars['DateTime']['output']>;
  /** The Region that is read; null for what has none, such as the organization itself. */
  readonly region?: Maybe<Scalars['Region']['output']>;
  /** How it stands, as of now. */
  readonly status: CoverageStatus;
};

/** A list of sources. */
export type SourceCoverageConnection = {
  readonly __typename?: 'SourceCoverageConnection';
  /** The sources of this page, each with its cursor. */
  readonly edges: ReadonlyArray<SourceCoverageEdge>;
  /** The sources of this page. */
  readonly nodes: ReadonlyArray<SourceCoverage>;
  /** Where this page lies in the list. */
  readonly pageInfo: PageInfo;
  /** The number of sources in the whole list; counted only when asked for. */
  readonly totalCount: Scalars['Int']['output'];
};

/** A place in a list of sources. */
export type SourceCoverageEdge = {
  readonly __typename?: 'SourceCoverageEdge';
  /** Marks this place for `after` and `before`. */
  readonly cursor: Scalars['String']['output'];
  /** The source at this place. */
  readonly node: SourceCoverage;
};

/** Which sources to list. All conditions that are given must hold; null is the same as leaving it out. */
export type SourceCoverageFilter = {
  /** The account that is read. */
  readonly account?: InputMaybe<AccountIdFilter>;
  /** Each of these holds. */
  readonly all?: InputMaybe<ReadonlyArray<SourceCoverageFilter>>;
  /** At least one of these holds. */
  readonly any?: InputMaybe<ReadonlyArray<SourceCoverageFilter>>;
  /** The kind of fact. */
  readonly kind?: InputMaybe<SourceKindFilter>;
  /** This does not hold. */
  readonly not?: InputMaybe<SourceCoverageFilter>;
  /** The Region that is read; sources without a Region match none. */
  readonly region?: InputMaybe<RegionFilter>;
  /** How it stands, as of now. */
  readonly status?: InputMaybe<CoverageStatusFilter>;
};

/** The order of a list of sources. */
export type SourceCoverageOrder = {
  /** The direction. */
  readonly direction?: OrderDirection;
  /** What to order by. */
  readonly field: SourceCoverageOrderField;
};

/** What sources can be ordered by. */
export type SourceCoverageOrderField =
  /** When it was last read successfully; never counts as the oldest. */
  | 'LAST_SUCCESS_AT'
  /** The account, then the Region, then the kind; sources without a Region count as Region `global`. */
  | 'SOURCE';

/** Why something could not be read from AWS. */
export type SourceError = {
  readonly __typename?: 'SourceError';
  /** AWS's error code, such as `UnauthorizedOperation`, or the name of the failure where AWS was not reached. */
  readonly code: Scalars['String']['output'];
  /** AWS's message. */
  readonly message?: Maybe<Scalars['String']['output']>;
};

/** A kind of fact that the sync reads. */
export type SourceKind =
  /** The account's Allowed AMIs settings (EC2 GetAllowedImagesSettings). */
  | 'ALLOWED_IMAGES'
  /** The bills of the organization; once, without a Region. How each month of each export was read is in `bills`. */
  | 'BILL'
  /** The Windows images that the account launches from pre-provisioned snapshots (EC2 DescribeFastLaunchImages). */
  | 'FAST_LAUNCH'
  /** The images that the account owns (EC2 DescribeImages, Owners=self). */
  | 'IMAGES_OWNED'
  /** The images of others that the account may launch (EC2 DescribeImages, ExecutableUsers=self). */
  | 'IMAGES_SHARED'
  /** Images in use that no member account owns (EC2 DescribeImages by ID); once a Region for the whole organization. */
  | 'IMAGES_THIRD_PARTY'
  /** What the account's images were made from, where their source is not in the inventory (EC2 GetImageAncestry). */
  | 'IMAGE_ANCESTRY'
  /** Whether the account's images can become public (EC2 GetImageBlockPublicAccessState). */
  | 'IMAGE_BLOCK_PUBLIC_ACCESS'
  /**
   * The images that the account built with EC2 Image Builder, and their outputs (Image Builder ListImages,
   * ListImageBuildVersions, GetImage).
   */
  | 'IMAGE_BUILDS'
  /** The account's EC2 Image Builder pipelines (Image Builder ListImagePipelines). */
  | 'IMAGE_PIPELINES'
  /**
   * Resources of the account that name an image which it owns, or which another member shares with it (EC2
   * DescribeImageReferences). Not complete where images were left out because there are too many of them.
   */
  | 'IMAGE_REFERENCES'
  /**
   * Who uses the images that the account shares outside the organization (EC2 CreateImageUsageReport); only where usage
   * reports are switched on.
   */
  | 'IMAGE_USAGE'
  /** The account's instances (EC2 DescribeInstances). */
  | 'INSTANCES'
  /** What EC2 says of the images behind the account's instances (EC2 DescribeInstanceImageMetadata). */
  | 'INSTANCE_IMAGES'
  /** The instance types on offer (EC2 DescribeInstanceTypes); once a Region for the whole organization. */
  | 'INSTANCE_TYPES'
  /**
   * The KMS keys of the account that encrypt images which members share (KMS DescribeKey, GetKeyPolicy, ListGrants). Not
   * complete where one of the keys could not be read.
   */
  | 'KMS_KEYS'
  /** The launch permissions of the images that the account owns (EC2 DescribeImageAttribute). */
  | 'LAUNCH_PERMISSIONS'
  /** The latest and the default version of each launch template of the account (EC2 DescribeLaunchTemplateVersions). */
  | 'LAUNCH_TEMPLATES'
  /** The organization, its units and its accounts (Organizations); once, without a Region. */
  | 'ORGANIZATION'
  /** The deregistered images that the account can still restore (EC2 ListImagesInRecycleBin). */
  | 'RECYCLE_BIN'
  /** The Regions that are enabled in the account (EC2 DescribeRegions); without a Region. */
  | 'REGIONS'
  /** The snapshots that the account owns (EC2 DescribeSnapshots). */
  | 'SNAPSHOTS'
  /** Whether the account's snapshots can become public (EC2 GetSnapshotBlockPublicAccessState). */
  | 'SNAPSHOT_BLOCK_PUBLIC_ACCESS'
  /** Who may make volumes from the snapshots behind the account's shared images (EC2 DescribeSnapshotAttribute). */
  | 'SNAPSHOT_PERMISSIONS';

/** Conditions on the kind of a source. All that are given must hold. */
export type SourceKindFilter = {
  /** Is this kind. */
  readonly eq?: InputMaybe<SourceKind>;
  /** Is one of these kinds; an empty list matches nothing. */
  readonly in?: InputMaybe<ReadonlyArray<SourceKind>>;
};

/** Conditions on a text, case-sensitive. All that are given must hold; a text that is not known matches none of them. */
export type StringFilter = {
  /** Is exactly this text. */
  readonly eq?: InputMaybe<Scalars['String']['input']>;
  /** Is exactly one of these texts; an empty list matches nothing. */
  readonly in?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /**
   * Matches this pattern as a whole: `*` stands for any run of characters, `?` for exactly one, a backslash takes the
   * special meaning from the character after it.
   */
  readonly like?: InputMaybe<Scalars['String']['input']>;
};

/** Conditions on the boot modes that an instance type supports. All that are given must hold. */
export type SupportedBootModeFilter = {
  /** Supports this boot mode. */
  readonly eq?: InputMaybe<BootMode>;
  /** Supports one of these boot modes; an empty list matches nothing. */
  readonly in?: InputMaybe<ReadonlyArray<BootMode>>;
};

/** What `requestSync` asked for. */
export type SyncJob = {
  readonly __typename?: 'SyncJob';
  /** The account that is read. */
  readonly account: Account;
  /** When it ended; null while it has not. */
  readonly finishedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Identifies it, for `syncJob`. */
  readonly id: Scalars['ID']['output'];
  /** The kinds of fact that are read; null: all. */
  readonly kinds?: Maybe<ReadonlyArray<SourceKind>>;
  /** The Region that is read; null: the account's Regions, and each of them. */
  readonly region?: Maybe<Scalars['Region']['output']>;
  /** When it was asked for. */
  readonly requestedAt: Scalars['DateTime']['output'];
  /** How far it is. */
  readonly state: SyncJobState;
};

/** How far something that was asked for is. */
export type SyncJobState =
  /** It ended, and a source could not be read: `coverage` has the reason. */
  | 'FAILED'
  /** Nothing of it was read yet. */
  | 'QUEUED'
  /** Some of it was read. */
  | 'RUNNING'
  /** All of it was read. */
  | 'SUCCEEDED';

/** Why sources are read. */
export type SyncReason =
  /** Somebody started amigraph, or ran its sync by hand. */
  | 'COMMAND'
  /** Somebody asked through the API. */
  | 'REQUEST'
  /** Their schedule said so. */
  | 'SCHEDULE';

/**
 * Sources that were to be read at one time. Numbers are null for callers who don't see the whole organization, unless the
 * run was for one account of theirs.
 */
export type SyncRun = {
  readonly __typename?: 'SyncRun';
  /** The account that it was asked for; null: the whole organization. */
  readonly account?: Maybe<Account>;
  /** Requests made to AWS, retries included. */
  readonly calls?: Maybe<Scalars['Int']['output']>;
  /** Calls that were left out, because their answer cannot have changed or is read again later. */
  readonly callsAvoided?: Maybe<Scalars['Int']['output']>;
  /** How many of them failed. */
  readonly failedSources?: Maybe<Scalars['Int']['output']>;
  /** When the last of its sources was read, or failed; null while there are any left. */
  readonly finishedAt?: Maybe<Scalars['DateTime']['output']>;
  /** The kinds of fact that it reads; null: all. */
  readonly kinds?: Maybe<ReadonlyArray<SourceKind>>;
  /** Why it ran. */
  readonly reason: SyncReason;
  /** The Region that it was asked for; null: all. */
  readonly region?: Maybe<Scalars['Region']['output']>;
  /** Rows of the inventory that changed. */
  readonly rowsChanged?: Maybe<Scalars['Int']['output']>;
  /** How many sources were read so far, failed ones included. */
  readonly sources?: Maybe<Scalars['Int']['output']>;
  /** When it began. */
  readonly startedAt: Scalars['DateTime']['output'];
};

/** A list of runs. */
export type SyncRunConnection = {
  readonly __typename?: 'SyncRunConnection';
  /** The runs of this page, each with its cursor. */
  readonly edges: ReadonlyArray<SyncRunEdge>;
  /** The runs of this page. */
  readonly nodes: ReadonlyArray<SyncRun>;
  /** Where this page lies in the list. */
  readonly pageInfo: PageInfo;
  /** The number of runs in the whole list; counted only when asked for. */
  readonly totalCount: Scalars['Int']['output'];
};

/** A place in a list of runs. */
export type SyncRunEdge = {
  readonly __typename?: 'SyncRunEdge';
  /** Marks this place for `after` and `before`. */
  readonly cursor: Scalars['String']['output'];
  /** The run at this place. */
  readonly node: SyncRun;
};

/** The order of a list of runs. */
export type SyncRunOrder = {
  /** The direction. */
  readonly direction?: OrderDirection;
  /** What to order by. */
  readonly field: SyncRunOrderField;
};

/** What runs can be ordered by. */
export type SyncRunOrderField =
  /** When it began. */
  | 'STARTED_AT';

/** How the sync from AWS stands. */
export type SyncStatus = {
  readonly __typename?: 'SyncStatus';
  /** When the last sync over the whole organization ended; null where none has. */
  readonly lastCompletedAt?: Maybe<Scalars['DateTime']['output']>;
  /** When the schedule starts the next one; null where no schedule is set. */
  readonly nextRunAt?: Maybe<Scalars['DateTime']['output']>;
  /** Whether a sync is under way now, in any process. */
  readonly running: Scalars['Boolean']['output'];
  /** How many sources there are, by how they stand. */
  readonly sources: SourceCounts;
};

/** A tag. */
export type Tag = {
  readonly __typename?: 'Tag';
  /** The tag's key. */
  readonly key: Scalars['String']['output'];
  /** The tag's value; may be empty. */
  readonly value: Scalars['String']['output'];
};

/**
 * A condition on the tags of an image. An image matches where one tag fulfils all parts (R10: each account sees only the
 * tags that it set itself; all of them are searched).
 */
export type TagFilter = {
  /** The tag's key, case-sensitive. */
  readonly key: Scalars['String']['input'];
  /** The account that set the tag; any account where left out. */
  readonly setBy?: InputMaybe<AccountIdFilter>;
  /** Whether the image's owner set it (true), or another account for itself (false); either where left out. */
  readonly setByOwner?: InputMaybe<Scalars['Boolean']['input']>;
  /** The tag's value; any value where left out. */
  readonly value?: InputMaybe<StringFilter>;
};

/** What of a bill could not be attributed for one reason. */
export type UnattributedAmount = {
  readonly __typename?: 'UnattributedAmount';
  /** The amount, in the bill's currency. */
  readonly amount: Scalars['Decimal']['output'];
  /** The reason. */
  readonly code: UnattributedReason;
  /** Lines of the export. */
  readonly lineItems: Scalars['Int']['output'];
};

/** Why an amount could not be attributed to an image; the first that applies. */
export type UnattributedReason =
  /** A credit. */
  | 'CREDIT'
  /** A discount. */
  | 'DISCOUNT'
  /** An annual or contract price, or a fee of a commitment. */
  | 'FEE'
  /** A snapshot that backs no image that is known. */
  | 'NO_IMAGE_OF_SNAPSHOT'
  /** An instance that the sync never saw: it lived between two of them, or before the first. */
  | 'NO_INSTANCE_SEEN'
  /** The line names no resource. */
  | 'NO_RESOURCE'
  /** A kind of line that AWS added since. */
  | 'OTHER'
  /** Another service: no part of what an image costs. */
  | 'OTHER_SERVICE'
  /** A refund. */
  | 'REFUND'
  /** What a Savings Plan takes off again from usage at its unblended cost. */
  | 'SAVINGS_PLAN'
  /** A tax on no single resource. */
  | 'TAX';

/** Conditions on why costs were not attributed. All that are given must hold. */
export type UnattributedReasonFilter = {
  /** Is this one. */
  readonly eq?: InputMaybe<UnattributedReason>;
  /** Is one of these; an empty list matches nothing. */
  readonly in?: InputMaybe<ReadonlyArray<UnattributedReason>>;
};

/** A way to buy an instance type. */
export type UsageClass =
  /** Capacity Blocks. */
  | 'CAPACITY_BLOCK'
  /** On demand. */
  | 'ON_DEMAND'
  /** A way that AWS added since. */
  | 'OTHER'
  /** Spot. */
  | 'SPOT';

/** What an instance was billed for in a month under one usage operation, where that is not what the instance or its image says. */
export type UsageOperationDrift = {
  readonly __typename?: 'UsageOperationDrift';
  /** The account that launched, and is billed. */
  readonly account: Account;
  /**
   * The usage operation of the bill (`line_item_operation`). Of Spot its zone stands behind it (`RunInstances:0010:SV006`), which
   * is no difference; nor is Red Hat Enterprise Linux with a subscription of one's own (`RunInstances:00g0`), which is billed as
   * `RunInstances` (AWS: EC2 user guide, "AMI billing information fields", notes 2 and 3).
   */
  readonly billedUsageOperation: Scalars['String']['output'];
  /** The same with the fees of Savings Plans and reservations spread over what they cover. */
  readonly effectiveInfrastructureCost: Money;
  /** That image; null where the inventory does not hold it. */
  readonly image?: Maybe<Image>;
  /** AWS's ID of the image that it ran then. */
  readonly imageId: Scalars['ID']['output'];
  /** The usage operation of the image; null where it is not known, as of an image that is gone. */
  readonly imageUsageOperation?: Maybe<Scalars['String']['output']>;
  /** What the instance's usage under this operation was billed at, unblended. */
  readonly infrastructureCost: Money;
  /** The instance; null where it is gone. */
  readonly instance?: Maybe<Instance>;
  /** Hours that it ran under this operation, as billed. */
  readonly instanceHours: Scalars['Decimal']['output'];
  /** AWS's ID of the instance. */
  readonly instanceId: Scalars['ID']['output'];
  /**
   * The usage operation of the instance: of those that it had within the month the one that was billed, else the last one that
   * was seen; null where none was seen.
   */
  readonly instanceUsageOperation?: Maybe<Scalars['String']['output']>;
  /** In what they differ. */
  readonly kinds: ReadonlyArray<UsageOperationDriftKind>;
  /** The billing month, in UTC. */
  readonly month: Scalars['YearMonth']['output'];
  /** The account that is invoiced. */
  readonly payer: Account;
  /** The Region. */
  readonly region: Scalars['Region']['output'];
};

/** A list of drifts. */
export type UsageOperationDriftConnection = {
  readonly __typename?: 'UsageOperationDriftConnection';
  /** How far the bills and the instances could be read. */
  readonly coverage: Coverage;
  /** The drifts of this page, each with its cursor. */
  readonly edges: ReadonlyArray<UsageOperationDriftEdge>;
  /** The drifts of this page. */
  readonly nodes: ReadonlyArray<UsageOperationDrift>;
  /** Where this page lies in the list. */
  readonly pageInfo: PageInfo;
  /** The number of drifts in the whole list; counted only when asked for. */
  readonly totalCount: Scalars['Int']['output'];
};

/** A place in a list of drifts. */
export type UsageOperationDriftEdge = {
  readonly __typename?: 'UsageOperationDriftEdge';
  /** Marks this place for `after` and `before`. */
  readonly cursor: Scalars['String']['output'];
  /** What is at this place. */
  readonly node: UsageOperationDrift;
};

/** Which drifts to list. All conditions that are given must hold; null is the same as leaving it out. */
export type UsageOperationDriftFilter = {
  /** The account that launched. */
  readonly account?: InputMaybe<AccountIdFilter>;
  /** Each of these holds. */
  readonly all?: InputMaybe<ReadonlyArray<UsageOperationDriftFilter>>;
  /** At least one of these holds. */
  readonly any?: InputMaybe<ReadonlyArray<UsageOperationDriftFilter>>;
  /** The usage operation of the bill. */
  readonly billedUsageOperation?: InputMaybe<StringFilter>;
  /** AWS's ID of the image. */
  readonly imageId?: InputMaybe<IdFilter>;
  /** AWS's ID of the instance. */
  readonly instanceId?: InputMaybe<IdFilter>;
  /** One of the kinds. */
  readonly kind?: InputMaybe<UsageOperationDriftKindFilter>;
  /** This does not hold. */
  readonly not?: InputMaybe<UsageOperationDriftFilter>;
  /** The Region. */
  readonly region?: InputMaybe<RegionFilter>;
};

/** In what usage operations differ that should agree (AWS: EC2 user guide, "AMI billing information fields"). */
export type UsageOperationDriftKind =
  /** One of them is not in AWS's list. */
  | 'OTHER'
  /** Red Hat Enterprise Linux, its subscription or its high availability add-on are in one of them only. */
  | 'RHEL'
  /** They have different editions of SQL Server, or only one of them has it. */
  | 'SQL_SERVER'
  /** One is SUSE Linux Enterprise Server, the other is not. */
  | 'SUSE'
  /** One is Ubuntu Pro, the other is not. */
  | 'UBUNTU_PRO'
  /** One is Windows, the other is not. */
  | 'WINDOWS'
  /** Windows: the licence is included in one, and brought along in the other. */
  | 'WINDOWS_LICENSE';

/** Conditions on one of the kinds of a drift. All that are given must hold. */
export type UsageOperationDriftKindFilter = {
  /** Is this one. */
  readonly eq?: InputMaybe<UsageOperationDriftKind>;
  /** Is one of these; an empty list matches nothing. */
  readonly in?: InputMaybe<ReadonlyArray<UsageOperationDriftKind>>;
};

/** The order of a list of drifts. */
export type UsageOperationDriftOrder = {
  /** The direction. */
  readonly direction?: OrderDirection;
  /** What to order by. */
  readonly field: UsageOperationDriftOrderField;
};

/** What drifts can be ordered by. */
export type UsageOperationDriftOrderField =
  /** What the usage was billed at. Amounts of several currencies are compared as numbers. */
  | 'INFRASTRUCTURE_COST'
  /** The instance. */
  | 'INSTANCE_ID'
  /** The month. */
  | 'MONTH';

/** How instances are virtualized. */
export type VirtualizationType =
  /** Hardware virtual machine. */
  | 'HVM'
  /** A type that AWS added since. */
  | 'OTHER'
  /** Paravirtual. */
  | 'PARAVIRTUAL';

export type WithIndex<TObject> = TObject & Record<string, any>;
export type ResolversObject<TObject> = WithIndex<TObject>;

export type ResolverTypeWrapper<T> = Promise<T> | T;


export type ResolverWithResolve<TResult, TParent, TContext, TArgs> = {
  resolve: ResolverFn<TResult, TParent, TContext, TArgs>;
};
export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs> | ResolverWithResolve<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;



/** Mapping of union types */
export type ResolversUnionTypes<_RefType extends Record<string, unknown>> = ResolversObject<{
  ChangeSubject:
    | ( AccountRow )
    | ( ImageRow )
    | ( InstanceRow )
  ;
}>;

/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = ResolversObject<{
  Node:
    | ( AccountRow )
    | ( ImageRow )
    | ( InstanceRow )
    | ( OrganizationRow )
    | ( OrganizationalUnitRow )
    | ( ProductCodeRow )
    | ( SnapshotRow )
  ;
}>;

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = ResolversObject<{
  Account: ResolverTypeWrapper<AccountRow>;
  AccountAdoption: ResolverTypeWrapper<AccountAdoptionRow>;
  AccountAdoptionPoint: ResolverTypeWrapper<AdoptionOfAccount>;
  AccountConnection: ResolverTypeWrapper<Connection>;
  AccountEdge: ResolverTypeWrapper<Omit<AccountEdge, 'node'> & { node: ResolversTypes['Account'] }>;
  AccountFilter: AccountFilter;
  AccountId: ResolverTypeWrapper<Scalars['AccountId']['output']>;
  AccountIdFilter: AccountIdFilter;
  AccountJoinedMethod: AccountJoinedMethod;
  AccountOrder: AccountOrder;
  AccountOrderField: AccountOrderField;
  AccountRegion: ResolverTypeWrapper<AccountRegionRow>;
  AccountState: AccountState;
  AccountStateFilter: AccountStateFilter;
  AllowedImagesCriterion: ResolverTypeWrapper<AllowedImagesCriterion>;
  AllowedImagesSettings: ResolverTypeWrapper<AllowedImagesRow>;
  AllowedImagesState: AllowedImagesState;
  AllowedImagesVerdict: AllowedImagesVerdict;
  AllowedImagesWhatIf: ResolverTypeWrapper<ProposalRow>;
  Architecture: Architecture;
  ArchitectureFilter: ArchitectureFilter;
  Bill: ResolverTypeWrapper<BillRow>;
  BillConnection: ResolverTypeWrapper<Connection>;
  BillEdge: ResolverTypeWrapper<Omit<BillEdge, 'node'> & { node: ResolversTypes['Bill'] }>;
  BillFilter: BillFilter;
  BillKind: BillKind;
  BillKindFilter: BillKindFilter;
  BillLimitation: BillLimitation;
  BillOrder: BillOrder;
  BillOrderField: BillOrderField;
  BillReconciliation: ResolverTypeWrapper<BillReconciliationRow>;
  BillReconciliationConnection: ResolverTypeWrapper<Connection>;
  BillReconciliationEdge: ResolverTypeWrapper<Omit<BillReconciliationEdge, 'node'> & { node: ResolversTypes['BillReconciliation'] }>;
  BillReconciliationFilter: BillReconciliationFilter;
  BillReconciliationOrder: BillReconciliationOrder;
  BillReconciliationOrderField: BillReconciliationOrderField;
  BlockDevice: ResolverTypeWrapper<BlockDeviceRow>;
  BlockPublicAccess: ResolverTypeWrapper<BlockPublicAccessRow>;
  BlockPublicAccessState: BlockPublicAccessState;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  BootMode: BootMode;
  BootModeFilter: BootModeFilter;
  Certainty: Certainty;
  Change: ResolverTypeWrapper<ChangeRow>;
  ChangeConnection: ResolverTypeWrapper<ConnectionOfChanges>;
  ChangeEdge: ResolverTypeWrapper<Omit<ChangeEdge, 'node'> & { node: ResolversTypes['Change'] }>;
  ChangeFilter: ChangeFilter;
  ChangeKind: ChangeKind;
  ChangeKindFilter: ChangeKindFilter;
  ChangeSubject: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['ChangeSubject']>;
  Cost: ResolverTypeWrapper<CostRow>;
  CostConnection: ResolverTypeWrapper<Connection>;
  CostEdge: ResolverTypeWrapper<Omit<CostEdge, 'node'> & { node: ResolversTypes['Cost'] }>;
  CostFilter: CostFilter;
  CostGroup: CostGroup;
  CostOrder: CostOrder;
  CostOrderField: CostOrderField;
  Coverage: ResolverTypeWrapper<CoverageAnswer>;
  CoverageStatus: CoverageStatus;
  CoverageStatusFilter: CoverageStatusFilter;
  CriteriaCounts: ResolverTypeWrapper<CriteriaCounts>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  DateTimeFilter: DateTimeFilter;
  DeadLetter: ResolverTypeWrapper<DeadLetter>;
  DeadLetterConnection: ResolverTypeWrapper<Connection>;
  DeadLetterEdge: ResolverTypeWrapper<DeadLetterEdge>;
  DeadLetterFilter: DeadLetterFilter;
  DeadLetterOrder: DeadLetterOrder;
  DeadLetterOrderField: DeadLetterOrderField;
  Decimal: ResolverTypeWrapper<Scalars['Decimal']['output']>;
  Deregistration: ResolverTypeWrapper<DeregistrationRow>;
  DeregistrationReason: DeregistrationReason;
  DeregistrationSaving: ResolverTypeWrapper<DeregistrationSavingRow>;
  DeregistrationSavingConnection: ResolverTypeWrapper<Connection>;
  DeregistrationSavingEdge: ResolverTypeWrapper<Omit<DeregistrationSavingEdge, 'node'> & { node: ResolversTypes['DeregistrationSaving'] }>;
  DeregistrationSavingFilter: DeregistrationSavingFilter;
  DeregistrationSavingOrder: DeregistrationSavingOrder;
  DeregistrationSavingOrderField: DeregistrationSavingOrderField;
  DeregistrationVerdict: DeregistrationVerdict;
  DerivedLaunch: ResolverTypeWrapper<DerivedLaunchRow>;
  EventQueue: ResolverTypeWrapper<EventQueueRow>;
  Exposure: ResolverTypeWrapper<ExposureRow>;
  ExposureConnection: ResolverTypeWrapper<Connection>;
  ExposureEdge: ResolverTypeWrapper<Omit<ExposureEdge, 'node'> & { node: ResolversTypes['Exposure'] }>;
  ExposureFilter: ExposureFilter;
  ExposureKind: ExposureKind;
  ExposureKindFilter: ExposureKindFilter;
  ExposureOrder: ExposureOrder;
  ExposureOrderField: ExposureOrderField;
  FastLaunch: ResolverTypeWrapper<FastLaunchRow>;
  FastLaunchState: FastLaunchState;
  FeatureSupport: FeatureSupport;
  GoldenAdoption: ResolverTypeWrapper<GoldenImageRow>;
  GoldenAdoptionHistory: ResolverTypeWrapper<AdoptionHistory>;
  GoldenAdoptionPoint: ResolverTypeWrapper<Omit<GoldenAdoptionPoint, 'byAccount' | 'byOrganizationalUnit'> & { byAccount: ReadonlyArray<ResolversTypes['AccountAdoptionPoint']>, byOrganizationalUnit: ReadonlyArray<ResolversTypes['OrganizationalUnitAdoptionPoint']> }>;
  GoldenDrift: ResolverTypeWrapper<GoldenDriftRow>;
  GoldenDriftConnection: ResolverTypeWrapper<Connection>;
  GoldenDriftEdge: ResolverTypeWrapper<Omit<GoldenDriftEdge, 'node'> & { node: ResolversTypes['GoldenDrift'] }>;
  GoldenDriftFilter: GoldenDriftFilter;
  GoldenDriftOrder: GoldenDriftOrder;
  GoldenDriftOrderField: GoldenDriftOrderField;
  GoldenImage: ResolverTypeWrapper<GoldenImageRow>;
  GoldenImageConnection: ResolverTypeWrapper<Connection>;
  GoldenImageEdge: ResolverTypeWrapper<Omit<GoldenImageEdge, 'node'> & { node: ResolversTypes['GoldenImage'] }>;
  GoldenImageFilter: GoldenImageFilter;
  GoldenImageOrder: GoldenImageOrder;
  GoldenImageOrderField: GoldenImageOrderField;
  GoldenImageOrigin: GoldenImageOrigin;
  GoldenImageOriginFilter: GoldenImageOriginFilter;
  GoldenRelease: ResolverTypeWrapper<GoldenReleaseRow>;
  Hypervisor: Hypervisor;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  IdFilter: IdFilter;
  IdOrUnsetFilter: IdOrUnsetFilter;
  Image: ResolverTypeWrapper<ImageRow>;
  ImageAncestor: ResolverTypeWrapper<ImageAncestorRow>;
  ImageBuild: ResolverTypeWrapper<ImageBuildRow>;
  ImageBuildState: ImageBuildState;
  ImageConnection: ResolverTypeWrapper<Connection>;
  ImageCriterionInput: ImageCriterionInput;
  ImageEdge: ResolverTypeWrapper<Omit<ImageEdge, 'node'> & { node: ResolversTypes['Image'] }>;
  ImageEvidence: ImageEvidence;
  ImageFilter: ImageFilter;
  ImageOrder: ImageOrder;
  ImageOrderField: ImageOrderField;
  ImageOrigin: ResolverTypeWrapper<ImageOrigin>;
  ImageOriginKind: ImageOriginKind;
  ImagePipeline: ResolverTypeWrapper<ImagePipelineRow>;
  ImagePipelineStatus: ImagePipelineStatus;
  ImageReference: ResolverTypeWrapper<ImageReferenceRow>;
  ImageReferenceConnection: ResolverTypeWrapper<Connection>;
  ImageReferenceEdge: ResolverTypeWrapper<Omit<ImageReferenceEdge, 'node'> & { node: ResolversTypes['ImageReference'] }>;
  ImageReferenceFilter: ImageReferenceFilter;
  ImageReferenceKind: ImageReferenceKind;
  ImageReferenceKindFilter: ImageReferenceKindFilter;
  ImageReferenceOrder: ImageReferenceOrder;
  ImageReferenceOrderField: ImageReferenceOrderField;
  ImageRelative: ResolverTypeWrapper<ImageRelativeRow>;
  ImageRelativeConnection: ResolverTypeWrapper<Connection>;
  ImageRelativeEdge: ResolverTypeWrapper<Omit<ImageRelativeEdge, 'node'> & { node: ResolversTypes['ImageRelative'] }>;
  ImageState: ImageState;
  ImageStateFilter: ImageStateFilter;
  ImageTag: ResolverTypeWrapper<ImageTagRow>;
  ImageTrust: ImageTrust;
  ImageTrustFilter: ImageTrustFilter;
  ImageType: ImageType;
  ImageUnderCriteria: ResolverTypeWrapper<ImageUnderCriteriaRow>;
  ImageUnderCriteriaConnection: ResolverTypeWrapper<Connection>;
  ImageUnderCriteriaEdge: ResolverTypeWrapper<Omit<ImageUnderCriteriaEdge, 'node'> & { node: ResolversTypes['ImageUnderCriteria'] }>;
  ImageUsageReport: ResolverTypeWrapper<ImageUsageReportRow>;
  ImageUse: ResolverTypeWrapper<ImageUseRow>;
  ImageUseKind: ImageUseKind;
  ImageVersion: ResolverTypeWrapper<ImageVersionRow>;
  ImageVersionConnection: ResolverTypeWrapper<Connection>;
  ImageVersionEdge: ResolverTypeWrapper<Omit<ImageVersionEdge, 'node'> & { node: ResolversTypes['ImageVersion'] }>;
  ImageVisibility: ImageVisibility;
  ImageVisibilityFilter: ImageVisibilityFilter;
  ImageWatermark: ResolverTypeWrapper<ImageWatermarkRow>;
  ImageWatermarkCondition: ResolverTypeWrapper<ImageWatermarkCondition>;
  ImageWatermarkConditionInput: ImageWatermarkConditionInput;
  Instance: ResolverTypeWrapper<InstanceRow>;
  InstanceConnection: ResolverTypeWrapper<Connection>;
  InstanceEdge: ResolverTypeWrapper<Omit<InstanceEdge, 'node'> & { node: ResolversTypes['Instance'] }>;
  InstanceFilter: InstanceFilter;
  InstanceImageFilter: InstanceImageFilter;
  InstanceLifecycle: InstanceLifecycle;
  InstanceOrder: InstanceOrder;
  InstanceOrderField: InstanceOrderField;
  InstanceState: InstanceState;
  InstanceStateFilter: InstanceStateFilter;
  InstanceType: ResolverTypeWrapper<InstanceTypeRow>;
  InstanceTypeConnection: ResolverTypeWrapper<Connection>;
  InstanceTypeEdge: ResolverTypeWrapper<Omit<InstanceTypeEdge, 'node'> & { node: ResolversTypes['InstanceType'] }>;
  InstanceTypeFilter: InstanceTypeFilter;
  InstanceTypeHypervisor: InstanceTypeHypervisor;
  InstanceTypeOrder: InstanceTypeOrder;
  InstanceTypeOrderField: InstanceTypeOrderField;
  InstanceUnderCriteria: ResolverTypeWrapper<InstanceRow>;
  InstanceUnderCriteriaConnection: ResolverTypeWrapper<Connection>;
  InstanceUnderCriteriaEdge: ResolverTypeWrapper<Omit<InstanceUnderCriteriaEdge, 'node'> & { node: ResolversTypes['InstanceUnderCriteria'] }>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  JSON: ResolverTypeWrapper<Scalars['JSON']['output']>;
  KmsGrant: ResolverTypeWrapper<KmsGrantRow>;
  KmsKey: ResolverTypeWrapper<KmsKeyRow>;
  KmsKeyManager: KmsKeyManager;
  KmsKeyRead: ResolverTypeWrapper<KmsKeyReadRow>;
  KmsKeyState: KmsKeyState;
  LaunchBlocker: ResolverTypeWrapper<LaunchBlocker>;
  LaunchBlockerCode: LaunchBlockerCode;
  LaunchCheck: ResolverTypeWrapper<LaunchCheckRow>;
  LaunchCheckInput: LaunchCheckInput;
  LaunchGrant: ResolverTypeWrapper<LaunchGrant>;
  LaunchGrantKind: LaunchGrantKind;
  LaunchPermission: ResolverTypeWrapper<LaunchPermissionRow>;
  LaunchPermissionKind: LaunchPermissionKind;
  LaunchPermissionStatus: LaunchPermissionStatus;
  LaunchPermissionsRead: ResolverTypeWrapper<LaunchPermissionsReadRow>;
  LaunchTemplateVersion: ResolverTypeWrapper<LaunchTemplateVersionRow>;
  LaunchTemplateVersionConnection: ResolverTypeWrapper<Connection>;
  LaunchTemplateVersionEdge: ResolverTypeWrapper<Omit<LaunchTemplateVersionEdge, 'node'> & { node: ResolversTypes['LaunchTemplateVersion'] }>;
  LaunchTemplateVersionFilter: LaunchTemplateVersionFilter;
  LaunchTemplateVersionOrder: LaunchTemplateVersionOrder;
  LaunchTemplateVersionOrderField: LaunchTemplateVersionOrderField;
  LaunchTemplateVersionUnderCriteria: ResolverTypeWrapper<LaunchTemplateVersionRow>;
  LaunchTemplateVersionUnderCriteriaConnection: ResolverTypeWrapper<Connection>;
  LaunchTemplateVersionUnderCriteriaEdge: ResolverTypeWrapper<Omit<LaunchTemplateVersionUnderCriteriaEdge, 'node'> & { node: ResolversTypes['LaunchTemplateVersionUnderCriteria'] }>;
  LaunchVerdict: LaunchVerdict;
  LaunchWarning: ResolverTypeWrapper<LaunchWarning>;
  LaunchWarningCode: LaunchWarningCode;
  LaunchableImage: ResolverTypeWrapper<ImageRow>;
  LaunchableImageConnection: ResolverTypeWrapper<Connection>;
  LaunchableImageEdge: ResolverTypeWrapper<Omit<LaunchableImageEdge, 'node'> & { node: ResolversTypes['LaunchableImage'] }>;
  LaunchingAccount: ResolverTypeWrapper<AccountRow>;
  LaunchingAccountConnection: ResolverTypeWrapper<Connection>;
  LaunchingAccountEdge: ResolverTypeWrapper<Omit<LaunchingAccountEdge, 'node'> & { node: ResolversTypes['LaunchingAccount'] }>;
  LineageDirection: LineageDirection;
  LineageEnd: LineageEnd;
  LineageLink: ResolverTypeWrapper<LineageLinkRow>;
  LineageLinkKind: LineageLinkKind;
  LineageRelationship: LineageRelationship;
  Money: ResolverTypeWrapper<Money>;
  MonthRange: MonthRange;
  MonthlyCost: ResolverTypeWrapper<MonthlyCost>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Node: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['Node']>;
  OptInStatus: OptInStatus;
  OrderDirection: OrderDirection;
  Organization: ResolverTypeWrapper<OrganizationRow>;
  OrganizationFeatureSet: OrganizationFeatureSet;
  OrganizationalUnit: ResolverTypeWrapper<OrganizationalUnitRow>;
  OrganizationalUnitAdoption: ResolverTypeWrapper<OrganizationalUnitAdoptionRow>;
  OrganizationalUnitAdoptionPoint: ResolverTypeWrapper<AdoptionOfUnit>;
  OrganizationalUnitConnection: ResolverTypeWrapper<Connection>;
  OrganizationalUnitEdge: ResolverTypeWrapper<Omit<OrganizationalUnitEdge, 'node'> & { node: ResolversTypes['OrganizationalUnit'] }>;
  OrganizationalUnitFilter: OrganizationalUnitFilter;
  OrganizationalUnitMembershipFilter: OrganizationalUnitMembershipFilter;
  OrganizationalUnitOrder: OrganizationalUnitOrder;
  OrganizationalUnitOrderField: OrganizationalUnitOrderField;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  PaidProduct: ResolverTypeWrapper<PaidProductRow>;
  PaidProductAccount: ResolverTypeWrapper<PaidProductAccountRow>;
  PaidProductAccountConnection: ResolverTypeWrapper<Connection>;
  PaidProductAccountEdge: ResolverTypeWrapper<Omit<PaidProductAccountEdge, 'node'> & { node: ResolversTypes['PaidProductAccount'] }>;
  PaidProductAccountOrder: PaidProductAccountOrder;
  PaidProductAccountOrderField: PaidProductAccountOrderField;
  PaidProductConnection: ResolverTypeWrapper<Connection>;
  PaidProductEdge: ResolverTypeWrapper<Omit<PaidProductEdge, 'node'> & { node: ResolversTypes['PaidProduct'] }>;
  PaidProductFilter: PaidProductFilter;
  PaidProductImage: ResolverTypeWrapper<PaidProductImageRow>;
  PaidProductImageConnection: ResolverTypeWrapper<Connection>;
  PaidProductImageEdge: ResolverTypeWrapper<Omit<PaidProductImageEdge, 'node'> & { node: ResolversTypes['PaidProductImage'] }>;
  PaidProductImageOrder: PaidProductImageOrder;
  PaidProductImageOrderField: PaidProductImageOrderField;
  PaidProductOrder: PaidProductOrder;
  PaidProductOrderField: PaidProductOrderField;
  PaidProductRegion: ResolverTypeWrapper<PaidProductRegion>;
  PaidProductUse: PaidProductUse;
  PaidProductUseFilter: PaidProductUseFilter;
  Platform: Platform;
  PlatformFilter: PlatformFilter;
  ProductCode: ResolverTypeWrapper<ProductCodeRow>;
  ProductCodeConnection: ResolverTypeWrapper<Connection>;
  ProductCodeEdge: ResolverTypeWrapper<Omit<ProductCodeEdge, 'node'> & { node: ResolversTypes['ProductCode'] }>;
  ProductCodeFilter: ProductCodeFilter;
  ProductCodeKind: ProductCodeKind;
  ProductCodeKindFilter: ProductCodeKindFilter;
  ProductCodeOrder: ProductCodeOrder;
  ProductCodeOrderField: ProductCodeOrderField;
  ProductTitle: ResolverTypeWrapper<ProductTitle>;
  ProductTitleSource: ProductTitleSource;
  PublicBlocker: ResolverTypeWrapper<PublicBlocker>;
  PublicBlockerCode: PublicBlockerCode;
  PublicEligibility: ResolverTypeWrapper<PublicEligibility>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  RecycleBinImage: ResolverTypeWrapper<RecycleBinImageRow>;
  RecycleBinImageConnection: ResolverTypeWrapper<Connection>;
  RecycleBinImageEdge: ResolverTypeWrapper<Omit<RecycleBinImageEdge, 'node'> & { node: ResolversTypes['RecycleBinImage'] }>;
  RecycleBinImageFilter: RecycleBinImageFilter;
  RecycleBinImageOrder: RecycleBinImageOrder;
  RecycleBinImageOrderField: RecycleBinImageOrderField;
  Region: ResolverTypeWrapper<Scalars['Region']['output']>;
  RegionAdoption: ResolverTypeWrapper<RegionAdoption>;
  RegionAdoptionPoint: ResolverTypeWrapper<RegionAdoptionPoint>;
  RegionFilter: RegionFilter;
  RegionalCopies: ResolverTypeWrapper<RegionalCopiesRow>;
  ReplacementSaving: ResolverTypeWrapper<ReplacementSavingRow>;
  ReplacementSavingConnection: ResolverTypeWrapper<Connection>;
  ReplacementSavingEdge: ResolverTypeWrapper<Omit<ReplacementSavingEdge, 'node'> & { node: ResolversTypes['ReplacementSaving'] }>;
  ReplacementSavingFilter: ReplacementSavingFilter;
  ReplacementSavingOrder: ReplacementSavingOrder;
  ReplacementSavingOrderField: ReplacementSavingOrderField;
  RootDeviceType: RootDeviceType;
  SettingManager: SettingManager;
  ShareProblem: ResolverTypeWrapper<ShareProblemRow>;
  ShareProblemCode: ShareProblemCode;
  ShareProblemCodeFilter: ShareProblemCodeFilter;
  ShareProblemConnection: ResolverTypeWrapper<ConnectionOfShareProblems>;
  ShareProblemEdge: ResolverTypeWrapper<Omit<ShareProblemEdge, 'node'> & { node: ResolversTypes['ShareProblem'] }>;
  ShareProblemFilter: ShareProblemFilter;
  ShareProblemOrder: ShareProblemOrder;
  ShareProblemOrderField: ShareProblemOrderField;
  ShareProblemSeverity: ShareProblemSeverity;
  ShareProblemSeverityFilter: ShareProblemSeverityFilter;
  Snapshot: ResolverTypeWrapper<SnapshotRow>;
  SnapshotConnection: ResolverTypeWrapper<Connection>;
  SnapshotEdge: ResolverTypeWrapper<Omit<SnapshotEdge, 'node'> & { node: ResolversTypes['Snapshot'] }>;
  SnapshotFilter: SnapshotFilter;
  SnapshotOrder: SnapshotOrder;
  SnapshotOrderField: SnapshotOrderField;
  SnapshotState: SnapshotState;
  SnapshotStorageTier: SnapshotStorageTier;
  SourceCounts: ResolverTypeWrapper<SourceCounts>;
  SourceCoverage: ResolverTypeWrapper<SourceCoverageRow>;
  SourceCoverageConnection: ResolverTypeWrapper<Connection>;
  SourceCoverageEdge: ResolverTypeWrapper<Omit<SourceCoverageEdge, 'node'> & { node: ResolversTypes['SourceCoverage'] }>;
  SourceCoverageFilter: SourceCoverageFilter;
  SourceCoverageOrder: SourceCoverageOrder;
  SourceCoverageOrderField: SourceCoverageOrderField;
  SourceError: ResolverTypeWrapper<SourceError>;
  SourceKind: SourceKind;
  SourceKindFilter: SourceKindFilter;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  StringFilter: StringFilter;
  SupportedBootModeFilter: SupportedBootModeFilter;
  SyncJob: ResolverTypeWrapper<SyncJobRow>;
  SyncJobState: SyncJobState;
  SyncReason: SyncReason;
  SyncRun: ResolverTypeWrapper<SyncRunRow>;
  SyncRunConnection: ResolverTypeWrapper<Connection>;
  SyncRunEdge: ResolverTypeWrapper<Omit<SyncRunEdge, 'node'> & { node: ResolversTypes['SyncRun'] }>;
  SyncRunOrder: SyncRunOrder;
  SyncRunOrderField: SyncRunOrderField;
  SyncStatus: ResolverTypeWrapper<SyncStatus>;
  Tag: ResolverTypeWrapper<Tag>;
  TagFilter: TagFilter;
  UnattributedAmount: ResolverTypeWrapper<UnattributedAmount>;
  UnattributedReason: UnattributedReason;
  UnattributedReasonFilter: UnattributedReasonFilter;
  UsageClass: UsageClass;
  UsageOperationDrift: ResolverTypeWrapper<UsageOperationDriftRow>;
  UsageOperationDriftConnection: ResolverTypeWrapper<Connection>;
  UsageOperationDriftEdge: ResolverTypeWrapper<Omit<UsageOperationDriftEdge, 'node'> & { node: ResolversTypes['UsageOperationDrift'] }>;
  UsageOperationDriftFilter: UsageOperationDriftFilter;
  UsageOperationDriftKind: UsageOperationDriftKind;
  UsageOperationDriftKindFilter: UsageOperationDriftKindFilter;
  UsageOperationDriftOrder: UsageOperationDriftOrder;
  UsageOperationDriftOrderField: UsageOperationDriftOrderField;
  VirtualizationType: VirtualizationType;
  YearMonth: ResolverTypeWrapper<Scalars['YearMonth']['output']>;
}>;

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = ResolversObject<{
  Account: AccountRow;
  AccountAdoption: AccountAdoptionRow;
  AccountAdoptionPoint: AdoptionOfAccount;
  AccountConnection: Connection;
  AccountEdge: Omit<AccountEdge, 'node'> & { node: ResolversParentTypes['Account'] };
  AccountFilter: AccountFilter;
  AccountId: Scalars['AccountId']['output'];
  AccountIdFilter: AccountIdFilter;
  AccountOrder: AccountOrder;
  AccountRegion: AccountRegionRow;
  AccountStateFilter: AccountStateFilter;
  AllowedImagesCriterion: AllowedImagesCriterion;
  AllowedImagesSettings: AllowedImagesRow;
  AllowedImagesWhatIf: ProposalRow;
  ArchitectureFilter: ArchitectureFilter;
  Bill: BillRow;
  BillConnection: Connection;
  BillEdge: Omit<BillEdge, 'node'> & { node: ResolversParentTypes['Bill'] };
  BillFilter: BillFilter;
  BillKindFilter: BillKindFilter;
  BillOrder: BillOrder;
  BillReconciliation: BillReconciliationRow;
  BillReconciliationConnection: Connection;
  BillReconciliationEdge: Omit<BillReconciliationEdge, 'node'> & { node: ResolversParentTypes['BillReconciliation'] };
  BillReconciliationFilter: BillReconciliationFilter;
  BillReconciliationOrder: BillReconciliationOrder;
  BlockDevice: BlockDeviceRow;
  BlockPublicAccess: BlockPublicAccessRow;
  Boolean: Scalars['Boolean']['output'];
  BootModeFilter: BootModeFilter;
  Change: ChangeRow;
  ChangeConnection: ConnectionOfChanges;
  ChangeEdge: Omit<ChangeEdge, 'node'> & { node: ResolversParentTypes['Change'] };
  ChangeFilter: ChangeFilter;
  ChangeKindFilter: ChangeKindFilter;
  ChangeSubject: ResolversUnionTypes<ResolversParentTypes>['ChangeSubject'];
  Cost: CostRow;
  CostConnection: Connection;
  CostEdge: Omit<CostEdge, 'node'> & { node: ResolversParentTypes['Cost'] };
  CostFilter: CostFilter;
  CostOrder: CostOrder;
  Coverage: CoverageAnswer;
  CoverageStatusFilter: CoverageStatusFilter;
  CriteriaCounts: CriteriaCounts;
  DateTime: Scalars['DateTime']['output'];
  DateTimeFilter: DateTimeFilter;
  DeadLetter: DeadLetter;
  DeadLetterConnection: Connection;
  DeadLetterEdge: DeadLetterEdge;
  DeadLetterFilter: DeadLetterFilter;
  DeadLetterOrder: DeadLetterOrder;
  Decimal: Scalars['Decimal']['output'];
  Deregistration: DeregistrationRow;
  DeregistrationSaving: DeregistrationSavingRow;
  DeregistrationSavingConnection: Connection;
  DeregistrationSavingEdge: Omit<DeregistrationSavingEdge, 'node'> & { node: ResolversParentTypes['DeregistrationSaving'] };
  DeregistrationSavingFilter: DeregistrationSavingFilter;
  DeregistrationSavingOrder: DeregistrationSavingOrder;
  DerivedLaunch: DerivedLaunchRow;
  EventQueue: EventQueueRow;
  Exposure: ExposureRow;
  ExposureConnection: Connection;
  ExposureEdge: Omit<ExposureEdge, 'node'> & { node: ResolversParentTypes['Exposure'] };
  ExposureFilter: ExposureFilter;
  ExposureKindFilter: ExposureKindFilter;
  ExposureOrder: ExposureOrder;
  FastLaunch: FastLaunchRow;
  GoldenAdoption: GoldenImageRow;
  GoldenAdoptionHistory: AdoptionHistory;
  GoldenAdoptionPoint: Omit<GoldenAdoptionPoint, 'byAccount' | 'byOrganizationalUnit'> & { byAccount: ReadonlyArray<ResolversParentTypes['AccountAdoptionPoint']>, byOrganizationalUnit: ReadonlyArray<ResolversParentTypes['OrganizationalUnitAdoptionPoint']> };
  GoldenDrift: GoldenDriftRow;
  GoldenDriftConnection: Connection;
  GoldenDriftEdge: Omit<GoldenDriftEdge, 'node'> & { node: ResolversParentTypes['GoldenDrift'] };
  GoldenDriftFilter: GoldenDriftFilter;
  GoldenDriftOrder: GoldenDriftOrder;
  GoldenImage: GoldenImageRow;
  GoldenImageConnection: Connection;
  GoldenImageEdge: Omit<GoldenImageEdge, 'node'> & { node: ResolversParentTypes['GoldenImage'] };
  GoldenImageFilter: GoldenImageFilter;
  GoldenImageOrder: GoldenImageOrder;
  GoldenImageOriginFilter: GoldenImageOriginFilter;
  GoldenRelease: GoldenReleaseRow;
  ID: Scalars['ID']['output'];
  IdFilter: IdFilter;
  IdOrUnsetFilter: IdOrUnsetFilter;
  Image: ImageRow;
  ImageAncestor: ImageAncestorRow;
  ImageBuild: ImageBuildRow;
  ImageConnection: Connection;
  ImageCriterionInput: ImageCriterionInput;
  ImageEdge: Omit<ImageEdge, 'node'> & { node: ResolversParentTypes['Image'] };
  ImageFilter: ImageFilter;
  ImageOrder: ImageOrder;
  ImageOrigin: ImageOrigin;
  ImagePipeline: ImagePipelineRow;
  ImageReference: ImageReferenceRow;
  ImageReferenceConnection: Connection;
  ImageReferenceEdge: Omit<ImageReferenceEdge, 'node'> & { node: ResolversParentTypes['ImageReference'] };
  ImageReferenceFilter: ImageReferenceFilter;
  ImageReferenceKindFilter: ImageReferenceKindFilter;
  ImageReferenceOrder: ImageReferenceOrder;
  ImageRelative: ImageRelativeRow;
  ImageRelativeConnection: Connection;
  ImageRelativeEdge: Omit<ImageRelativeEdge, 'node'> & { node: ResolversParentTypes['ImageRelative'] };
  ImageStateFilter: ImageStateFilter;
  ImageTag: ImageTagRow;
  ImageTrustFilter: ImageTrustFilter;
  ImageUnderCriteria: ImageUnderCriteriaRow;
  ImageUnderCriteriaConnection: Connection;
  ImageUnderCriteriaEdge: Omit<ImageUnderCriteriaEdge, 'node'> & { node: ResolversParentTypes['ImageUnderCriteria'] };
  ImageUsageReport: ImageUsageReportRow;
  ImageUse: ImageUseRow;
  ImageVersion: ImageVersionRow;
  ImageVersionConnection: Connection;
  ImageVersionEdge: Omit<ImageVersionEdge, 'node'> & { node: ResolversParentTypes['ImageVersion'] };
  ImageVisibilityFilter: ImageVisibilityFilter;
  ImageWatermark: ImageWatermarkRow;
  ImageWatermarkCondition: ImageWatermarkCondition;
  ImageWatermarkConditionInput: ImageWatermarkConditionInput;
  Instance: InstanceRow;
  InstanceConnection: Connection;
  InstanceEdge: Omit<InstanceEdge, 'node'> & { node: ResolversParentTypes['Instance'] };
  InstanceFilter: InstanceFilter;
  InstanceImageFilter: InstanceImageFilter;
  InstanceOrder: InstanceOrder;
  InstanceStateFilter: InstanceStateFilter;
  InstanceType: InstanceTypeRow;
  InstanceTypeConnection: Connection;
  InstanceTypeEdge: Omit<InstanceTypeEdge, 'node'> & { node: ResolversParentTypes['InstanceType'] };
  InstanceTypeFilter: InstanceTypeFilter;
  InstanceTypeOrder: InstanceTypeOrder;
  InstanceUnderCriteria: InstanceRow;
  InstanceUnderCriteriaConnection: Connection;
  InstanceUnderCriteriaEdge: Omit<InstanceUnderCriteriaEdge, 'node'> & { node: ResolversParentTypes['InstanceUnderCriteria'] };
  Int: Scalars['Int']['output'];
  JSON: Scalars['JSON']['output'];
  KmsGrant: KmsGrantRow;
  KmsKey: KmsKeyRow;
  KmsKeyRead: KmsKeyReadRow;
  LaunchBlocker: LaunchBlocker;
  LaunchCheck: LaunchCheckRow;
  LaunchCheckInput: LaunchCheckInput;
  LaunchGrant: LaunchGrant;
  LaunchPermission: LaunchPermissionRow;
  LaunchPermissionsRead: LaunchPermissionsReadRow;
  LaunchTemplateVersion: LaunchTemplateVersionRow;
  LaunchTemplateVersionConnection: Connection;
  LaunchTemplateVersionEdge: Omit<LaunchTemplateVersionEdge, 'node'> & { node: ResolversParentTypes['LaunchTemplateVersion'] };
  LaunchTemplateVersionFilter: LaunchTemplateVersionFilter;
  LaunchTemplateVersionOrder: LaunchTemplateVersionOrder;
  LaunchTemplateVersionUnderCriteria: LaunchTemplateVersionRow;
  LaunchTemplateVersionUnderCriteriaConnection: Connection;
  LaunchTemplateVersionUnderCriteriaEdge: Omit<LaunchTemplateVersionUnderCriteriaEdge, 'node'> & { node: ResolversParentTypes['LaunchTemplateVersionUnderCriteria'] };
  LaunchWarning: LaunchWarning;
  LaunchableImage: ImageRow;
  LaunchableImageConnection: Connection;
  LaunchableImageEdge: Omit<LaunchableImageEdge, 'node'> & { node: ResolversParentTypes['LaunchableImage'] };
  LaunchingAccount: AccountRow;
  LaunchingAccountConnection: Connection;
  LaunchingAccountEdge: Omit<LaunchingAccountEdge, 'node'> & { node: ResolversParentTypes['LaunchingAccount'] };
  LineageLink: LineageLinkRow;
  Money: Money;
  MonthRange: MonthRange;
  MonthlyCost: MonthlyCost;
  Mutation: Record<PropertyKey, never>;
  Node: ResolversInterfaceTypes<ResolversParentTypes>['Node'];
  Organization: OrganizationRow;
  OrganizationalUnit: OrganizationalUnitRow;
  OrganizationalUnitAdoption: OrganizationalUnitAdoptionRow;
  OrganizationalUnitAdoptionPoint: AdoptionOfUnit;
  OrganizationalUnitConnection: Connection;
  OrganizationalUnitEdge: Omit<OrganizationalUnitEdge, 'node'> & { node: ResolversParentTypes['OrganizationalUnit'] };
  OrganizationalUnitFilter: OrganizationalUnitFilter;
  OrganizationalUnitMembershipFilter: OrganizationalUnitMembershipFilter;
  OrganizationalUnitOrder: OrganizationalUnitOrder;
  PageInfo: PageInfo;
  PaidProduct: PaidProductRow;
  PaidProductAccount: PaidProductAccountRow;
  PaidProductAccountConnection: Connection;
  PaidProductAccountEdge: Omit<PaidProductAccountEdge, 'node'> & { node: ResolversParentTypes['PaidProductAccount'] };
  PaidProductAccountOrder: PaidProductAccountOrder;
  PaidProductConnection: Connection;
  PaidProductEdge: Omit<PaidProductEdge, 'node'> & { node: ResolversParentTypes['PaidProduct'] };
  PaidProductFilter: PaidProductFilter;
  PaidProductImage: PaidProductImageRow;
  PaidProductImageConnection: Connection;
  PaidProductImageEdge: Omit<PaidProductImageEdge, 'node'> & { node: ResolversParentTypes['PaidProductImage'] };
  PaidProductImageOrder: PaidProductImageOrder;
  PaidProductOrder: PaidProductOrder;
  PaidProductRegion: PaidProductRegion;
  PaidProductUseFilter: PaidProductUseFilter;
  PlatformFilter: PlatformFilter;
  ProductCode: ProductCodeRow;
  ProductCodeConnection: Connection;
  ProductCodeEdge: Omit<ProductCodeEdge, 'node'> & { node: ResolversParentTypes['ProductCode'] };
  ProductCodeFilter: ProductCodeFilter;
  ProductCodeKindFilter: ProductCodeKindFilter;
  ProductCodeOrder: ProductCodeOrder;
  ProductTitle: ProductTitle;
  PublicBlocker: PublicBlocker;
  PublicEligibility: PublicEligibility;
  Query: Record<PropertyKey, never>;
  RecycleBinImage: RecycleBinImageRow;
  RecycleBinImageConnection: Connection;
  RecycleBinImageEdge: Omit<RecycleBinImageEdge, 'node'> & { node: ResolversParentTypes['RecycleBinImage'] };
  RecycleBinImageFilter: RecycleBinImageFilter;
  RecycleBinImageOrder: RecycleBinImageOrder;
  Region: Scalars['Region']['output'];
  RegionAdoption: RegionAdoption;
  RegionAdoptionPoint: RegionAdoptionPoint;
  RegionFilter: RegionFilter;
  RegionalCopies: RegionalCopiesRow;
  ReplacementSaving: ReplacementSavingRow;
  ReplacementSavingConnection: Connection;
  ReplacementSavingEdge: Omit<ReplacementSavingEdge, 'node'> & { node: ResolversParentTypes['ReplacementSaving'] };
  ReplacementSavingFilter: ReplacementSavingFilter;
  ReplacementSavingOrder: ReplacementSavingOrder;
  ShareProblem: ShareProblemRow;
  ShareProblemCodeFilter: ShareProblemCodeFilter;
  ShareProblemConnection: ConnectionOfShareProblems;
  ShareProblemEdge: Omit<ShareProblemEdge, 'node'> & { node: ResolversParentTypes['ShareProblem'] };
  ShareProblemFilter: ShareProblemFilter;
  ShareProblemOrder: ShareProblemOrder;
  ShareProblemSeverityFilter: ShareProblemSeverityFilter;
  Snapshot: SnapshotRow;
  SnapshotConnection: Connection;
  SnapshotEdge: Omit<SnapshotEdge, 'node'> & { node: ResolversParentTypes['Snapshot'] };
  SnapshotFilter: SnapshotFilter;
  SnapshotOrder: SnapshotOrder;
  SourceCounts: SourceCounts;
  SourceCoverage: SourceCoverageRow;
  SourceCoverageConnection: Connection;
  SourceCoverageEdge: Omit<SourceCoverageEdge, 'node'> & { node: ResolversParentTypes['SourceCoverage'] };
  SourceCoverageFilter: SourceCoverageFilter;
  SourceCoverageOrder: SourceCoverageOrder;
  SourceError: SourceError;
  SourceKindFilter: SourceKindFilter;
  String: Scalars['String']['output'];
  StringFilter: StringFilter;
  SupportedBootModeFilter: SupportedBootModeFilter;
  SyncJob: SyncJobRow;
  SyncRun: SyncRunRow;
  SyncRunConnection: Connection;
  SyncRunEdge: Omit<SyncRunEdge, 'node'> & { node: ResolversParentTypes['SyncRun'] };
  SyncRunOrder: SyncRunOrder;
  SyncStatus: SyncStatus;
  Tag: Tag;
  TagFilter: TagFilter;
  UnattributedAmount: UnattributedAmount;
  UnattributedReasonFilter: UnattributedReasonFilter;
  UsageOperationDrift: UsageOperationDriftRow;
  UsageOperationDriftConnection: Connection;
  UsageOperationDriftEdge: Omit<UsageOperationDriftEdge, 'node'> & { node: ResolversParentTypes['UsageOperationDrift'] };
  UsageOperationDriftFilter: UsageOperationDriftFilter;
  UsageOperationDriftKindFilter: UsageOperationDriftKindFilter;
  UsageOperationDriftOrder: UsageOperationDriftOrder;
  YearMonth: Scalars['YearMonth']['output'];
}>;

export type CostDirectiveArgs = {
  weight: Scalars['Int']['input'];
};

export type CostDirectiveResolver<Result, Parent, ContextType = RequestContext, Args = CostDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type ListSizeDirectiveArgs = {
  assumedSize: Scalars['Int']['input'];
};

export type ListSizeDirectiveResolver<Result, Parent, ContextType = RequestContext, Args = ListSizeDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type AccountResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Account'] = ResolversParentTypes['Account']> = ResolversObject<{
  accountId?: Resolver<ResolversTypes['AccountId'], ParentType, ContextType>;
  arn?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  coverage?: Resolver<ResolversTypes['Coverage'], ParentType, ContextType>;
  email?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  imagePipelines?: Resolver<ReadonlyArray<ResolversTypes['ImagePipeline']>, ParentType, ContextType>;
  images?: Resolver<ResolversTypes['ImageConnection'], ParentType, ContextType, Partial<AccountImagesArgs>>;
  inOrganization?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  instances?: Resolver<ResolversTypes['InstanceConnection'], ParentType, ContextType, Partial<AccountInstancesArgs>>;
  isManagementAccount?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  joinedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  joinedMethod?: Resolver<Maybe<ResolversTypes['AccountJoinedMethod']>, ParentType, ContextType>;
  launchableImages?: Resolver<ResolversTypes['LaunchableImageConnection'], ParentType, ContextType, Partial<AccountLaunchableImagesArgs>>;
  monthlyCosts?: Resolver<ReadonlyArray<ResolversTypes['MonthlyCost']>, ParentType, ContextType, RequireFields<AccountMonthlyCostsArgs, 'months'>>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  organizationalUnit?: Resolver<Maybe<ResolversTypes['OrganizationalUnit']>, ParentType, ContextType>;
  organizationalUnitPath?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  paidProducts?: Resolver<ResolversTypes['PaidProductConnection'], ParentType, ContextType, Partial<AccountPaidProductsArgs>>;
  regions?: Resolver<ReadonlyArray<ResolversTypes['AccountRegion']>, ParentType, ContextType>;
  state?: Resolver<Maybe<ResolversTypes['AccountState']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
}>;

export type AccountAdoptionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['AccountAdoption'] = ResolversParentTypes['AccountAdoption']> = ResolversObject<{
  account?: Resolver<ResolversTypes['Account'], ParentType, ContextType>;
  notGolden?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  onCurrent?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  onOlder?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
}>;

export type AccountAdoptionPointResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['AccountAdoptionPoint'] = ResolversParentTypes['AccountAdoptionPoint']> = ResolversObject<{
  account?: Resolver<ResolversTypes['Account'], ParentType, ContextType>;
  complete?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  notGolden?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  onCurrent?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  onOlder?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
}>;

export type AccountConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['AccountConnection'] = ResolversParentTypes['AccountConnection']> = ResolversObject<{
  coverage?: Resolver<ResolversTypes['Coverage'], ParentType, ContextType>;
  edges?: Resolver<ReadonlyArray<ResolversTypes['AccountEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Account']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
}>;

export type AccountEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['AccountEdge'] = ResolversParentTypes['AccountEdge']> = ResolversObject<{
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Account'], ParentType, ContextType>;
}>;

export interface AccountIdScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['AccountId'], any> {
  name: 'AccountId';
}

export type AccountRegionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['AccountRegion'] = ResolversParentTypes['AccountRegion']> = ResolversObject<{
  allowedImages?: Resolver<Maybe<ResolversTypes['AllowedImagesSettings']>, ParentType, ContextType>;
  imageBlockPublicAccess?: Resolver<Maybe<ResolversTypes['BlockPublicAccess']>, ParentType, ContextType>;
  optInStatus?: Resolver<ResolversTypes['OptInStatus'], ParentType, ContextType>;
  region?: Resolver<ResolversTypes['Region'], ParentType, ContextType>;
  snapshotBlockPublicAccess?: Resolver<Maybe<ResolversTypes['BlockPublicAccess']>, ParentType, ContextType>;
}>;

export type AllowedImagesCriterionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['AllowedImagesCriterion'] = ResolversParentTypes['AllowedImagesCriterion']> = ResolversObject<{
  imageNames?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  imageProviders?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  imageWatermarks?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ImageWatermarkCondition']>>, ParentType, ContextType>;
  marketplaceProductCodes?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  maximumDaysSinceCreated?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  maximumDaysSinceDeprecated?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  otherConditions?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
}>;

export type AllowedImagesSettingsResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['AllowedImagesSettings'] = ResolversParentTypes['AllowedImagesSettings']> = ResolversObject<{
  criteria?: Resolver<ReadonlyArray<ResolversTypes['AllowedImagesCriterion']>, ParentType, ContextType>;
  managedBy?: Resolver<Maybe<ResolversTypes['SettingManager']>, ParentType, ContextType>;
  observedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['AllowedImagesState'], ParentType, ContextType>;
}>;

export type AllowedImagesWhatIfResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['AllowedImagesWhatIf'] = ResolversParentTypes['AllowedImagesWhatIf']> = ResolversObject<{
  coverage?: Resolver<ResolversTypes['Coverage'], ParentType, ContextType>;
  images?: Resolver<ResolversTypes['ImageUnderCriteriaConnection'], ParentType, ContextType, RequireFields<AllowedImagesWhatIfImagesArgs, 'verdicts'>>;
  instanceCounts?: Resolver<ResolversTypes['CriteriaCounts'], ParentType, ContextType>;
  instances?: Resolver<ResolversTypes['InstanceUnderCriteriaConnection'], ParentType, ContextType, RequireFields<AllowedImagesWhatIfInstancesArgs, 'verdicts'>>;
  launchTemplateVersionCounts?: Resolver<ResolversTypes['CriteriaCounts'], ParentType, ContextType>;
  launchTemplateVersions?: Resolver<ResolversTypes['LaunchTemplateVersionUnderCriteriaConnection'], ParentType, ContextType, RequireFields<AllowedImagesWhatIfLaunchTemplateVersionsArgs, 'verdicts'>>;
}>;

export type BillResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Bill'] = ResolversParentTypes['Bill']> = ResolversObject<{
  attemptedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  counts?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  error?: Resolver<Maybe<ResolversTypes['SourceError']>, ParentType, ContextType>;
  export?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  final?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  kind?: Resolver<Maybe<ResolversTypes['BillKind']>, ParentType, ContextType>;
  limitations?: Resolver<ReadonlyArray<ResolversTypes['BillLimitation']>, ParentType, ContextType>;
  loadedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  missingColumns?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  month?: Resolver<ResolversTypes['YearMonth'], ParentType, ContextType>;
  payers?: Resolver<ReadonlyArray<ResolversTypes['AccountId']>, ParentType, ContextType>;
  version?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
}>;

export type BillConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['BillConnection'] = ResolversParentTypes['BillConnection']> = ResolversObject<{
  coverage?: Resolver<ResolversTypes['Coverage'], ParentType, ContextType>;
  edges?: Resolver<ReadonlyArray<ResolversTypes['BillEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Bill']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
}>;

export type BillEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['BillEdge'] = ResolversParentTypes['BillEdge']> = ResolversObject<{
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Bill'], ParentType, ContextType>;
}>;

export type BillReconciliationResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['BillReconciliation'] = ResolversParentTypes['BillReconciliation']> = ResolversObject<{
  account?: Resolver<ResolversTypes['Account'], ParentType, ContextType>;
  attributed?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  billed?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  lineItems?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  month?: Resolver<ResolversTypes['YearMonth'], ParentType, ContextType>;
  payer?: Resolver<ResolversTypes['Account'], ParentType, ContextType>;
  reasons?: Resolver<ReadonlyArray<ResolversTypes['UnattributedAmount']>, ParentType, ContextType>;
  source?: Resolver<Maybe<ResolversTypes['Bill']>, ParentType, ContextType>;
  unattributed?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
}>;

export type BillReconciliationConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['BillReconciliationConnection'] = ResolversParentTypes['BillReconciliationConnection']> = ResolversObject<{
  coverage?: Resolver<ResolversTypes['Coverage'], ParentType, ContextType>;
  edges?: Resolver<ReadonlyArray<ResolversTypes['BillReconciliationEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['BillReconciliation']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
}>;

export type BillReconciliationEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['BillReconciliationEdge'] = ResolversParentTypes['BillReconciliationEdge']> = ResolversObject<{
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['BillReconciliation'], ParentType, ContextType>;
}>;

export type BlockDeviceResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['BlockDevice'] = ResolversParentTypes['BlockDevice']> = ResolversObject<{
  deleteOnTermination?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  deviceName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  encrypted?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  iops?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  kmsKey?: Resolver<Maybe<ResolversTypes['KmsKey']>, ParentType, ContextType>;
  kmsKeyId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  snapshot?: Resolver<Maybe<ResolversTypes['Snapshot']>, ParentType, ContextType>;
  snapshotId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  suppressed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  throughputMiBps?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  virtualName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  volumeSizeGiB?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  volumeType?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
}>;

export type BlockPublicAccessResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['BlockPublicAccess'] = ResolversParentTypes['BlockPublicAccess']> = ResolversObject<{
  managedBy?: Resolver<Maybe<ResolversTypes['SettingManager']>, ParentType, ContextType>;
  observedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['BlockPublicAccessState'], ParentType, ContextType>;
}>;

export type ChangeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Change'] = ResolversParentTypes['Change']> = ResolversObject<{
  account?: Resolver<Maybe<ResolversTypes['Account']>, ParentType, ContextType>;
  after?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  before?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['ChangeKind'], ParentType, ContextType>;
  region?: Resolver<Maybe<ResolversTypes['Region']>, ParentType, ContextType>;
  subject?: Resolver<Maybe<ResolversTypes['ChangeSubject']>, ParentType, ContextType>;
}>;

export type ChangeConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ChangeConnection'] = ResolversParentTypes['ChangeConnection']> = ResolversObject<{
  completeSince?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  coverage?: Resolver<ResolversTypes['Coverage'], ParentType, ContextType>;
  edges?: Resolver<ReadonlyArray<ResolversTypes['ChangeEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Change']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
}>;

export type ChangeEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ChangeEdge'] = ResolversParentTypes['ChangeEdge']> = ResolversObject<{
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Change'], ParentType, ContextType>;
}>;

export type ChangeSubjectResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ChangeSubject'] = ResolversParentTypes['ChangeSubject']> = ResolversObject<{
  __resolveType: TypeResolveFn<'Account' | 'Image' | 'Instance', ParentType, ContextType>;
}>;

export type CostResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Cost'] = ResolversParentTypes['Cost']> = ResolversObject<{
  account?: Resolver<Maybe<ResolversTypes['Account']>, ParentType, ContextType>;
  accounts?: Resolver<ResolversTypes['AccountConnection'], ParentType, ContextType, Partial<CostAccountsArgs>>;
  credit?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  discount?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  effectiveInfrastructureCost?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  fee?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  goldenFamily?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  goldenImage?: Resolver<Maybe<ResolversTypes['GoldenImage']>, ParentType, ContextType>;
  image?: Resolver<Maybe<ResolversTypes['Image']>, ParentType, ContextType>;
  imageId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  imageOwner?: Resolver<Maybe<ResolversTypes['Account']>, ParentType, ContextType>;
  infrastructureCost?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  instanceHours?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  month?: Resolver<Maybe<ResolversTypes['YearMonth']>, ParentType, ContextType>;
  onDemandCost?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  organizationalUnit?: Resolver<Maybe<ResolversTypes['OrganizationalUnit']>, ParentType, ContextType>;
  otherCost?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  productCode?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  refund?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  region?: Resolver<Maybe<ResolversTypes['Region']>, ParentType, ContextType>;
  reservedUsageCost?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  savingsPlanNegation?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  savingsPlanUsageCost?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  snapshotStorageCost?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  softwareCost?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  spotCost?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  tax?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  usageOperation?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
}>;

export type CostConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CostConnection'] = ResolversParentTypes['CostConnection']> = ResolversObject<{
  coverage?: Resolver<ResolversTypes['Coverage'], ParentType, ContextType>;
  edges?: Resolver<ReadonlyArray<ResolversTypes['CostEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Cost']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
}>;

export type CostEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CostEdge'] = ResolversParentTypes['CostEdge']> = ResolversObject<{
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Cost'], ParentType, ContextType>;
}>;

export type CoverageResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Coverage'] = ResolversParentTypes['Coverage']> = ResolversObject<{
  complete?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  gapCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  gaps?: Resolver<ReadonlyArray<ResolversTypes['SourceCoverage']>, ParentType, ContextType, RequireFields<CoverageGapsArgs, 'first'>>;
  oldestObservation?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
}>;

export type CriteriaCountsResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CriteriaCounts'] = ResolversParentTypes['CriteriaCounts']> = ResolversObject<{
  accountsDisallowed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  allowed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  disallowed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  newlyAllowed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  newlyDisallowed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  unknown?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
}>;

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type DeadLetterResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['DeadLetter'] = ResolversParentTypes['DeadLetter']> = ResolversObject<{
  accountId?: Resolver<Maybe<ResolversTypes['AccountId']>, ParentType, ContextType>;
  body?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  error?: Resolver<ResolversTypes['SourceError'], ParentType, ContextType>;
  eventName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  givenUpAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  messageId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  receiveCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  region?: Resolver<Maybe<ResolversTypes['Region']>, ParentType, ContextType>;
  sentAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
}>;

export type DeadLetterConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['DeadLetterConnection'] = ResolversParentTypes['DeadLetterConnection']> = ResolversObject<{
  edges?: Resolver<ReadonlyArray<ResolversTypes['DeadLetterEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['DeadLetter']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
}>;

export type DeadLetterEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['DeadLetterEdge'] = ResolversParentTypes['DeadLetterEdge']> = ResolversObject<{
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['DeadLetter'], ParentType, ContextType>;
}>;

export interface DecimalScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Decimal'], any> {
  name: 'Decimal';
}

export type DeregistrationResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Deregistration'] = ResolversParentTypes['Deregistration']> = ResolversObject<{
  coverage?: Resolver<ResolversTypes['Coverage'], ParentType, ContextType>;
  lastLaunchedTime?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  reasons?: Resolver<ReadonlyArray<ResolversTypes['DeregistrationReason']>, ParentType, ContextType>;
  recycleBin?: Resolver<Maybe<ResolversTypes['RecycleBinImage']>, ParentType, ContextType>;
  referencesReadTooEarly?: Resolver<ReadonlyArray<ResolversTypes['SourceCoverage']>, ParentType, ContextType>;
  snapshotStorageCost?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType, RequireFields<DeregistrationSnapshotStorageCostArgs, 'months'>>;
  snapshotStorageGiB?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  usageReport?: Resolver<Maybe<ResolversTypes['ImageUsageReport']>, ParentType, ContextType>;
  uses?: Resolver<ReadonlyArray<ResolversTypes['ImageUse']>, ParentType, ContextType>;
  verdict?: Resolver<ResolversTypes['DeregistrationVerdict'], ParentType, ContextType>;
}>;

export type DeregistrationSavingResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['DeregistrationSaving'] = ResolversParentTypes['DeregistrationSaving']> = ResolversObject<{
  deregistration?: Resolver<ResolversTypes['Deregistration'], ParentType, ContextType>;
  image?: Resolver<ResolversTypes['Image'], ParentType, ContextType>;
  imageId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  months?: Resolver<ReadonlyArray<ResolversTypes['YearMonth']>, ParentType, ContextType>;
  owner?: Resolver<ResolversTypes['Account'], ParentType, ContextType>;
  region?: Resolver<ResolversTypes['Region'], ParentType, ContextType>;
  snapshotIds?: Resolver<ReadonlyArray<ResolversTypes['ID']>, ParentType, ContextType>;
  snapshotStorageCost?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
}>;

export type DeregistrationSavingConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['DeregistrationSavingConnection'] = ResolversParentTypes['DeregistrationSavingConnection']> = ResolversObject<{
  coverage?: Resolver<ResolversTypes['Coverage'], ParentType, ContextType>;
  edges?: Resolver<ReadonlyArray<ResolversTypes['DeregistrationSavingEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['DeregistrationSaving']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
}>;

export type DeregistrationSavingEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['DeregistrationSavingEdge'] = ResolversParentTypes['DeregistrationSavingEdge']> = ResolversObject<{
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['DeregistrationSaving'], ParentType, ContextType>;
}>;

export type DerivedLaunchResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['DerivedLaunch'] = ResolversParentTypes['DerivedLaunch']> = ResolversObject<{
  account?: Resolver<ResolversTypes['Account'], ParentType, ContextType>;
  image?: Resolver<Maybe<ResolversTypes['Image']>, ParentType, ContextType>;
  imageId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  instanceId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  launchedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  region?: Resolver<ResolversTypes['Region'], ParentType, ContextType>;
}>;

export type EventQueueResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['EventQueue'] = ResolversParentTypes['EventQueue']> = ResolversObject<{
  checkedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  error?: Resolver<Maybe<ResolversTypes['SourceError']>, ParentType, ContextType>;
  ignored?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  lastReceivedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  queueUrl?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  received?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
}>;

export type ExposureResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Exposure'] = ResolversParentTypes['Exposure']> = ResolversObject<{
  firstSeenAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  grantee?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  image?: Resolver<ResolversTypes['Image'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['ExposureKind'], ParentType, ContextType>;
  observedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
}>;

export type ExposureConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ExposureConnection'] = ResolversParentTypes['ExposureConnection']> = ResolversObject<{
  coverage?: Resolver<ResolversTypes['Coverage'], ParentType, ContextType>;
  edges?: Resolver<ReadonlyArray<ResolversTypes['ExposureEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Exposure']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
}>;

export type ExposureEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ExposureEdge'] = ResolversParentTypes['ExposureEdge']> = ResolversObject<{
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Exposure'], ParentType, ContextType>;
}>;

export type FastLaunchResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['FastLaunch'] = ResolversParentTypes['FastLaunch']> = ResolversObject<{
  account?: Resolver<ResolversTypes['Account'], ParentType, ContextType>;
  launchTemplateId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  launchTemplateName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  launchTemplateVersion?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  maxParallelLaunches?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  observedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['FastLaunchState'], ParentType, ContextType>;
  stateTransitionReason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  stateTransitionTime?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  targetResourceCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
}>;

export type GoldenAdoptionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['GoldenAdoption'] = ResolversParentTypes['GoldenAdoption']> = ResolversObject<{
  byAccount?: Resolver<ReadonlyArray<ResolversTypes['AccountAdoption']>, ParentType, ContextType>;
  byOrganizationalUnit?: Resolver<ReadonlyArray<ResolversTypes['OrganizationalUnitAdoption']>, ParentType, ContextType>;
  byRegion?: Resolver<ReadonlyArray<ResolversTypes['RegionAdoption']>, ParentType, ContextType>;
  onCurrent?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  onOlder?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
}>;

export type GoldenAdoptionHistoryResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['GoldenAdoptionHistory'] = ResolversParentTypes['GoldenAdoptionHistory']> = ResolversObject<{
  family?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  origin?: Resolver<ResolversTypes['GoldenImageOrigin'], ParentType, ContextType>;
  points?: Resolver<ReadonlyArray<ResolversTypes['GoldenAdoptionPoint']>, ParentType, ContextType>;
}>;

export type GoldenAdoptionPointResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['GoldenAdoptionPoint'] = ResolversParentTypes['GoldenAdoptionPoint']> = ResolversObject<{
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  byAccount?: Resolver<ReadonlyArray<ResolversTypes['AccountAdoptionPoint']>, ParentType, ContextType>;
  byOrganizationalUnit?: Resolver<ReadonlyArray<ResolversTypes['OrganizationalUnitAdoptionPoint']>, ParentType, ContextType>;
  byRegion?: Resolver<ReadonlyArray<ResolversTypes['RegionAdoptionPoint']>, ParentType, ContextType>;
  complete?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  notGolden?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  onCurrent?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  onOlder?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
}>;

export type GoldenDriftResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['GoldenDrift'] = ResolversParentTypes['GoldenDrift']> = ResolversObject<{
  behindSince?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  currentVersion?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  daysBehind?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  goldenImage?: Resolver<ResolversTypes['GoldenImage'], ParentType, ContextType>;
  instance?: Resolver<ResolversTypes['Instance'], ParentType, ContextType>;
  releasesBehind?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
}>;

export type GoldenDriftConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['GoldenDriftConnection'] = ResolversParentTypes['GoldenDriftConnection']> = ResolversObject<{
  coverage?: Resolver<ResolversTypes['Coverage'], ParentType, ContextType>;
  edges?: Resolver<ReadonlyArray<ResolversTypes['GoldenDriftEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['GoldenDrift']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
}>;

export type GoldenDriftEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['GoldenDriftEdge'] = ResolversParentTypes['GoldenDriftEdge']> = ResolversObject<{
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['GoldenDrift'], ParentType, ContextType>;
}>;

export type GoldenImageResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['GoldenImage'] = ResolversParentTypes['GoldenImage']> = ResolversObject<{
  adoption?: Resolver<ResolversTypes['GoldenAdoption'], ParentType, ContextType>;
  currentRelease?: Resolver<Maybe<ResolversTypes['GoldenRelease']>, ParentType, ContextType>;
  family?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  origin?: Resolver<ResolversTypes['GoldenImageOrigin'], ParentType, ContextType>;
  releases?: Resolver<ReadonlyArray<ResolversTypes['GoldenRelease']>, ParentType, ContextType>;
}>;

export type GoldenImageConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['GoldenImageConnection'] = ResolversParentTypes['GoldenImageConnection']> = ResolversObject<{
  coverage?: Resolver<ResolversTypes['Coverage'], ParentType, ContextType>;
  edges?: Resolver<ReadonlyArray<ResolversTypes['GoldenImageEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['GoldenImage']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
}>;

export type GoldenImageEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['GoldenImageEdge'] = ResolversParentTypes['GoldenImageEdge']> = ResolversObject<{
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['GoldenImage'], ParentType, ContextType>;
}>;

export type GoldenReleaseResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['GoldenRelease'] = ResolversParentTypes['GoldenRelease']> = ResolversObject<{
  createdAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  images?: Resolver<ReadonlyArray<ResolversTypes['Image']>, ParentType, ContextType>;
  missingRegions?: Resolver<ReadonlyArray<ResolversTypes['Region']>, ParentType, ContextType>;
  supersededAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
}>;

export type ImageResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Image'] = ResolversParentTypes['Image']> = ResolversObject<{
  ancestors?: Resolver<ReadonlyArray<ResolversTypes['ImageAncestor']>, ParentType, ContextType>;
  architecture?: Resolver<Maybe<ResolversTypes['Architecture']>, ParentType, ContextType>;
  blockDevices?: Resolver<ReadonlyArray<ResolversTypes['BlockDevice']>, ParentType, ContextType>;
  bootMode?: Resolver<Maybe<ResolversTypes['BootMode']>, ParentType, ContextType>;
  build?: Resolver<Maybe<ResolversTypes['ImageBuild']>, ParentType, ContextType>;
  coverage?: Resolver<ResolversTypes['Coverage'], ParentType, ContextType>;
  creationDate?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  deprecated?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  deprecationTime?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  deregistration?: Resolver<Maybe<ResolversTypes['Deregistration']>, ParentType, ContextType>;
  deregistrationProtection?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  enaSupport?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  evidence?: Resolver<ResolversTypes['ImageEvidence'], ParentType, ContextType>;
  evidenceAccount?: Resolver<Maybe<ResolversTypes['Account']>, ParentType, ContextType>;
  fastLaunch?: Resolver<ReadonlyArray<ResolversTypes['FastLaunch']>, ParentType, ContextType>;
  firstSeenAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  history?: Resolver<ResolversTypes['ImageVersionConnection'], ParentType, ContextType, Partial<ImageHistoryArgs>>;
  hypervisor?: Resolver<Maybe<ResolversTypes['Hypervisor']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  imageId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  imageLocation?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  imageType?: Resolver<Maybe<ResolversTypes['ImageType']>, ParentType, ContextType>;
  imdsSupport?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  instanceCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  instances?: Resolver<ResolversTypes['InstanceConnection'], ParentType, ContextType, Partial<ImageInstancesArgs>>;
  kernelId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  lastLaunchedTime?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  launchPermissions?: Resolver<Maybe<ReadonlyArray<ResolversTypes['LaunchPermission']>>, ParentType, ContextType, Partial<ImageLaunchPermissionsArgs>>;
  launchPermissionsRead?: Resolver<Maybe<ResolversTypes['LaunchPermissionsRead']>, ParentType, ContextType>;
  launchTemplateVersions?: Resolver<ResolversTypes['LaunchTemplateVersionConnection'], ParentType, ContextType, Partial<ImageLaunchTemplateVersionsArgs>>;
  launchableBy?: Resolver<ResolversTypes['LaunchingAccountConnection'], ParentType, ContextType, Partial<ImageLaunchableByArgs>>;
  lineage?: Resolver<ResolversTypes['ImageRelativeConnection'], ParentType, ContextType, RequireFields<ImageLineageArgs, 'depth' | 'direction'>>;
  monthlyCosts?: Resolver<ReadonlyArray<ResolversTypes['MonthlyCost']>, ParentType, ContextType, RequireFields<ImageMonthlyCostsArgs, 'months'>>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  observedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  owner?: Resolver<Maybe<ResolversTypes['Account']>, ParentType, ContextType>;
  ownerAlias?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  platform?: Resolver<Maybe<ResolversTypes['Platform']>, ParentType, ContextType>;
  platformDetails?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  productCodes?: Resolver<ReadonlyArray<ResolversTypes['ProductCode']>, ParentType, ContextType>;
  publicDeprecationTime?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  publicEligibility?: Resolver<ResolversTypes['PublicEligibility'], ParentType, ContextType>;
  ramdiskId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  recycleBin?: Resolver<Maybe<ResolversTypes['RecycleBinImage']>, ParentType, ContextType>;
  references?: Resolver<ResolversTypes['ImageReferenceConnection'], ParentType, ContextType, Partial<ImageReferencesArgs>>;
  region?: Resolver<ResolversTypes['Region'], ParentType, ContextType>;
  regionalCopies?: Resolver<ResolversTypes['RegionalCopies'], ParentType, ContextType>;
  rootDeviceName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  rootDeviceType?: Resolver<Maybe<ResolversTypes['RootDeviceType']>, ParentType, ContextType>;
  sourceImage?: Resolver<Maybe<ResolversTypes['Image']>, ParentType, ContextType>;
  sourceImageId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  sourceImageRegion?: Resolver<Maybe<ResolversTypes['Region']>, ParentType, ContextType>;
  sourceInstanceId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  sriovNetSupport?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['ImageState'], ParentType, ContextType>;
  stateReason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  supportedInstanceTypes?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  tags?: Resolver<ReadonlyArray<ResolversTypes['ImageTag']>, ParentType, ContextType, Partial<ImageTagsArgs>>;
  tpmSupport?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  trust?: Resolver<Maybe<ResolversTypes['ImageTrust']>, ParentType, ContextType>;
  trustReason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  unsupportedInstanceTypes?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  usageOperation?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  virtualizationType?: Resolver<Maybe<ResolversTypes['VirtualizationType']>, ParentType, ContextType>;
  visibility?: Resolver<ResolversTypes['ImageVisibility'], ParentType, ContextType>;
  watermarks?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ImageWatermark']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
}>;

export type ImageAncestorResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ImageAncestor'] = ResolversParentTypes['ImageAncestor']> = ResolversObject<{
  creationDate?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  generation?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  image?: Resolver<Maybe<ResolversTypes['Image']>, ParentType, ContextType>;
  imageId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  ownerAlias?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  region?: Resolver<Maybe<ResolversTypes['Region']>, ParentType, ContextType>;
}>;

export type ImageBuildResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ImageBuild'] = ResolversParentTypes['ImageBuild']> = ResolversObject<{
  account?: Resolver<ResolversTypes['Account'], ParentType, ContextType>;
  arn?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  build?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  createdAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  distributionConfigurationArn?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  parentImage?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  pipeline?: Resolver<Maybe<ResolversTypes['ImagePipeline']>, ParentType, ContextType>;
  pipelineArn?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  pipelineName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  platform?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  recipeArn?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  recipeName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  recipeVersion?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  region?: Resolver<ResolversTypes['Region'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['ImageBuildState'], ParentType, ContextType>;
  stateReason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
}>;

export type ImageConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ImageConnection'] = ResolversParentTypes['ImageConnection']> = ResolversObject<{
  coverage?: Resolver<ResolversTypes['Coverage'], ParentType, ContextType>;
  edges?: Resolver<ReadonlyArray<ResolversTypes['ImageEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Image']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
}>;

export type ImageEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ImageEdge'] = ResolversParentTypes['ImageEdge']> = ResolversObject<{
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Image'], ParentType, ContextType>;
}>;

export type ImageOriginResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ImageOrigin'] = ResolversParentTypes['ImageOrigin']> = ResolversObject<{
  imageId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  madeBy?: Resolver<ResolversTypes['ImageOriginKind'], ParentType, ContextType>;
  region?: Resolver<ResolversTypes['Region'], ParentType, ContextType>;
}>;

export type ImagePipelineResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ImagePipeline'] = ResolversParentTypes['ImagePipeline']> = ResolversObject<{
  account?: Resolver<ResolversTypes['Account'], ParentType, ContextType>;
  arn?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  containerRecipeArn?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  createdAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  distributionConfigurationArn?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  imageRecipeArn?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  lastRunAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  nextRunAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  platform?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  region?: Resolver<ResolversTypes['Region'], ParentType, ContextType>;
  scheduleExpression?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  scheduleStartCondition?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  scheduleTimezone?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  status?: Resolver<Maybe<ResolversTypes['ImagePipelineStatus']>, ParentType, ContextType>;
  updatedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
}>;

export type ImageReferenceResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ImageReference'] = ResolversParentTypes['ImageReference']> = ResolversObject<{
  account?: Resolver<ResolversTypes['Account'], ParentType, ContextType>;
  arn?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  image?: Resolver<Maybe<ResolversTypes['Image']>, ParentType, ContextType>;
  imageId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['ImageReferenceKind'], ParentType, ContextType>;
  observedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  region?: Resolver<ResolversTypes['Region'], ParentType, ContextType>;
}>;

export type ImageReferenceConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ImageReferenceConnection'] = ResolversParentTypes['ImageReferenceConnection']> = ResolversObject<{
  coverage?: Resolver<ResolversTypes['Coverage'], ParentType, ContextType>;
  edges?: Resolver<ReadonlyArray<ResolversTypes['ImageReferenceEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['ImageReference']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
}>;

export type ImageReferenceEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ImageReferenceEdge'] = ResolversParentTypes['ImageReferenceEdge']> = ResolversObject<{
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['ImageReference'], ParentType, ContextType>;
}>;

export type ImageRelativeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ImageRelative'] = ResolversParentTypes['ImageRelative']> = ResolversObject<{
  end?: Resolver<Maybe<ResolversTypes['LineageEnd']>, ParentType, ContextType>;
  generation?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  image?: Resolver<Maybe<ResolversTypes['Image']>, ParentType, ContextType>;
  imageId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  links?: Resolver<ReadonlyArray<ResolversTypes['LineageLink']>, ParentType, ContextType>;
  region?: Resolver<Maybe<ResolversTypes['Region']>, ParentType, ContextType>;
}>;

export type ImageRelativeConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ImageRelativeConnection'] = ResolversParentTypes['ImageRelativeConnection']> = ResolversObject<{
  coverage?: Resolver<ResolversTypes['Coverage'], ParentType, ContextType>;
  edges?: Resolver<ReadonlyArray<ResolversTypes['ImageRelativeEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['ImageRelative']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
}>;

export type ImageRelativeEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ImageRelativeEdge'] = ResolversParentTypes['ImageRelativeEdge']> = ResolversObject<{
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['ImageRelative'], ParentType, ContextType>;
}>;

export type ImageTagResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ImageTag'] = ResolversParentTypes['ImageTag']> = ResolversObject<{
  key?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  setBy?: Resolver<ResolversTypes['Account'], ParentType, ContextType>;
  setByOwner?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
}>;

export type ImageUnderCriteriaResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ImageUnderCriteria'] = ResolversParentTypes['ImageUnderCriteria']> = ResolversObject<{
  accountCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  image?: Resolver<Maybe<ResolversTypes['Image']>, ParentType, ContextType>;
  imageId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  instanceCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  launchTemplateVersionCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  region?: Resolver<ResolversTypes['Region'], ParentType, ContextType>;
  verdict?: Resolver<ResolversTypes['AllowedImagesVerdict'], ParentType, ContextType>;
}>;

export type ImageUnderCriteriaConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ImageUnderCriteriaConnection'] = ResolversParentTypes['ImageUnderCriteriaConnection']> = ResolversObject<{
  edges?: Resolver<ReadonlyArray<ResolversTypes['ImageUnderCriteriaEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['ImageUnderCriteria']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
}>;

export type ImageUnderCriteriaEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ImageUnderCriteriaEdge'] = ResolversParentTypes['ImageUnderCriteriaEdge']> = ResolversObject<{
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['ImageUnderCriteria'], ParentType, ContextType>;
}>;

export type ImageUsageReportResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ImageUsageReport'] = ResolversParentTypes['ImageUsageReport']> = ResolversObject<{
  error?: Resolver<Maybe<ResolversTypes['SourceError']>, ParentType, ContextType>;
  observedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  requestedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
}>;

export type ImageUseResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ImageUse'] = ResolversParentTypes['ImageUse']> = ResolversObject<{
  account?: Resolver<ResolversTypes['Account'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  examples?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['ImageUseKind'], ParentType, ContextType>;
  observedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
}>;

export type ImageVersionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ImageVersion'] = ResolversParentTypes['ImageVersion']> = ResolversObject<{
  changes?: Resolver<ReadonlyArray<ResolversTypes['Change']>, ParentType, ContextType>;
  image?: Resolver<Maybe<ResolversTypes['Image']>, ParentType, ContextType>;
  validFrom?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  validTo?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
}>;

export type ImageVersionConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ImageVersionConnection'] = ResolversParentTypes['ImageVersionConnection']> = ResolversObject<{
  edges?: Resolver<ReadonlyArray<ResolversTypes['ImageVersionEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['ImageVersion']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
}>;

export type ImageVersionEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ImageVersionEdge'] = ResolversParentTypes['ImageVersionEdge']> = ResolversObject<{
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['ImageVersion'], ParentType, ContextType>;
}>;

export type ImageWatermarkResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ImageWatermark'] = ResolversParentTypes['ImageWatermark']> = ResolversObject<{
  account?: Resolver<ResolversTypes['Account'], ParentType, ContextType>;
  sourceImage?: Resolver<Maybe<ResolversTypes['Image']>, ParentType, ContextType>;
  sourceImageCreationTime?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  sourceImageId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  sourceImageRegion?: Resolver<Maybe<ResolversTypes['Region']>, ParentType, ContextType>;
  watermarkCreationTime?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  watermarkKey?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
}>;

export type ImageWatermarkConditionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ImageWatermarkCondition'] = ResolversParentTypes['ImageWatermarkCondition']> = ResolversObject<{
  maximumDaysSinceSourceImageCreated?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  maximumDaysSinceWatermarkCreated?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  sourceImageRegion?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  watermarkKey?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
}>;

export type InstanceResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Instance'] = ResolversParentTypes['Instance']> = ResolversObject<{
  account?: Resolver<ResolversTypes['Account'], ParentType, ContextType>;
  architecture?: Resolver<Maybe<ResolversTypes['Architecture']>, ParentType, ContextType>;
  availabilityZone?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  bootMode?: Resolver<Maybe<ResolversTypes['BootMode']>, ParentType, ContextType>;
  coverage?: Resolver<ResolversTypes['Coverage'], ParentType, ContextType>;
  currentBootMode?: Resolver<Maybe<ResolversTypes['BootMode']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  image?: Resolver<Maybe<ResolversTypes['Image']>, ParentType, ContextType>;
  imageAllowed?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  imageId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  instanceId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  instanceType?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  launchTime?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  lifecycle?: Resolver<ResolversTypes['InstanceLifecycle'], ParentType, ContextType>;
  observedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  platform?: Resolver<Maybe<ResolversTypes['Platform']>, ParentType, ContextType>;
  platformDetails?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  productCodes?: Resolver<ReadonlyArray<ResolversTypes['ProductCode']>, ParentType, ContextType>;
  region?: Resolver<ResolversTypes['Region'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['InstanceState'], ParentType, ContextType>;
  tags?: Resolver<ReadonlyArray<ResolversTypes['Tag']>, ParentType, ContextType>;
  trust?: Resolver<Maybe<ResolversTypes['ImageTrust']>, ParentType, ContextType>;
  trustReason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  usageOperation?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
}>;

export type InstanceConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['InstanceConnection'] = ResolversParentTypes['InstanceConnection']> = ResolversObject<{
  coverage?: Resolver<ResolversTypes['Coverage'], ParentType, ContextType>;
  edges?: Resolver<ReadonlyArray<ResolversTypes['InstanceEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Instance']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
}>;

export type InstanceEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['InstanceEdge'] = ResolversParentTypes['InstanceEdge']> = ResolversObject<{
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Instance'], ParentType, ContextType>;
}>;

export type InstanceTypeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['InstanceType'] = ResolversParentTypes['InstanceType']> = ResolversObject<{
  bareMetal?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  coverage?: Resolver<ResolversTypes['Coverage'], ParentType, ContextType>;
  currentGeneration?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  defaultVCpus?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  enaSupport?: Resolver<Maybe<ResolversTypes['FeatureSupport']>, ParentType, ContextType>;
  hypervisor?: Resolver<Maybe<ResolversTypes['InstanceTypeHypervisor']>, ParentType, ContextType>;
  instanceType?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  memoryMiB?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  nitroTpmSupport?: Resolver<Maybe<ResolversTypes['FeatureSupport']>, ParentType, ContextType>;
  region?: Resolver<ResolversTypes['Region'], ParentType, ContextType>;
  supportedArchitectures?: Resolver<ReadonlyArray<ResolversTypes['Architecture']>, ParentType, ContextType>;
  supportedBootModes?: Resolver<ReadonlyArray<ResolversTypes['BootMode']>, ParentType, ContextType>;
  supportedRootDeviceTypes?: Resolver<ReadonlyArray<ResolversTypes['RootDeviceType']>, ParentType, ContextType>;
  supportedUsageClasses?: Resolver<ReadonlyArray<ResolversTypes['UsageClass']>, ParentType, ContextType>;
  supportedVirtualizationTypes?: Resolver<ReadonlyArray<ResolversTypes['VirtualizationType']>, ParentType, ContextType>;
}>;

export type InstanceTypeConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['InstanceTypeConnection'] = ResolversParentTypes['InstanceTypeConnection']> = ResolversObject<{
  coverage?: Resolver<ResolversTypes['Coverage'], ParentType, ContextType>;
  edges?: Resolver<ReadonlyArray<ResolversTypes['InstanceTypeEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['InstanceType']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
}>;

export type InstanceTypeEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['InstanceTypeEdge'] = ResolversParentTypes['InstanceTypeEdge']> = ResolversObject<{
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['InstanceType'], ParentType, ContextType>;
}>;

export type InstanceUnderCriteriaResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['InstanceUnderCriteria'] = ResolversParentTypes['InstanceUnderCriteria']> = ResolversObject<{
  instance?: Resolver<ResolversTypes['Instance'], ParentType, ContextType>;
  today?: Resolver<ResolversTypes['AllowedImagesVerdict'], ParentType, ContextType>;
  verdict?: Resolver<ResolversTypes['AllowedImagesVerdict'], ParentType, ContextType>;
}>;

export type InstanceUnderCriteriaConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['InstanceUnderCriteriaConnection'] = ResolversParentTypes['InstanceUnderCriteriaConnection']> = ResolversObject<{
  edges?: Resolver<ReadonlyArray<ResolversTypes['InstanceUnderCriteriaEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['InstanceUnderCriteria']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
}>;

export type InstanceUnderCriteriaEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['InstanceUnderCriteriaEdge'] = ResolversParentTypes['InstanceUnderCriteriaEdge']> = ResolversObject<{
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['InstanceUnderCriteria'], ParentType, ContextType>;
}>;

export interface JsonScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['JSON'], any> {
  name: 'JSON';
}

export type KmsGrantResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['KmsGrant'] = ResolversParentTypes['KmsGrant']> = ResolversObject<{
  constraints?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  creationDate?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  grantId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  granteePrincipal?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  issuingAccount?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  operations?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  retiringPrincipal?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
}>;

export type KmsKeyResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['KmsKey'] = ResolversParentTypes['KmsKey']> = ResolversObject<{
  account?: Resolver<ResolversTypes['Account'], ParentType, ContextType>;
  arn?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  grants?: Resolver<ReadonlyArray<ResolversTypes['KmsGrant']>, ParentType, ContextType, RequireFields<KmsKeyGrantsArgs, 'first'>>;
  manager?: Resolver<Maybe<ResolversTypes['KmsKeyManager']>, ParentType, ContextType>;
  multiRegion?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  policy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  reads?: Resolver<ReadonlyArray<ResolversTypes['KmsKeyRead']>, ParentType, ContextType>;
  region?: Resolver<ResolversTypes['Region'], ParentType, ContextType>;
  state?: Resolver<Maybe<ResolversTypes['KmsKeyState']>, ParentType, ContextType>;
}>;

export type KmsKeyReadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['KmsKeyRead'] = ResolversParentTypes['KmsKeyRead']> = ResolversObject<{
  attemptedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  call?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  error?: Resolver<Maybe<ResolversTypes['SourceError']>, ParentType, ContextType>;
  observedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
}>;

export type LaunchBlockerResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['LaunchBlocker'] = ResolversParentTypes['LaunchBlocker']> = ResolversObject<{
  certainty?: Resolver<ResolversTypes['Certainty'], ParentType, ContextType>;
  code?: Resolver<ResolversTypes['LaunchBlockerCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  observedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  rule?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
}>;

export type LaunchCheckResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['LaunchCheck'] = ResolversParentTypes['LaunchCheck']> = ResolversObject<{
  account?: Resolver<ResolversTypes['Account'], ParentType, ContextType>;
  blockers?: Resolver<ReadonlyArray<ResolversTypes['LaunchBlocker']>, ParentType, ContextType>;
  coverage?: Resolver<ResolversTypes['Coverage'], ParentType, ContextType>;
  effectiveBootMode?: Resolver<Maybe<ResolversTypes['BootMode']>, ParentType, ContextType>;
  grants?: Resolver<ReadonlyArray<ResolversTypes['LaunchGrant']>, ParentType, ContextType>;
  image?: Resolver<Maybe<ResolversTypes['Image']>, ParentType, ContextType>;
  instanceType?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  region?: Resolver<ResolversTypes['Region'], ParentType, ContextType>;
  verdict?: Resolver<ResolversTypes['LaunchVerdict'], ParentType, ContextType>;
  warnings?: Resolver<ReadonlyArray<ResolversTypes['LaunchWarning']>, ParentType, ContextType>;
}>;

export type LaunchGrantResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['LaunchGrant'] = ResolversParentTypes['LaunchGrant']> = ResolversObject<{
  grantee?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['LaunchGrantKind'], ParentType, ContextType>;
}>;

export type LaunchPermissionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['LaunchPermission'] = ResolversParentTypes['LaunchPermission']> = ResolversObject<{
  account?: Resolver<Maybe<ResolversTypes['Account']>, ParentType, ContextType>;
  firstSeenAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  grantee?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['LaunchPermissionKind'], ParentType, ContextType>;
  observedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  organizationalUnit?: Resolver<Maybe<ResolversTypes['OrganizationalUnit']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['LaunchPermissionStatus'], ParentType, ContextType>;
}>;

export type LaunchPermissionsReadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['LaunchPermissionsRead'] = ResolversParentTypes['LaunchPermissionsRead']> = ResolversObject<{
  attemptedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  error?: Resolver<Maybe<ResolversTypes['SourceError']>, ParentType, ContextType>;
  observedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
}>;

export type LaunchTemplateVersionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['LaunchTemplateVersion'] = ResolversParentTypes['LaunchTemplateVersion']> = ResolversObject<{
  account?: Resolver<ResolversTypes['Account'], ParentType, ContextType>;
  createTime?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  createdBy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  image?: Resolver<Maybe<ResolversTypes['Image']>, ParentType, ContextType>;
  imageId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  imageParameter?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  instanceType?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  isDefault?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  isLatest?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  launchTemplateId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  launchTemplateName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  observedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  region?: Resolver<ResolversTypes['Region'], ParentType, ContextType>;
  versionNumber?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
}>;

export type LaunchTemplateVersionConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['LaunchTemplateVersionConnection'] = ResolversParentTypes['LaunchTemplateVersionConnection']> = ResolversObject<{
  coverage?: Resolver<ResolversTypes['Coverage'], ParentType, ContextType>;
  edges?: Resolver<ReadonlyArray<ResolversTypes['LaunchTemplateVersionEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['LaunchTemplateVersion']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
}>;

export type LaunchTemplateVersionEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['LaunchTemplateVersionEdge'] = ResolversParentTypes['LaunchTemplateVersionEdge']> = ResolversObject<{
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['LaunchTemplateVersion'], ParentType, ContextType>;
}>;

export type LaunchTemplateVersionUnderCriteriaResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['LaunchTemplateVersionUnderCriteria'] = ResolversParentTypes['LaunchTemplateVersionUnderCriteria']> = ResolversObject<{
  launchTemplateVersion?: Resolver<ResolversTypes['LaunchTemplateVersion'], ParentType, ContextType>;
  today?: Resolver<ResolversTypes['AllowedImagesVerdict'], ParentType, ContextType>;
  verdict?: Resolver<ResolversTypes['AllowedImagesVerdict'], ParentType, ContextType>;
}>;

export type LaunchTemplateVersionUnderCriteriaConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['LaunchTemplateVersionUnderCriteriaConnection'] = ResolversParentTypes['LaunchTemplateVersionUnderCriteriaConnection']> = ResolversObject<{
  edges?: Resolver<ReadonlyArray<ResolversTypes['LaunchTemplateVersionUnderCriteriaEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['LaunchTemplateVersionUnderCriteria']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
}>;

export type LaunchTemplateVersionUnderCriteriaEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['LaunchTemplateVersionUnderCriteriaEdge'] = ResolversParentTypes['LaunchTemplateVersionUnderCriteriaEdge']> = ResolversObject<{
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['LaunchTemplateVersionUnderCriteria'], ParentType, ContextType>;
}>;

export type LaunchWarningResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['LaunchWarning'] = ResolversParentTypes['LaunchWarning']> = ResolversObject<{
  certainty?: Resolver<ResolversTypes['Certainty'], ParentType, ContextType>;
  code?: Resolver<ResolversTypes['LaunchWarningCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  observedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  rule?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
}>;

export type LaunchableImageResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['LaunchableImage'] = ResolversParentTypes['LaunchableImage']> = ResolversObject<{
  copyable?: Resolver<ResolversTypes['LaunchVerdict'], ParentType, ContextType>;
  grants?: Resolver<ReadonlyArray<ResolversTypes['LaunchGrant']>, ParentType, ContextType>;
  image?: Resolver<ResolversTypes['Image'], ParentType, ContextType>;
}>;

export type LaunchableImageConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['LaunchableImageConnection'] = ResolversParentTypes['LaunchableImageConnection']> = ResolversObject<{
  coverage?: Resolver<ResolversTypes['Coverage'], ParentType, ContextType>;
  edges?: Resolver<ReadonlyArray<ResolversTypes['LaunchableImageEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['LaunchableImage']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
}>;

export type LaunchableImageEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['LaunchableImageEdge'] = ResolversParentTypes['LaunchableImageEdge']> = ResolversObject<{
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['LaunchableImage'], ParentType, ContextType>;
}>;

export type LaunchingAccountResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['LaunchingAccount'] = ResolversParentTypes['LaunchingAccount']> = ResolversObject<{
  account?: Resolver<ResolversTypes['Account'], ParentType, ContextType>;
  copyable?: Resolver<ResolversTypes['LaunchVerdict'], ParentType, ContextType>;
  grants?: Resolver<ReadonlyArray<ResolversTypes['LaunchGrant']>, ParentType, ContextType>;
}>;

export type LaunchingAccountConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['LaunchingAccountConnection'] = ResolversParentTypes['LaunchingAccountConnection']> = ResolversObject<{
  coverage?: Resolver<ResolversTypes['Coverage'], ParentType, ContextType>;
  edges?: Resolver<ReadonlyArray<ResolversTypes['LaunchingAccountEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['LaunchingAccount']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
}>;

export type LaunchingAccountEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['LaunchingAccountEdge'] = ResolversParentTypes['LaunchingAccountEdge']> = ResolversObject<{
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['LaunchingAccount'], ParentType, ContextType>;
}>;

export type LineageLinkResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['LineageLink'] = ResolversParentTypes['LineageLink']> = ResolversObject<{
  account?: Resolver<Maybe<ResolversTypes['Account']>, ParentType, ContextType>;
  buildArn?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  imageId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  instanceId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['LineageLinkKind'], ParentType, ContextType>;
  observedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  region?: Resolver<Maybe<ResolversTypes['Region']>, ParentType, ContextType>;
  relationship?: Resolver<Maybe<ResolversTypes['LineageRelationship']>, ParentType, ContextType>;
}>;

export type MoneyResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Money'] = ResolversParentTypes['Money']> = ResolversObject<{
  amount?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  currency?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
}>;

export type MonthlyCostResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['MonthlyCost'] = ResolversParentTypes['MonthlyCost']> = ResolversObject<{
  infrastructureCost?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  instanceHours?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  month?: Resolver<ResolversTypes['YearMonth'], ParentType, ContextType>;
  softwareCost?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
}>;

export type MutationResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = ResolversObject<{
  requestSync?: Resolver<ResolversTypes['SyncJob'], ParentType, ContextType, RequireFields<MutationRequestSyncArgs, 'accountId'>>;
}>;

export type NodeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Node'] = ResolversParentTypes['Node']> = ResolversObject<{
  __resolveType: TypeResolveFn<'Account' | 'Image' | 'Instance' | 'Organization' | 'OrganizationalUnit' | 'ProductCode' | 'Snapshot', ParentType, ContextType>;
}>;

export type OrganizationResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Organization'] = ResolversParentTypes['Organization']> = ResolversObject<{
  arn?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  coverage?: Resolver<ResolversTypes['Coverage'], ParentType, ContextType>;
  featureSet?: Resolver<Maybe<ResolversTypes['OrganizationFeatureSet']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  managementAccount?: Resolver<ResolversTypes['Account'], ParentType, ContextType>;
  organizationId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  root?: Resolver<Maybe<ResolversTypes['OrganizationalUnit']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
}>;

export type OrganizationalUnitResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['OrganizationalUnit'] = ResolversParentTypes['OrganizationalUnit']> = ResolversObject<{
  accounts?: Resolver<ResolversTypes['AccountConnection'], ParentType, ContextType, RequireFields<OrganizationalUnitAccountsArgs, 'descendants'>>;
  arn?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  children?: Resolver<ResolversTypes['OrganizationalUnitConnection'], ParentType, ContextType, Partial<OrganizationalUnitChildrenArgs>>;
  coverage?: Resolver<ResolversTypes['Coverage'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isRoot?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  organizationalUnitId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  parent?: Resolver<Maybe<ResolversTypes['OrganizationalUnit']>, ParentType, ContextType>;
  path?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
}>;

export type OrganizationalUnitAdoptionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['OrganizationalUnitAdoption'] = ResolversParentTypes['OrganizationalUnitAdoption']> = ResolversObject<{
  notGolden?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  onCurrent?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  onOlder?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  organizationalUnit?: Resolver<ResolversTypes['OrganizationalUnit'], ParentType, ContextType>;
}>;

export type OrganizationalUnitAdoptionPointResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['OrganizationalUnitAdoptionPoint'] = ResolversParentTypes['OrganizationalUnitAdoptionPoint']> = ResolversObject<{
  complete?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  notGolden?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  onCurrent?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  onOlder?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  organizationalUnit?: Resolver<Maybe<ResolversTypes['OrganizationalUnit']>, ParentType, ContextType>;
  organizationalUnitId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
}>;

export type OrganizationalUnitConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['OrganizationalUnitConnection'] = ResolversParentTypes['OrganizationalUnitConnection']> = ResolversObject<{
  coverage?: Resolver<ResolversTypes['Coverage'], ParentType, ContextType>;
  edges?: Resolver<ReadonlyArray<ResolversTypes['OrganizationalUnitEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['OrganizationalUnit']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
}>;

export type OrganizationalUnitEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['OrganizationalUnitEdge'] = ResolversParentTypes['OrganizationalUnitEdge']> = ResolversObject<{
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['OrganizationalUnit'], ParentType, ContextType>;
}>;

export type PageInfoResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = ResolversObject<{
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
}>;

export type PaidProductResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['PaidProduct'] = ResolversParentTypes['PaidProduct']> = ResolversObject<{
  accounts?: Resolver<ResolversTypes['PaidProductAccountConnection'], ParentType, ContextType, Partial<PaidProductAccountsArgs>>;
  costs?: Resolver<ReadonlyArray<ResolversTypes['Cost']>, ParentType, ContextType, RequireFields<PaidProductCostsArgs, 'groupBy' | 'months'>>;
  firstDerivedLaunch?: Resolver<Maybe<ResolversTypes['DerivedLaunch']>, ParentType, ContextType>;
  images?: Resolver<ResolversTypes['PaidProductImageConnection'], ParentType, ContextType, Partial<PaidProductImagesArgs>>;
  instances?: Resolver<ResolversTypes['InstanceConnection'], ParentType, ContextType, Partial<PaidProductInstancesArgs>>;
  kind?: Resolver<ResolversTypes['ProductCodeKind'], ParentType, ContextType>;
  productCode?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  regions?: Resolver<ReadonlyArray<ResolversTypes['PaidProductRegion']>, ParentType, ContextType, Partial<PaidProductRegionsArgs>>;
  title?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  titles?: Resolver<ReadonlyArray<ResolversTypes['ProductTitle']>, ParentType, ContextType>;
  totalSoftwareCost?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType, RequireFields<PaidProductTotalSoftwareCostArgs, 'months'>>;
  use?: Resolver<ResolversTypes['PaidProductUse'], ParentType, ContextType>;
}>;

export type PaidProductAccountResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['PaidProductAccount'] = ResolversParentTypes['PaidProductAccount']> = ResolversObject<{
  account?: Resolver<ResolversTypes['Account'], ParentType, ContextType>;
  use?: Resolver<ResolversTypes['PaidProductUse'], ParentType, ContextType>;
}>;

export type PaidProductAccountConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['PaidProductAccountConnection'] = ResolversParentTypes['PaidProductAccountConnection']> = ResolversObject<{
  coverage?: Resolver<ResolversTypes['Coverage'], ParentType, ContextType>;
  edges?: Resolver<ReadonlyArray<ResolversTypes['PaidProductAccountEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['PaidProductAccount']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
}>;

export type PaidProductAccountEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['PaidProductAccountEdge'] = ResolversParentTypes['PaidProductAccountEdge']> = ResolversObject<{
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['PaidProductAccount'], ParentType, ContextType>;
}>;

export type PaidProductConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['PaidProductConnection'] = ResolversParentTypes['PaidProductConnection']> = ResolversObject<{
  coverage?: Resolver<ResolversTypes['Coverage'], ParentType, ContextType>;
  edges?: Resolver<ReadonlyArray<ResolversTypes['PaidProductEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['PaidProduct']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
}>;

export type PaidProductEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['PaidProductEdge'] = ResolversParentTypes['PaidProductEdge']> = ResolversObject<{
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['PaidProduct'], ParentType, ContextType>;
}>;

export type PaidProductImageResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['PaidProductImage'] = ResolversParentTypes['PaidProductImage']> = ResolversObject<{
  firstLaunchedBy?: Resolver<Maybe<ResolversTypes['Account']>, ParentType, ContextType>;
  image?: Resolver<Maybe<ResolversTypes['Image']>, ParentType, ContextType>;
  imageId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  inherited?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  madeFrom?: Resolver<ReadonlyArray<ResolversTypes['ImageOrigin']>, ParentType, ContextType>;
  owner?: Resolver<Maybe<ResolversTypes['Account']>, ParentType, ContextType>;
  region?: Resolver<ResolversTypes['Region'], ParentType, ContextType>;
}>;

export type PaidProductImageConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['PaidProductImageConnection'] = ResolversParentTypes['PaidProductImageConnection']> = ResolversObject<{
  coverage?: Resolver<ResolversTypes['Coverage'], ParentType, ContextType>;
  edges?: Resolver<ReadonlyArray<ResolversTypes['PaidProductImageEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['PaidProductImage']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
}>;

export type PaidProductImageEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['PaidProductImageEdge'] = ResolversParentTypes['PaidProductImageEdge']> = ResolversObject<{
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['PaidProductImage'], ParentType, ContextType>;
}>;

export type PaidProductRegionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['PaidProductRegion'] = ResolversParentTypes['PaidProductRegion']> = ResolversObject<{
  region?: Resolver<ResolversTypes['Region'], ParentType, ContextType>;
  use?: Resolver<ResolversTypes['PaidProductUse'], ParentType, ContextType>;
}>;

export type ProductCodeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ProductCode'] = ResolversParentTypes['ProductCode']> = ResolversObject<{
  coverage?: Resolver<ResolversTypes['Coverage'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  images?: Resolver<ResolversTypes['ImageConnection'], ParentType, ContextType, Partial<ProductCodeImagesArgs>>;
  instances?: Resolver<ResolversTypes['InstanceConnection'], ParentType, ContextType, Partial<ProductCodeInstancesArgs>>;
  kind?: Resolver<ResolversTypes['ProductCodeKind'], ParentType, ContextType>;
  productCode?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
}>;

export type ProductCodeConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ProductCodeConnection'] = ResolversParentTypes['ProductCodeConnection']> = ResolversObject<{
  coverage?: Resolver<ResolversTypes['Coverage'], ParentType, ContextType>;
  edges?: Resolver<ReadonlyArray<ResolversTypes['ProductCodeEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['ProductCode']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
}>;

export type ProductCodeEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ProductCodeEdge'] = ResolversParentTypes['ProductCodeEdge']> = ResolversObject<{
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['ProductCode'], ParentType, ContextType>;
}>;

export type ProductTitleResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ProductTitle'] = ResolversParentTypes['ProductTitle']> = ResolversObject<{
  source?: Resolver<ResolversTypes['ProductTitleSource'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
}>;

export type PublicBlockerResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['PublicBlocker'] = ResolversParentTypes['PublicBlocker']> = ResolversObject<{
  certainty?: Resolver<ResolversTypes['Certainty'], ParentType, ContextType>;
  code?: Resolver<ResolversTypes['PublicBlockerCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
}>;

export type PublicEligibilityResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['PublicEligibility'] = ResolversParentTypes['PublicEligibility']> = ResolversObject<{
  blockers?: Resolver<ReadonlyArray<ResolversTypes['PublicBlocker']>, ParentType, ContextType>;
  eligible?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
}>;

export type QueryResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = ResolversObject<{
  account?: Resolver<Maybe<ResolversTypes['Account']>, ParentType, ContextType, RequireFields<QueryAccountArgs, 'accountId'>>;
  accounts?: Resolver<ResolversTypes['AccountConnection'], ParentType, ContextType, Partial<QueryAccountsArgs>>;
  allowedImagesWhatIf?: Resolver<ResolversTypes['AllowedImagesWhatIf'], ParentType, ContextType, RequireFields<QueryAllowedImagesWhatIfArgs, 'criteria'>>;
  billingReconciliation?: Resolver<ResolversTypes['BillReconciliationConnection'], ParentType, ContextType, RequireFields<QueryBillingReconciliationArgs, 'months'>>;
  bills?: Resolver<ResolversTypes['BillConnection'], ParentType, ContextType, Partial<QueryBillsArgs>>;
  changes?: Resolver<ResolversTypes['ChangeConnection'], ParentType, ContextType, RequireFields<QueryChangesArgs, 'since'>>;
  costs?: Resolver<ResolversTypes['CostConnection'], ParentType, ContextType, RequireFields<QueryCostsArgs, 'groupBy' | 'months'>>;
  coverage?: Resolver<ResolversTypes['SourceCoverageConnection'], ParentType, ContextType, Partial<QueryCoverageArgs>>;
  deadLetters?: Resolver<ResolversTypes['DeadLetterConnection'], ParentType, ContextType, Partial<QueryDeadLettersArgs>>;
  deregistrationSavings?: Resolver<ResolversTypes['DeregistrationSavingConnection'], ParentType, ContextType, RequireFields<QueryDeregistrationSavingsArgs, 'months'>>;
  eventQueue?: Resolver<Maybe<ResolversTypes['EventQueue']>, ParentType, ContextType>;
  exposures?: Resolver<ResolversTypes['ExposureConnection'], ParentType, ContextType, Partial<QueryExposuresArgs>>;
  goldenAdoptionHistory?: Resolver<ReadonlyArray<ResolversTypes['GoldenAdoptionHistory']>, ParentType, ContextType, RequireFields<QueryGoldenAdoptionHistoryArgs, 'moments'>>;
  goldenDrift?: Resolver<ResolversTypes['GoldenDriftConnection'], ParentType, ContextType, Partial<QueryGoldenDriftArgs>>;
  goldenImages?: Resolver<ResolversTypes['GoldenImageConnection'], ParentType, ContextType, Partial<QueryGoldenImagesArgs>>;
  image?: Resolver<Maybe<ResolversTypes['Image']>, ParentType, ContextType, RequireFields<QueryImageArgs, 'imageId'>>;
  imageReferences?: Resolver<ResolversTypes['ImageReferenceConnection'], ParentType, ContextType, Partial<QueryImageReferencesArgs>>;
  images?: Resolver<ResolversTypes['ImageConnection'], ParentType, ContextType, Partial<QueryImagesArgs>>;
  instance?: Resolver<Maybe<ResolversTypes['Instance']>, ParentType, ContextType, RequireFields<QueryInstanceArgs, 'instanceId'>>;
  instanceType?: Resolver<Maybe<ResolversTypes['InstanceType']>, ParentType, ContextType, RequireFields<QueryInstanceTypeArgs, 'instanceType' | 'region'>>;
  instanceTypes?: Resolver<ResolversTypes['InstanceTypeConnection'], ParentType, ContextType, Partial<QueryInstanceTypesArgs>>;
  instances?: Resolver<ResolversTypes['InstanceConnection'], ParentType, ContextType, Partial<QueryInstancesArgs>>;
  launchCheck?: Resolver<Maybe<ResolversTypes['LaunchCheck']>, ParentType, ContextType, RequireFields<QueryLaunchCheckArgs, 'accountId' | 'imageId' | 'region'>>;
  launchChecks?: Resolver<ReadonlyArray<ResolversTypes['LaunchCheck']>, ParentType, ContextType, RequireFields<QueryLaunchChecksArgs, 'checks'>>;
  launchTemplateVersions?: Resolver<ResolversTypes['LaunchTemplateVersionConnection'], ParentType, ContextType, Partial<QueryLaunchTemplateVersionsArgs>>;
  node?: Resolver<Maybe<ResolversTypes['Node']>, ParentType, ContextType, RequireFields<QueryNodeArgs, 'id'>>;
  nodes?: Resolver<ReadonlyArray<Maybe<ResolversTypes['Node']>>, ParentType, ContextType, RequireFields<QueryNodesArgs, 'ids'>>;
  organization?: Resolver<Maybe<ResolversTypes['Organization']>, ParentType, ContextType>;
  organizationalUnit?: Resolver<Maybe<ResolversTypes['OrganizationalUnit']>, ParentType, ContextType, RequireFields<QueryOrganizationalUnitArgs, 'id'>>;
  organizationalUnits?: Resolver<ResolversTypes['OrganizationalUnitConnection'], ParentType, ContextType, Partial<QueryOrganizationalUnitsArgs>>;
  paidProducts?: Resolver<ResolversTypes['PaidProductConnection'], ParentType, ContextType, Partial<QueryPaidProductsArgs>>;
  productCode?: Resolver<Maybe<ResolversTypes['ProductCode']>, ParentType, ContextType, RequireFields<QueryProductCodeArgs, 'productCode'>>;
  productCodes?: Resolver<ResolversTypes['ProductCodeConnection'], ParentType, ContextType, Partial<QueryProductCodesArgs>>;
  recycleBinImages?: Resolver<ResolversTypes['RecycleBinImageConnection'], ParentType, ContextType, Partial<QueryRecycleBinImagesArgs>>;
  replacementSavings?: Resolver<ResolversTypes['ReplacementSavingConnection'], ParentType, ContextType, RequireFields<QueryReplacementSavingsArgs, 'months'>>;
  shareProblems?: Resolver<ResolversTypes['ShareProblemConnection'], ParentType, ContextType, Partial<QueryShareProblemsArgs>>;
  snapshot?: Resolver<Maybe<ResolversTypes['Snapshot']>, ParentType, ContextType, RequireFields<QuerySnapshotArgs, 'snapshotId'>>;
  snapshots?: Resolver<ResolversTypes['SnapshotConnection'], ParentType, ContextType, Partial<QuerySnapshotsArgs>>;
  syncJob?: Resolver<Maybe<ResolversTypes['SyncJob']>, ParentType, ContextType, RequireFields<QuerySyncJobArgs, 'id'>>;
  syncRuns?: Resolver<ResolversTypes['SyncRunConnection'], ParentType, ContextType, Partial<QuerySyncRunsArgs>>;
  syncStatus?: Resolver<ResolversTypes['SyncStatus'], ParentType, ContextType>;
  usageOperationDrifts?: Resolver<ResolversTypes['UsageOperationDriftConnection'], ParentType, ContextType, RequireFields<QueryUsageOperationDriftsArgs, 'months'>>;
}>;

export type RecycleBinImageResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RecycleBinImage'] = ResolversParentTypes['RecycleBinImage']> = ResolversObject<{
  account?: Resolver<ResolversTypes['Account'], ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  enterTime?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  exitTime?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  image?: Resolver<Maybe<ResolversTypes['Image']>, ParentType, ContextType>;
  imageId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  observedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  region?: Resolver<ResolversTypes['Region'], ParentType, ContextType>;
  uses?: Resolver<ReadonlyArray<ResolversTypes['ImageUse']>, ParentType, ContextType>;
}>;

export type RecycleBinImageConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RecycleBinImageConnection'] = ResolversParentTypes['RecycleBinImageConnection']> = ResolversObject<{
  coverage?: Resolver<ResolversTypes['Coverage'], ParentType, ContextType>;
  edges?: Resolver<ReadonlyArray<ResolversTypes['RecycleBinImageEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['RecycleBinImage']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
}>;

export type RecycleBinImageEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RecycleBinImageEdge'] = ResolversParentTypes['RecycleBinImageEdge']> = ResolversObject<{
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['RecycleBinImage'], ParentType, ContextType>;
}>;

export interface RegionScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Region'], any> {
  name: 'Region';
}

export type RegionAdoptionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RegionAdoption'] = ResolversParentTypes['RegionAdoption']> = ResolversObject<{
  notGolden?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  onCurrent?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  onOlder?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  region?: Resolver<ResolversTypes['Region'], ParentType, ContextType>;
}>;

export type RegionAdoptionPointResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RegionAdoptionPoint'] = ResolversParentTypes['RegionAdoptionPoint']> = ResolversObject<{
  complete?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  notGolden?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  onCurrent?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  onOlder?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  region?: Resolver<ResolversTypes['Region'], ParentType, ContextType>;
}>;

export type RegionalCopiesResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RegionalCopies'] = ResolversParentTypes['RegionalCopies']> = ResolversObject<{
  coverage?: Resolver<ResolversTypes['Coverage'], ParentType, ContextType>;
  images?: Resolver<ReadonlyArray<ResolversTypes['Image']>, ParentType, ContextType>;
  missingRegions?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Region']>>, ParentType, ContextType>;
  missingWhereUsed?: Resolver<ReadonlyArray<ResolversTypes['Region']>, ParentType, ContextType>;
}>;

export type ReplacementSavingResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ReplacementSaving'] = ResolversParentTypes['ReplacementSaving']> = ResolversObject<{
  account?: Resolver<ResolversTypes['Account'], ParentType, ContextType>;
  exampleInstanceIds?: Resolver<ReadonlyArray<ResolversTypes['ID']>, ParentType, ContextType>;
  goldenImages?: Resolver<ReadonlyArray<ResolversTypes['Image']>, ParentType, ContextType>;
  image?: Resolver<Maybe<ResolversTypes['Image']>, ParentType, ContextType>;
  imageId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  instanceCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  productCode?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  region?: Resolver<ResolversTypes['Region'], ParentType, ContextType>;
  softwareCost?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
}>;

export type ReplacementSavingConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ReplacementSavingConnection'] = ResolversParentTypes['ReplacementSavingConnection']> = ResolversObject<{
  coverage?: Resolver<ResolversTypes['Coverage'], ParentType, ContextType>;
  edges?: Resolver<ReadonlyArray<ResolversTypes['ReplacementSavingEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['ReplacementSaving']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
}>;

export type ReplacementSavingEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ReplacementSavingEdge'] = ResolversParentTypes['ReplacementSavingEdge']> = ResolversObject<{
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['ReplacementSaving'], ParentType, ContextType>;
}>;

export type ShareProblemResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ShareProblem'] = ResolversParentTypes['ShareProblem']> = ResolversObject<{
  account?: Resolver<Maybe<ResolversTypes['Account']>, ParentType, ContextType>;
  code?: Resolver<ResolversTypes['ShareProblemCode'], ParentType, ContextType>;
  firstSeenAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  grantee?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  image?: Resolver<ResolversTypes['Image'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  severity?: Resolver<ResolversTypes['ShareProblemSeverity'], ParentType, ContextType>;
}>;

export type ShareProblemConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ShareProblemConnection'] = ResolversParentTypes['ShareProblemConnection']> = ResolversObject<{
  coverage?: Resolver<ResolversTypes['Coverage'], ParentType, ContextType>;
  edges?: Resolver<ReadonlyArray<ResolversTypes['ShareProblemEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['ShareProblem']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  settledAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
}>;

export type ShareProblemEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ShareProblemEdge'] = ResolversParentTypes['ShareProblemEdge']> = ResolversObject<{
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['ShareProblem'], ParentType, ContextType>;
}>;

export type SnapshotResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Snapshot'] = ResolversParentTypes['Snapshot']> = ResolversObject<{
  coverage?: Resolver<ResolversTypes['Coverage'], ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  encrypted?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  images?: Resolver<ResolversTypes['ImageConnection'], ParentType, ContextType, Partial<SnapshotImagesArgs>>;
  kmsKey?: Resolver<Maybe<ResolversTypes['KmsKey']>, ParentType, ContextType>;
  kmsKeyId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  observedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  owner?: Resolver<ResolversTypes['Account'], ParentType, ContextType>;
  region?: Resolver<ResolversTypes['Region'], ParentType, ContextType>;
  snapshotId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  startTime?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['SnapshotState'], ParentType, ContextType>;
  storageTier?: Resolver<Maybe<ResolversTypes['SnapshotStorageTier']>, ParentType, ContextType>;
  volumeId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  volumeSizeGiB?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
}>;

export type SnapshotConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SnapshotConnection'] = ResolversParentTypes['SnapshotConnection']> = ResolversObject<{
  coverage?: Resolver<ResolversTypes['Coverage'], ParentType, ContextType>;
  edges?: Resolver<ReadonlyArray<ResolversTypes['SnapshotEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Snapshot']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
}>;

export type SnapshotEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SnapshotEdge'] = ResolversParentTypes['SnapshotEdge']> = ResolversObject<{
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Snapshot'], ParentType, ContextType>;
}>;

export type SourceCountsResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SourceCounts'] = ResolversParentTypes['SourceCounts']> = ResolversObject<{
  failed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  fresh?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  never?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  stale?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
}>;

export type SourceCoverageResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SourceCoverage'] = ResolversParentTypes['SourceCoverage']> = ResolversObject<{
  account?: Resolver<ResolversTypes['Account'], ParentType, ContextType>;
  attempts?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  error?: Resolver<Maybe<ResolversTypes['SourceError']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['SourceKind'], ParentType, ContextType>;
  lastAttemptAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  lastSuccessAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  region?: Resolver<Maybe<ResolversTypes['Region']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['CoverageStatus'], ParentType, ContextType>;
}>;

export type SourceCoverageConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SourceCoverageConnection'] = ResolversParentTypes['SourceCoverageConnection']> = ResolversObject<{
  edges?: Resolver<ReadonlyArray<ResolversTypes['SourceCoverageEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['SourceCoverage']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
}>;

export type SourceCoverageEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SourceCoverageEdge'] = ResolversParentTypes['SourceCoverageEdge']> = ResolversObject<{
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['SourceCoverage'], ParentType, ContextType>;
}>;

export type SourceErrorResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SourceError'] = ResolversParentTypes['SourceError']> = ResolversObject<{
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
}>;

export type SyncJobResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SyncJob'] = ResolversParentTypes['SyncJob']> = ResolversObject<{
  account?: Resolver<ResolversTypes['Account'], ParentType, ContextType>;
  finishedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kinds?: Resolver<Maybe<ReadonlyArray<ResolversTypes['SourceKind']>>, ParentType, ContextType>;
  region?: Resolver<Maybe<ResolversTypes['Region']>, ParentType, ContextType>;
  requestedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['SyncJobState'], ParentType, ContextType>;
}>;

export type SyncRunResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SyncRun'] = ResolversParentTypes['SyncRun']> = ResolversObject<{
  account?: Resolver<Maybe<ResolversTypes['Account']>, ParentType, ContextType>;
  calls?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  callsAvoided?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  failedSources?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  finishedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  kinds?: Resolver<Maybe<ReadonlyArray<ResolversTypes['SourceKind']>>, ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['SyncReason'], ParentType, ContextType>;
  region?: Resolver<Maybe<ResolversTypes['Region']>, ParentType, ContextType>;
  rowsChanged?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  sources?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  startedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
}>;

export type SyncRunConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SyncRunConnection'] = ResolversParentTypes['SyncRunConnection']> = ResolversObject<{
  edges?: Resolver<ReadonlyArray<ResolversTypes['SyncRunEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['SyncRun']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
}>;

export type SyncRunEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SyncRunEdge'] = ResolversParentTypes['SyncRunEdge']> = ResolversObject<{
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['SyncRun'], ParentType, ContextType>;
}>;

export type SyncStatusResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SyncStatus'] = ResolversParentTypes['SyncStatus']> = ResolversObject<{
  lastCompletedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  nextRunAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  running?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  sources?: Resolver<ResolversTypes['SourceCounts'], ParentType, ContextType>;
}>;

export type TagResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Tag'] = ResolversParentTypes['Tag']> = ResolversObject<{
  key?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
}>;

export type UnattributedAmountResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['UnattributedAmount'] = ResolversParentTypes['UnattributedAmount']> = ResolversObject<{
  amount?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  code?: Resolver<ResolversTypes['UnattributedReason'], ParentType, ContextType>;
  lineItems?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
}>;

export type UsageOperationDriftResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['UsageOperationDrift'] = ResolversParentTypes['UsageOperationDrift']> = ResolversObject<{
  account?: Resolver<ResolversTypes['Account'], ParentType, ContextType>;
  billedUsageOperation?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  effectiveInfrastructureCost?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  image?: Resolver<Maybe<ResolversTypes['Image']>, ParentType, ContextType>;
  imageId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  imageUsageOperation?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  infrastructureCost?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  instance?: Resolver<Maybe<ResolversTypes['Instance']>, ParentType, ContextType>;
  instanceHours?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  instanceId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  instanceUsageOperation?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  kinds?: Resolver<ReadonlyArray<ResolversTypes['UsageOperationDriftKind']>, ParentType, ContextType>;
  month?: Resolver<ResolversTypes['YearMonth'], ParentType, ContextType>;
  payer?: Resolver<ResolversTypes['Account'], ParentType, ContextType>;
  region?: Resolver<ResolversTypes['Region'], ParentType, ContextType>;
}>;

export type UsageOperationDriftConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['UsageOperationDriftConnection'] = ResolversParentTypes['UsageOperationDriftConnection']> = ResolversObject<{
  coverage?: Resolver<ResolversTypes['Coverage'], ParentType, ContextType>;
  edges?: Resolver<ReadonlyArray<ResolversTypes['UsageOperationDriftEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['UsageOperationDrift']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
}>;

export type UsageOperationDriftEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['UsageOperationDriftEdge'] = ResolversParentTypes['UsageOperationDriftEdge']> = ResolversObject<{
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['UsageOperationDrift'], ParentType, ContextType>;
}>;

export interface YearMonthScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['YearMonth'], any> {
  name: 'YearMonth';
}

export type Resolvers<ContextType = RequestContext> = ResolversObject<{
  Account?: AccountResolvers<ContextType>;
  AccountAdoption?: AccountAdoptionResolvers<ContextType>;
  AccountAdoptionPoint?: AccountAdoptionPointResolvers<ContextType>;
  AccountConnection?: AccountConnectionResolvers<ContextType>;
  AccountEdge?: AccountEdgeResolvers<ContextType>;
  AccountId?: GraphQLScalarType;
  AccountRegion?: AccountRegionResolvers<ContextType>;
  AllowedImagesCriterion?: AllowedImagesCriterionResolvers<ContextType>;
  AllowedImagesSettings?: AllowedImagesSettingsResolvers<ContextType>;
  AllowedImagesWhatIf?: AllowedImagesWhatIfResolvers<ContextType>;
  Bill?: BillResolvers<ContextType>;
  BillConnection?: BillConnectionResolvers<ContextType>;
  BillEdge?: BillEdgeResolvers<ContextType>;
  BillReconciliation?: BillReconciliationResolvers<ContextType>;
  BillReconciliationConnection?: BillReconciliationConnectionResolvers<ContextType>;
  BillReconciliationEdge?: BillReconciliationEdgeResolvers<ContextType>;
  BlockDevice?: BlockDeviceResolvers<ContextType>;
  BlockPublicAccess?: BlockPublicAccessResolvers<ContextType>;
  Change?: ChangeResolvers<ContextType>;
  ChangeConnection?: ChangeConnectionResolvers<ContextType>;
  ChangeEdge?: ChangeEdgeResolvers<ContextType>;
  ChangeSubject?: ChangeSubjectResolvers<ContextType>;
  Cost?: CostResolvers<ContextType>;
  CostConnection?: CostConnectionResolvers<ContextType>;
  CostEdge?: CostEdgeResolvers<ContextType>;
  Coverage?: CoverageResolvers<ContextType>;
  CriteriaCounts?: CriteriaCountsResolvers<ContextType>;
  DateTime?: GraphQLScalarType;
  DeadLetter?: DeadLetterResolvers<ContextType>;
  DeadLetterConnection?: DeadLetterConnectionResolvers<ContextType>;
  DeadLetterEdge?: DeadLetterEdgeResolvers<ContextType>;
  Decimal?: GraphQLScalarType;
  Deregistration?: DeregistrationResolvers<ContextType>;
  DeregistrationSaving?: DeregistrationSavingResolvers<ContextType>;
  DeregistrationSavingConnection?: DeregistrationSavingConnectionResolvers<ContextType>;
  DeregistrationSavingEdge?: DeregistrationSavingEdgeResolvers<ContextType>;
  DerivedLaunch?: DerivedLaunchResolvers<ContextType>;
  EventQueue?: EventQueueResolvers<ContextType>;
  Exposure?: ExposureResolvers<ContextType>;
  ExposureConnection?: ExposureConnectionResolvers<ContextType>;
  ExposureEdge?: ExposureEdgeResolvers<ContextType>;
  FastLaunch?: FastLaunchResolvers<ContextType>;
  GoldenAdoption?: GoldenAdoptionResolvers<ContextType>;
  GoldenAdoptionHistory?: GoldenAdoptionHistoryResolvers<ContextType>;
  GoldenAdoptionPoint?: GoldenAdoptionPointResolvers<ContextType>;
  GoldenDrift?: GoldenDriftResolvers<ContextType>;
  GoldenDriftConnection?: GoldenDriftConnectionResolvers<ContextType>;
  GoldenDriftEdge?: GoldenDriftEdgeResolvers<ContextType>;
  GoldenImage?: GoldenImageResolvers<ContextType>;
  GoldenImageConnection?: GoldenImageConnectionResolvers<ContextType>;
  GoldenImageEdge?: GoldenImageEdgeResolvers<ContextType>;
  GoldenRelease?: GoldenReleaseResolvers<ContextType>;
  Image?: ImageResolvers<ContextType>;
  ImageAncestor?: ImageAncestorResolvers<ContextType>;
  ImageBuild?: ImageBuildResolvers<ContextType>;
  ImageConnection?: ImageConnectionResolvers<ContextType>;
  ImageEdge?: ImageEdgeResolvers<ContextType>;
  ImageOrigin?: ImageOriginResolvers<ContextType>;
  ImagePipeline?: ImagePipelineResolvers<ContextType>;
  ImageReference?: ImageReferenceResolvers<ContextType>;
  ImageReferenceConnection?: ImageReferenceConnectionResolvers<ContextType>;
  ImageReferenceEdge?: ImageReferenceEdgeResolvers<ContextType>;
  ImageRelative?: ImageRelativeResolvers<ContextType>;
  ImageRelativeConnection?: ImageRelativeConnectionResolvers<ContextType>;
  ImageRelativeEdge?: ImageRelativeEdgeResolvers<ContextType>;
  ImageTag?: ImageTagResolvers<ContextType>;
  ImageUnderCriteria?: ImageUnderCriteriaResolvers<ContextType>;
  ImageUnderCriteriaConnection?: ImageUnderCriteriaConnectionResolvers<ContextType>;
  ImageUnderCriteriaEdge?: ImageUnderCriteriaEdgeResolvers<ContextType>;
  ImageUsageReport?: ImageUsageReportResolvers<ContextType>;
  ImageUse?: ImageUseResolvers<ContextType>;
  ImageVersion?: ImageVersionResolvers<ContextType>;
  ImageVersionConnection?: ImageVersionConnectionResolvers<ContextType>;
  ImageVersionEdge?: ImageVersionEdgeResolvers<ContextType>;
  ImageWatermark?: ImageWatermarkResolvers<ContextType>;
  ImageWatermarkCondition?: ImageWatermarkConditionResolvers<ContextType>;
  Instance?: InstanceResolvers<ContextType>;
  InstanceConnection?: InstanceConnectionResolvers<ContextType>;
  InstanceEdge?: InstanceEdgeResolvers<ContextType>;
  InstanceType?: InstanceTypeResolvers<ContextType>;
  InstanceTypeConnection?: InstanceTypeConnectionResolvers<ContextType>;
  InstanceTypeEdge?: InstanceTypeEdgeResolvers<ContextType>;
  InstanceUnderCriteria?: InstanceUnderCriteriaResolvers<ContextType>;
  InstanceUnderCriteriaConnection?: InstanceUnderCriteriaConnectionResolvers<ContextType>;
  InstanceUnderCriteriaEdge?: InstanceUnderCriteriaEdgeResolvers<ContextType>;
  JSON?: GraphQLScalarType;
  KmsGrant?: KmsGrantResolvers<ContextType>;
  KmsKey?: KmsKeyResolvers<ContextType>;
  KmsKeyRead?: KmsKeyReadResolvers<ContextType>;
  LaunchBlocker?: LaunchBlockerResolvers<ContextType>;
  LaunchCheck?: LaunchCheckResolvers<ContextType>;
  LaunchGrant?: LaunchGrantResolvers<ContextType>;
  LaunchPermission?: LaunchPermissionResolvers<ContextType>;
  LaunchPermissionsRead?: LaunchPermissionsReadResolvers<ContextType>;
  LaunchTemplateVersion?: LaunchTemplateVersionResolvers<ContextType>;
  LaunchTemplateVersionConnection?: LaunchTemplateVersionConnectionResolvers<ContextType>;
  LaunchTemplateVersionEdge?: LaunchTemplateVersionEdgeResolvers<ContextType>;
  LaunchTemplateVersionUnderCriteria?: LaunchTemplateVersionUnderCriteriaResolvers<ContextType>;
  LaunchTemplateVersionUnderCriteriaConnection?: LaunchTemplateVersionUnderCriteriaConnectionResolvers<ContextType>;
  LaunchTemplateVersionUnderCriteriaEdge?: LaunchTemplateVersionUnderCriteriaEdgeResolvers<ContextType>;
  LaunchWarning?: LaunchWarningResolvers<ContextType>;
  LaunchableImage?: LaunchableImageResolvers<ContextType>;
  LaunchableImageConnection?: LaunchableImageConnectionResolvers<ContextType>;
  LaunchableImageEdge?: LaunchableImageEdgeResolvers<ContextType>;
  LaunchingAccount?: LaunchingAccountResolvers<ContextType>;
  LaunchingAccountConnection?: LaunchingAccountConnectionResolvers<ContextType>;
  LaunchingAccountEdge?: LaunchingAccountEdgeResolvers<ContextType>;
  LineageLink?: LineageLinkResolvers<ContextType>;
  Money?: MoneyResolvers<ContextType>;
  MonthlyCost?: MonthlyCostResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  Node?: NodeResolvers<ContextType>;
  Organization?: OrganizationResolvers<ContextType>;
  OrganizationalUnit?: OrganizationalUnitResolvers<ContextType>;
  OrganizationalUnitAdoption?: OrganizationalUnitAdoptionResolvers<ContextType>;
  OrganizationalUnitAdoptionPoint?: OrganizationalUnitAdoptionPointResolvers<ContextType>;
  OrganizationalUnitConnection?: OrganizationalUnitConnectionResolvers<ContextType>;
  OrganizationalUnitEdge?: OrganizationalUnitEdgeResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  PaidProduct?: PaidProductResolvers<ContextType>;
  PaidProductAccount?: PaidProductAccountResolvers<ContextType>;
  PaidProductAccountConnection?: PaidProductAccountConnectionResolvers<ContextType>;
  PaidProductAccountEdge?: PaidProductAccountEdgeResolvers<ContextType>;
  PaidProductConnection?: PaidProductConnectionResolvers<ContextType>;
  PaidProductEdge?: PaidProductEdgeResolvers<ContextType>;
  PaidProductImage?: PaidProductImageResolvers<ContextType>;
  PaidProductImageConnection?: PaidProductImageConnectionResolvers<ContextType>;
  PaidProductImageEdge?: PaidProductImageEdgeResolvers<ContextType>;
  PaidProductRegion?: PaidProductRegionResolvers<ContextType>;
  ProductCode?: ProductCodeResolvers<ContextType>;
  ProductCodeConnection?: ProductCodeConnectionResolvers<ContextType>;
  ProductCodeEdge?: ProductCodeEdgeResolvers<ContextType>;
  ProductTitle?: ProductTitleResolvers<ContextType>;
  PublicBlocker?: PublicBlockerResolvers<ContextType>;
  PublicEligibility?: PublicEligibilityResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  RecycleBinImage?: RecycleBinImageResolvers<ContextType>;
  RecycleBinImageConnection?: RecycleBinImageConnectionResolvers<ContextType>;
  RecycleBinImageEdge?: RecycleBinImageEdgeResolvers<ContextType>;
  Region?: GraphQLScalarType;
  RegionAdoption?: RegionAdoptionResolvers<ContextType>;
  RegionAdoptionPoint?: RegionAdoptionPointResolvers<ContextType>;
  RegionalCopies?: RegionalCopiesResolvers<ContextType>;
  ReplacementSaving?: ReplacementSavingResolvers<ContextType>;
  ReplacementSavingConnection?: ReplacementSavingConnectionResolvers<ContextType>;
  ReplacementSavingEdge?: ReplacementSavingEdgeResolvers<ContextType>;
  ShareProblem?: ShareProblemResolvers<ContextType>;
  ShareProblemConnection?: ShareProblemConnectionResolvers<ContextType>;
  ShareProblemEdge?: ShareProblemEdgeResolvers<ContextType>;
  Snapshot?: SnapshotResolvers<ContextType>;
  SnapshotConnection?: SnapshotConnectionResolvers<ContextType>;
  SnapshotEdge?: SnapshotEdgeResolvers<ContextType>;
  SourceCounts?: SourceCountsResolvers<ContextType>;
  SourceCoverage?: SourceCoverageResolvers<ContextType>;
  SourceCoverageConnection?: SourceCoverageConnectionResolvers<ContextType>;
  SourceCoverageEdge?: SourceCoverageEdgeResolvers<ContextType>;
  SourceError?: SourceErrorResolvers<ContextType>;
  SyncJob?: SyncJobResolvers<ContextType>;
  SyncRun?: SyncRunResolvers<ContextType>;
  SyncRunConnection?: SyncRunConnectionResolvers<ContextType>;
  SyncRunEdge?: SyncRunEdgeResolvers<ContextType>;
  SyncStatus?: SyncStatusResolvers<ContextType>;
  Tag?: TagResolvers<ContextType>;
  UnattributedAmount?: UnattributedAmountResolvers<ContextType>;
  UsageOperationDrift?: UsageOperationDriftResolvers<ContextType>;
  UsageOperationDriftConnection?: UsageOperationDriftConnectionResolvers<ContextType>;
  UsageOperationDriftEdge?: UsageOperationDriftEdgeResolvers<ContextType>;
  YearMonth?: GraphQLScalarType;
}>;

export type DirectiveResolvers<ContextType = RequestContext> = ResolversObject<{
  cost?: CostDirectiveResolver<any, any, ContextType>;
  listSize?: ListSizeDirectiveResolver<any, any, ContextType>;
}>;
