import type {
  DescribeImageUsageReportsRequest,
  DescribeImageUsageReportsResult,
  ImageUsageReport,
} from '@aws-sdk/client-ec2'
import type { Call } from '../../call.ts'
import { regionOf } from '../../world/find.ts'
import { withMilliseconds } from '../../world/time-format.ts'
import { usageReportsOf } from '../../world/usage-reports.ts'
import type { WorldUsageReport } from '../../world/world.ts'
import { compileFilters } from './filter.ts'
import { type PageRule, pageFrom, pageStart } from './page.ts'
import { isKept, isNamed, requireFewNames, usageReportState } from './usage-report-view.ts'

const rule: PageRule = { operation: 'DescribeImageUsageReports', smallest: 1, largest: 1000, unlimited: false }

/** The caller's usage reports, as long as AWS keeps them. */
export const describeImageUsageReports: Call<DescribeImageUsageReportsRequest, DescribeImageUsageReportsResult> = (
  input,
  { world, region, caller, now },
) => {
  requireFewNames(input)
  const matches = compileFilters<WorldUsageReport>(
    input.Filters,
    {
      'creation-time': report => withMilliseconds(report.createdAt),
      state: report => usageReportState(report, now()),
    },
    ({ tags }) => tags,
  )
  const isShown = (report: WorldUsageReport) => isKept(report, now()) && isNamed(report, input) && matches(report)
  const { after, limit } = pageStart(rule, input)
  const own = usageReportsOf(regionOf(world, region), caller.accountId)
  const { items, NextToken } = pageFrom(rule, own.after(after), report => report.reportId, isShown, limit)
  return { ImageUsageReports: items.map(report => view(report, now())), NextToken }
}

const view = (report: WorldUsageReport, now: Date): ImageUsageReport => {
  const State = usageReportState(report, now)
  return {
    ImageId: report.imageId,
    ReportId: report.reportId,
    ResourceTypes: report.types,
    AccountIds: report.accountIds,
    State,
    ...(State === 'error' ? { StateReason: report.failure } : {}),
    CreationTime: report.createdAt,
    ExpirationTime: report.expiresAt,
    Tags: report.tags,
  }
}
