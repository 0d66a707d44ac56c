import {
  DescribeLaunchTemplateVersionsCommand,
  type EC2Client,
  type LaunchTemplateVersion as Ec2LaunchTemplateVersion,
} from '@aws-sdk/client-ec2'
import type { LaunchTemplateVersion } from '../../domain/facts.ts'
import { pages } from '../pages.ts'

/** MaxResults at its largest (ec2 API Reference, DescribeLaunchTemplateVersions). */
const pageSize = 200

/** How a version names a Systems Manager parameter in the place of an image. */
const parameterPrefix = 'resolve:ssm:'

/** What AWS says of a version; which of two is the latest follows from their numbers. */
export type DescribedVersion = Omit<LaunchTemplateVersion, 'isLatest'>

/**
 * ec2 DescribeLaunchTemplateVersions $Latest, $Default without an ID: both versions of every launch template of the
 * account in the client's Region. With `resolve` AWS says which image a parameter stands for instead of the parameter.
 */
export async function* describeLaunchTemplateVersions(
  ec2: EC2Client,
  accountId: string,
  region: string,
  { resolve }: { resolve: boolean },
): AsyncGenerator<DescribedVersion[]> {
  const listing = pages(NextToken =>
    ec2.send(
      new DescribeLaunchTemplateVersionsCommand({
        Versions: ['$Latest', '$Default'],
        ResolveAlias: resolve,
        MaxResults: pageSize,
        NextToken,
      }),
    ),
  )
  for await (const { LaunchTemplateVersions = [] } of listing)
    yield LaunchTemplateVersions.flatMap(version => readVersion(accountId, region, version) ?? [])
}

function readVersion(accountId: string, region: string, version: Ec2LaunchTemplateVersion): DescribedVersion | null {
  if (!version.LaunchTemplateId || version.VersionNumber === undefined) return null
  const named = version.LaunchTemplateData?.ImageId || null
  const isParameter = named?.startsWith(parameterPrefix) ?? false
  return {
    accountId,
    region,
    launchTemplateId: version.LaunchTemplateId,
    versionNumber: version.VersionNumber,
    launchTemplateName: version.LaunchTemplateName ?? null,
    description: version.VersionDescription || null,
    isDefault: version.DefaultVersion ?? false,
    imageId: isParameter ? null : named,
    imageParameter: isParameter ? named : null,
    instanceType: version.LaunchTemplateData?.InstanceType ?? null,
    createTime: version.CreateTime ?? null,
    createdBy: version.CreatedBy ?? null,
  }
}
