import type { ImageUsageReportEntry } from '@aws-sdk/client-ec2'
import { indexFor } from './indexed.ts'
import { instancesOf, isListed } from './instance-store.ts'
import { launchTemplatesOf } from './launch-template-store.ts'
import type { OrderedIndex } from './ordered-index.ts'
import { referencesOf } from './reference-store.ts'
import type { WorldRegion, WorldUsageReport } from './world.ts'

export const usageReportsOf = (region: WorldRegion, ownerId: string): OrderedIndex<WorldUsageReport> =>
  indexFor(region.usageReports, ownerId, report => report.reportId)

export type UsageReportScope = {
  /** Resource types as AWS names them; for launch templates how many versions are looked at, the latest first */
  types: ReadonlyMap<string, { versionDepth: number }>
  /** Empty: every account */
  accountIds: readonly string[]
}

/** What AWS counts for a report of an image: how many resources of each type name it, account by account. */
export const countUsage = (
  region: WorldRegion,
  imageId: string,
  { types, accountIds }: UsageReportScope,
  now: Date,
): Pick<ImageUsageReportEntry, 'AccountId' | 'ResourceType' | 'UsageCount'>[] => {
  const users = new Set([...region.instances.keys(), ...region.launchTemplates.keys(), ...region.references.keys()])
  return [...users]
    .filter(account => accountIds.length === 0 || accountIds.includes(account))
    .sort()
    .flatMap(AccountId =>
      [...types].flatMap(([ResourceType, { versionDepth }]) => {
        const UsageCount = countOf(region, imageId, { AccountId, ResourceType, versionDepth }, now)
        return UsageCount === 0 ? [] : [{ AccountId, ResourceType, UsageCount }]
      }),
    )
}

const countOf = (
  region: WorldRegion,
  imageId: string,
  { AccountId, ResourceType, versionDepth }: { AccountId: string; ResourceType: string; versionDepth: number },
  now: Date,
): number => {
  const named = referencesOf(region, AccountId)
    .filter(reference => reference.type === ResourceType && reference.imageId === imageId)
    .map(({ arn }) => arn)
  if (ResourceType === 'ec2:Instance')
    return [...instancesOf(region, AccountId).after()].filter(
      instance => instance.imageId === imageId && isListed(instance, now),
    ).length
  if (ResourceType === 'ec2:LaunchTemplate')
    return [...launchTemplatesOf(region, AccountId).after()].filter(({ versions }) =>
      versions.slice(-versionDepth).some(version => version.LaunchTemplateData?.ImageId === imageId),
    ).length
  return new Set(named).size
}
