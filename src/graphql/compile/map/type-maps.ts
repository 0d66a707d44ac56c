import type { TypeMaps } from '../compilation.ts'
import { Account } from './Account.ts'
import { AccountAdoption } from './AccountAdoption.ts'
import { AccountRegion } from './AccountRegion.ts'
import { AllowedImagesSettings } from './AllowedImagesSettings.ts'
import { Bill } from './Bill.ts'
import { BillReconciliation } from './BillReconciliation.ts'
import { BlockDevice } from './BlockDevice.ts'
import { BlockPublicAccess } from './BlockPublicAccess.ts'
import { Change } from './Change.ts'
import { Cost } from './Cost.ts'
import { DeadLetter } from './DeadLetter.ts'
import { Deregistration } from './Deregistration.ts'
import { DeregistrationSaving } from './DeregistrationSaving.ts'
import { DerivedLaunch } from './DerivedLaunch.ts'
import { EventQueue } from './EventQueue.ts'
import { Exposure } from './Exposure.ts'
import { FastLaunch } from './FastLaunch.ts'
import { GoldenAdoption } from './GoldenAdoption.ts'
import { GoldenDrift } from './GoldenDrift.ts'
import { GoldenImage } from './GoldenImage.ts'
import { GoldenRelease } from './GoldenRelease.ts'
import { Image } from './Image.ts'
import { ImageAncestor } from './ImageAncestor.ts'
import { ImageBuild } from './ImageBuild.ts'
import { ImagePipeline } from './ImagePipeline.ts'
import { ImageReference } from './ImageReference.ts'
import { ImageRelative } from './ImageRelative.ts'
import { ImageTag } from './ImageTag.ts'
import { ImageUsageReport } from './ImageUsageReport.ts'
import { ImageUse } from './ImageUse.ts'
import { ImageVersion } from './ImageVersion.ts'
import { ImageWatermark } from './ImageWatermark.ts'
import { Instance } from './Instance.ts'
import { InstanceType } from './InstanceType.ts'
import { KmsGrant } from './KmsGrant.ts'
import { KmsKey } from './KmsKey.ts'
import { KmsKeyRead } from './KmsKeyRead.ts'
import { LaunchableImage } from './LaunchableImage.ts'
import { LaunchingAccount } from './LaunchingAccount.ts'
import { LaunchPermission } from './LaunchPermission.ts'
import { LaunchPermissionsRead } from './LaunchPermissionsRead.ts'
import { LaunchTemplateVersion } from './LaunchTemplateVersion.ts'
import { LineageLink } from './LineageLink.ts'
import { MonthlyCost } from './MonthlyCost.ts'
import { Organization } from './Organization.ts'
import { OrganizationalUnit } from './OrganizationalUnit.ts'
import { OrganizationalUnitAdoption } from './OrganizationalUnitAdoption.ts'
import { PaidProduct } from './PaidProduct.ts'
import { PaidProductAccount } from './PaidProductAccount.ts'
import { PaidProductImage } from './PaidProductImage.ts'
import { PaidProductRegion } from './PaidProductRegion.ts'
import { ProductCode } from './ProductCode.ts'
import { PublicEligibility } from './PublicEligibility.ts'
import { Query } from './Query.ts'
import { RecycleBinImage } from './RecycleBinImage.ts'
import { RegionAdoption } from './RegionAdoption.ts'
import { RegionalCopies } from './RegionalCopies.ts'
import { ReplacementSaving } from './ReplacementSaving.ts'
import { ShareProblem } from './ShareProblem.ts'
import { Snapshot } from './Snapshot.ts'
import { SourceCoverage } from './SourceCoverage.ts'
import { SyncJob } from './SyncJob.ts'
import { SyncRun } from './SyncRun.ts'
import { UnattributedAmount } from './UnattributedAmount.ts'
import { UsageOperationDrift } from './UsageOperationDrift.ts'

/** Every type under its name in the schema. */
export const typeMaps: TypeMaps = {
  Account,
  AccountRegion,
  AllowedImagesSettings,
  Bill,
  BillReconciliation,
  Cost,
  PaidProduct,
  PaidProductAccount,
  PaidProductImage,
  PaidProductRegion,
  UnattributedAmount,
  UsageOperationDrift,
  DerivedLaunch,
  DeregistrationSaving,
  ReplacementSaving,
  BlockDevice,
  BlockPublicAccess,
  Deregistration,
  Exposure,
  ImageUsageReport,
  ImageUse,
  PublicEligibility,
  ShareProblem,
  AccountAdoption,
  OrganizationalUnitAdoption,
  GoldenAdoption,
  GoldenDrift,
  GoldenImage,
  GoldenRelease,
  RegionAdoption,
  DeadLetter,
  EventQueue,
  Change,
  Image,
  ImageAncestor,
  ImageBuild,
  ImagePipeline,
  FastLaunch,
  ImageReference,
  ImageRelative,
  ImageTag,
  ImageVersion,
  ImageWatermark,
  Instance,
  InstanceType,
  KmsGrant,
  KmsKey,
  KmsKeyRead,
  LaunchableImage,
  LaunchingAccount,
  LaunchPermission,
  LaunchPermissionsRead,
  LaunchTemplateVersion,
  LineageLink,
  MonthlyCost,
  Organization,
  OrganizationalUnit,
  ProductCode,
  Query,
  RecycleBinImage,
  RegionalCopies,
  Snapshot,
  SourceCoverage,
  SyncJob,
  SyncRun,
}
