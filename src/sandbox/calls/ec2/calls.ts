import { attachImageWatermark } from './attach-image-watermark.ts'
import { copyImage } from './copy-image.ts'
import { createImageUsageReport } from './create-image-usage-report.ts'
import { createTags } from './create-tags.ts'
import { deleteTags } from './delete-tags.ts'
import { deregisterImage } from './deregister-image.ts'
import { describeFastLaunchImages } from './describe-fast-launch-images.ts'
import { describeImageAttribute } from './describe-image-attribute.ts'
import { describeImageReferences } from './describe-image-references.ts'
import { describeImageUsageReportEntries } from './describe-image-usage-report-entries.ts'
import { describeImageUsageReports } from './describe-image-usage-reports.ts'
import { describeImages } from './describe-images.ts'
import { describeInstanceImageMetadata } from './describe-instance-image-metadata.ts'
import { describeInstanceTypes } from './describe-instance-types.ts'
import { describeInstances } from './describe-instances.ts'
import { describeLaunchTemplateVersions } from './describe-launch-template-versions.ts'
import { describeRegions } from './describe-regions.ts'
import { describeSnapshotAttribute } from './describe-snapshot-attribute.ts'
import { describeSnapshots } from './describe-snapshots.ts'
import { detachImageWatermark } from './detach-image-watermark.ts'
import { disableImage } from './disable-image.ts'
import { disableImageDeprecation } from './disable-image-deprecation.ts'
import { enableImage } from './enable-image.ts'
import { enableImageDeprecation } from './enable-image-deprecation.ts'
import { getAllowedImagesSettings } from './get-allowed-images-settings.ts'
import { getImageAncestry } from './get-image-ancestry.ts'
import { getImageBlockPublicAccessState } from './get-image-block-public-access-state.ts'
import { getSnapshotBlockPublicAccessState } from './get-snapshot-block-public-access-state.ts'
import { known } from './known.ts'
import { listImagesInRecycleBin } from './list-images-in-recycle-bin.ts'
import { modifyImageAttribute } from './modify-image-attribute.ts'
import { registerImage } from './register-image.ts'
import { replaceImageInstanceTypeSpecification } from './replace-image-instance-type-specification.ts'
import { runInstances } from './run-instances.ts'
import { terminateInstances } from './terminate-instances.ts'

/** The calls of Amazon EC2 that the sandbox answers, by operation name. */
export const ec2Calls = {
  AttachImageWatermark: attachImageWatermark,
  CopyImage: copyImage,
  CreateImageUsageReport: known('CreateImageUsageReport', createImageUsageReport),
  CreateTags: createTags,
  DeleteTags: deleteTags,
  DeregisterImage: deregisterImage,
  DescribeFastLaunchImages: known('DescribeFastLaunchImages', describeFastLaunchImages),
  DescribeImageAttribute: known('DescribeImageAttribute', describeImageAttribute),
  DescribeImageReferences: known('DescribeImageReferences', describeImageReferences),
  DescribeImageUsageReportEntries: known('DescribeImageUsageReportEntries', describeImageUsageReportEntries),
  DescribeImageUsageReports: known('DescribeImageUsageReports', describeImageUsageReports),
  DescribeImages: known('DescribeImages', describeImages),
  DescribeInstanceImageMetadata: known('DescribeInstanceImageMetadata', describeInstanceImageMetadata),
  DescribeInstanceTypes: known('DescribeInstanceTypes', describeInstanceTypes),
  DescribeInstances: known('DescribeInstances', describeInstances),
  DescribeLaunchTemplateVersions: known('DescribeLaunchTemplateVersions', describeLaunchTemplateVersions),
  DescribeRegions: describeRegions,
  DescribeSnapshotAttribute: known('DescribeSnapshotAttribute', describeSnapshotAttribute),
  DescribeSnapshots: known('DescribeSnapshots', describeSnapshots),
  DetachImageWatermark: detachImageWatermark,
  DisableImage: disableImage,
  DisableImageDeprecation: disableImageDeprecation,
  EnableImage: enableImage,
  EnableImageDeprecation: enableImageDeprecation,
  GetAllowedImagesSettings: known('GetAllowedImagesSettings', getAllowedImagesSettings),
  GetImageAncestry: known('GetImageAncestry', getImageAncestry),
  GetImageBlockPublicAccessState: known('GetImageBlockPublicAccessState', getImageBlockPublicAccessState),
  GetSnapshotBlockPublicAccessState: known('GetSnapshotBlockPublicAccessState', getSnapshotBlockPublicAccessState),
  ListImagesInRecycleBin: known('ListImagesInRecycleBin', listImagesInRecycleBin),
  ModifyImageAttribute: modifyImageAttribute,
  RegisterImage: registerImage,
  ReplaceImageInstanceTypeSpecification: replaceImageInstanceTypeSpecification,
  RunInstances: runInstances,
  TerminateInstances: terminateInstances,
}
