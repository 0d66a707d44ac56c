import { DescribeImageUsageReportsCommand, type EC2Client, type ImageUsageReport } from '@aws-sdk/client-ec2'
import type { UsageReport } from '../../domain/usage-report.ts'
import { pages } from '../pages.ts'
import { usageReportTypes } from './usage-report-types.ts'

/** Images, or reports, that one call can name (ec2 API Reference). */
export const namesPerUsageCall = 200

const states: Readonly<Record<string, UsageReport['state']>> = {
  available: 'AVAILABLE',
  pending: 'PENDING',
  error: 'ERROR',
}

/**
 * ec2 DescribeImageUsageReports: the reports of these images of the account, at most `namesPerUsageCall`, whoever asked
 * for them. AWS documents no largest page, so it decides on the size.
 */
export async function* describeImageUsageReports(
  ec2: EC2Client,
  imageIds: readonly string[],
): AsyncGenerator<UsageReport[]> {
  const listing = pages(NextToken =>
    ec2.send(new DescribeImageUsageReportsCommand({ ImageIds: [...imageIds], NextToken })),
  )
  for await (const { ImageUsageReports = [] } of listing) yield ImageUsageReports.flatMap(toReport)
}

function toReport(report: ImageUsageReport): UsageReport[] {
  const { ReportId: reportId, ImageId: imageId, CreationTime: createdAt, State, StateReason } = report
  if (!reportId || !imageId || createdAt === undefined) return []
  const state = states[State ?? ''] ?? 'OTHER'
  return [{ reportId, imageId, state, createdAt, reason: StateReason || null, isWhole: isWhole(report) }]
}

function isWhole({ AccountIds = [], ResourceTypes = [] }: ImageUsageReport): boolean {
  return (
    AccountIds.length === 0 &&
    usageReportTypes.every(({ ResourceType, ResourceTypeOptions: [option] = [] }) =>
      ResourceTypes.some(
        made =>
          made.ResourceType === ResourceType &&
          (option === undefined ||
            made.ResourceTypeOptions?.some(
              ({ OptionName, OptionValues }) =>
                OptionName === option.OptionName && OptionValues?.[0] === option.OptionValues?.[0],
            )),
      ),
    )
  )
}
