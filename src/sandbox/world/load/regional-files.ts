/** EC2's calls of a Region that a dump can answer, and the names of their files. */
const ec2 = {
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

/** Those of KMS and Image Builder. */
const others = {
  DescribeKey: 'describe-key',
  GetImage: 'get-image',
  GetKeyPolicy: 'get-key-policy',
  ListGrants: 'list-grants',
  ListImageBuildVersions: 'list-image-build-versions',
  ListImagePipelines: 'list-image-pipelines',
  ListImages: 'list-images',
}

/** The calls of a Region that a dump can answer, and the names of their files. */
export const regionalFiles: Readonly<Record<string, string>> = { ...ec2, ...others }

/** What such an answer has: names of files alone do not tell it from those of other services (`describe-key-pairs`). */
export const members: Readonly<Record<string, string>> = {
  [others.DescribeKey]: 'KeyMetadata',
  [others.GetImage]: 'image',
  [others.GetKeyPolicy]: 'Policy',
  [others.ListGrants]: 'Grants',
  [others.ListImageBuildVersions]: 'imageSummaryList',
  [others.ListImagePipelines]: 'imagePipelineList',
  [others.ListImages]: 'imageVersionList',
}
