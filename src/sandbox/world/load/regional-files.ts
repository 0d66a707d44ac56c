/** The calls of a Region that a dump can answer, and the names of their files. */
export const regionalFiles = {
  DescribeFastLaunchImages: 'describe-fast-launch-images',
  DescribeImages: 'describe-images',
  DescribeImageAttribute: 'describe-image-attribute',
  DescribeImageReferences: 'describe-image-references',
  DescribeImageUsageReportEntries: 'describe-image-usage-report-entries',
  DescribeImageUsageReports: 'describe-image-usage-reports',
  DescribeInstances: 'describe-instances',
  DescribeInstanceImageMetadata: 'describe-instance-image-metadata',
  DescribeInstanceTypes: 'describe-instance-types',
  DescribeLaunchTemplateVersions: 'describe-launch-template-versions',
  DescribeSnapshots: 'describe-snapshots',
  DescribeSnapshotAttribute: 'describe-snapshot-attribute',
  GetAllowedImagesSettings: 'get-allowed-images-settings',
  GetImageBlockPublicAccessState: 'get-image-block-public-access-state',
  ListImagesInRecycleBin: 'list-images-in-recycle-bin',
  GetSnapshotBlockPublicAccessState: 'get-snapshot-block-public-access-state',
}
