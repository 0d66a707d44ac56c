import { DescribeImageUsageReportEntriesCommand, type EC2Client } from '@aws-sdk/client-ec2'
import type { ImageUsage } from '../../domain/usage-report.ts'
import { pages } from '../pages.ts'

/** An entry, and the report that it is of. */
export type UsageEntry = ImageUsage & { reportId: string }

const resourceTypes: Readonly<Record<string, string>> = {
  'ec2:Instance': 'INSTANCE',
  'ec2:LaunchTemplate': 'LAUNCH_TEMPLATE',
  'imagebuilder:ImageRecipe': 'IMAGE_RECIPE',
  'imagebuilder:ContainerRecipe': 'CONTAINER_RECIPE',
}

/** ec2 DescribeImageUsageReportEntries: what these reports say, at most `namesPerUsageCall`; AWS decides on the page. */
export async function* describeImageUsageReportEntries(
  ec2: EC2Client,
  reportIds: readonly string[],
): AsyncGenerator<UsageEntry[]> {
  const listing = pages(NextToken =>
    ec2.send(new DescribeImageUsageReportEntriesCommand({ ReportIds: [...reportIds], NextToken })),
  )
  for await (const { ImageUsageReportEntries = [] } of listing)
    yield ImageUsageReportEntries.flatMap(({ ReportId: reportId, AccountId: accountId, ResourceType, UsageCount }) =>
      reportId && accountId
        ? [
            {
              reportId,
              accountId,
              resourceType: resourceTypes[ResourceType ?? ''] ?? 'OTHER',
              usageCount: UsageCount ?? 0,
            },
          ]
        : [],
    )
}
