import { type ImageReference, imageOf, regionOf } from '../find.ts'
import { resourceId } from '../identifiers.ts'
import { countUsage, type UsageReportScope, usageReportsOf } from '../usage-reports.ts'
import type { World, WorldUsageReport } from '../world.ts'

const minute = 60_000
const day = 86_400_000

/** Begins a report of who uses an image; it can be read some minutes later, and is deleted after 30 days. */
export const makeUsageReport = (
  world: World,
  reference: ImageReference,
  scope: UsageReportScope & { tags?: WorldUsageReport['tags'] },
): WorldUsageReport => {
  const { ownerId, imageId } = imageOf(world, reference)
  const region = regionOf(world, reference.region)
  const createdAt = world.now()
  const report: WorldUsageReport = {
    reportId: resourceId('amiur', world.random),
    imageId,
    types: [...scope.types].map(([ResourceType, { versionDepth }]) => ({
      ResourceType,
      ...(ResourceType === 'ec2:LaunchTemplate' && {
        ResourceTypeOptions: [{ OptionName: 'version-depth', OptionValues: [String(versionDepth)] }],
      }),
    })),
    accountIds: [...scope.accountIds],
    createdAt,
    readyAt: new Date(createdAt.getTime() + 5 * minute),
    expiresAt: new Date(createdAt.getTime() + 30 * day),
    failure: undefined,
    entries: countUsage(region, imageId, scope, createdAt),
    tags: scope.tags ?? [],
  }
  usageReportsOf(region, ownerId).add(report)
  return report
}
