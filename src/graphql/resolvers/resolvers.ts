import { AccountId, DateTime, Decimal, Json, Region, YearMonth } from '../scalars.ts'
import { Account } from './Account.ts'
import { AccountAdoption } from './AccountAdoption.ts'
import { AccountAdoptionPoint } from './AccountAdoptionPoint.ts'
import { AccountRegion } from './AccountRegion.ts'
import { AllowedImagesWhatIf } from './AllowedImagesWhatIf.ts'
import { BillReconciliation } from './BillReconciliation.ts'
import { BlockDevice } from './BlockDevice.ts'
import { Change } from './Change.ts'
import { Cost } from './Cost.ts'
import { Deregistration } from './Deregistration.ts'
import { DeregistrationSaving } from './DeregistrationSaving.ts'
import { DerivedLaunch } from './DerivedLaunch.ts'
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
import { ImageUnderCriteria } from './ImageUnderCriteria.ts'
import { ImageUse } from './ImageUse.ts'
import { ImageVersion } from './ImageVersion.ts'
import { ImageWatermark } from './ImageWatermark.ts'
import { Instance } from './Instance.ts'
import { InstanceType } from './InstanceType.ts'
import { InstanceUnderCriteria } from './InstanceUnderCriteria.ts'
import { KmsKey } from './KmsKey.ts'
import { LaunchableImage } from './LaunchableImage.ts'
import { LaunchCheck } from './LaunchCheck.ts'
import { LaunchingAccount } from './LaunchingAccount.ts'
import { LaunchPermission } from './LaunchPermission.ts'
import { LaunchTemplateVersion } from './LaunchTemplateVersion.ts'
import { LaunchTemplateVersionUnderCriteria } from './LaunchTemplateVersionUnderCriteria.ts'
import { LineageLink } from './LineageLink.ts'
import { requestSync } from './Mutation/requestSync.ts'
import { Organization } from './Organization.ts'
import { OrganizationalUnit } from './OrganizationalUnit.ts'
import { OrganizationalUnitAdoption } from './OrganizationalUnitAdoption.ts'
import { OrganizationalUnitAdoptionPoint } from './OrganizationalUnitAdoptionPoint.ts'
import { PaidProduct } from './PaidProduct.ts'
import { PaidProductAccount } from './PaidProductAccount.ts'
import { PaidProductImage } from './PaidProductImage.ts'
import { ProductCode } from './ProductCode.ts'
import { account } from './Query/account.ts'
import { accounts } from './Query/accounts.ts'
import { allowedImagesWhatIf } from './Query/allowedImagesWhatIf.ts'
import { billingReconciliation } from './Query/billingReconciliation.ts'
import { bills } from './Query/bills.ts'
import { changes } from './Query/changes.ts'
import { costs } from './Query/costs.ts'
import { coverage } from './Query/coverage.ts'
import { deadLetters } from './Query/deadLetters.ts'
import { deregistrationSavings } from './Query/deregistrationSavings.ts'
import { eventQueue } from './Query/eventQueue.ts'
import { exposures } from './Query/exposures.ts'
import { goldenAdoptionHistory } from './Query/goldenAdoptionHistory.ts'
import { goldenDrift } from './Query/goldenDrift.ts'
import { goldenImages } from './Query/goldenImages.ts'
import { image } from './Query/image.ts'
import { imageReferences } from './Query/imageReferences.ts'
import { images } from './Query/images.ts'
import { instance } from './Query/instance.ts'
import { instances } from './Query/instances.ts'
import { instanceType } from './Query/instanceType.ts'
import { instanceTypes } from './Query/instanceTypes.ts'
import { launchCheck } from './Query/launchCheck.ts'
import { launchChecks } from './Query/launchChecks.ts'
import { launchTemplateVersions } from './Query/launchTemplateVersions.ts'
import { node } from './Query/node.ts'
import { nodes } from './Query/nodes.ts'
import { organization } from './Query/organization.ts'
import { organizationalUnit } from './Query/organizationalUnit.ts'
import { organizationalUnits } from './Query/organizationalUnits.ts'
import { paidProducts } from './Query/paidProducts.ts'
import { productCode } from './Query/productCode.ts'
import { productCodes } from './Query/productCodes.ts'
import { recycleBinImages } from './Query/recycleBinImages.ts'
import { replacementSavings } from './Query/replacementSavings.ts'
import { shareProblems } from './Query/shareProblems.ts'
import { snapshot } from './Query/snapshot.ts'
import { snapshots } from './Query/snapshots.ts'
import { syncJob } from './Query/syncJob.ts'
import { syncRuns } from './Query/syncRuns.ts'
import { syncStatus } from './Query/syncStatus.ts'
import { usageOperationDrifts } from './Query/usageOperationDrifts.ts'
import { RecycleBinImage } from './RecycleBinImage.ts'
import { RegionalCopies } from './RegionalCopies.ts'
import { ReplacementSaving } from './ReplacementSaving.ts'
import { ShareProblem } from './ShareProblem.ts'
import { Snapshot } from './Snapshot.ts'
import { SourceCoverage } from './SourceCoverage.ts'
import { SyncJob } from './SyncJob.ts'
import { SyncRun } from './SyncRun.ts'
import { UsageOperationDrift } from './UsageOperationDrift.ts'

/** Every resolver under its name in the schema. What is not here is a field of the row that the database gave. */
export const resolvers = {
  Query: {
    account,
    accounts,
    allowedImagesWhatIf,
    goldenAdoptionHistory,
    changes,
    billingReconciliation,
    bills,
    costs,
    paidProducts,
    coverage,
    exposures,
    shareProblems,
    deregistrationSavings,
    replacementSavings,
    usageOperationDrifts,
    goldenDrift,
    goldenImages,
    deadLetters,
    eventQueue,
    image,
    imageReferences,
    images,
    instance,
    instances,
    instanceType,
    instanceTypes,
    launchCheck,
    launchChecks,
    launchTemplateVersions,
    node,
    nodes,
    organization,
    organizationalUnit,
    organizationalUnits,
    productCode,
    productCodes,
    recycleBinImages,
    snapshot,
    snapshots,
    syncJob,
    syncRuns,
    syncStatus,
  },
  Mutation: { requestSync },
  Account,
  AccountRegion,
  AllowedImagesWhatIf,
  BillReconciliation,
  Cost,
  PaidProduct,
  PaidProductAccount,
  PaidProductImage,
  BlockDevice,
  Deregistration,
  Exposure,
  ImageUse,
  ShareProblem,
  DeregistrationSaving,
  DerivedLaunch,
  ReplacementSaving,
  UsageOperationDrift,
  AccountAdoption,
  AccountAdoptionPoint,
  OrganizationalUnitAdoption,
  OrganizationalUnitAdoptionPoint,
  GoldenAdoption,
  GoldenDrift,
  GoldenImage,
  GoldenRelease,
  Change,
  Image,
  ImageAncestor,
  ImageBuild,
  ImagePipeline,
  FastLaunch,
  ImageReference,
  ImageRelative,
  ImageTag,
  ImageUnderCriteria,
  ImageVersion,
  ImageWatermark,
  Instance,
  InstanceType,
  InstanceUnderCriteria,
  KmsKey,
  LaunchableImage,
  LaunchingAccount,
  LaunchCheck,
  LaunchPermission,
  LaunchTemplateVersion,
  LaunchTemplateVersionUnderCriteria,
  LineageLink,
  Organization,
  OrganizationalUnit,
  ProductCode,
  RecycleBinImage,
  RegionalCopies,
  Snapshot,
  SourceCoverage,
  SyncJob,
  SyncRun,
  AccountId,
  DateTime,
  Decimal,
  JSON: Json,
  Region,
  YearMonth,
}
