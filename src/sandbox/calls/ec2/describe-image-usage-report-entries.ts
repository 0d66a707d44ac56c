import type {
  DescribeImageUsageReportEntriesRequest,
  DescribeImageUsageReportEntriesResult,
  ImageUsageReportEntry,
} from '@aws-sdk/client-ec2'
import type { Call } from '../../call.ts'
import { regionOf } from '../../world/find.ts'
import { withMilliseconds } from '../../world/time-format.ts'
import { usageReportsOf } from '../../world/usage-reports.ts'
import { compileFilters } from './filter.ts'
import { type PageRule, pageFrom, pageStart } from './page.ts'
import { isKept, isNamed, requireFewNames, usageReportState } from './usage-report-view.ts'

const rule: PageRule = { operation: 'DescribeImageUsageReportEntries', smallest: 1, largest: 1000, unlimited: false }

const keyOf = ({ ReportId, AccountId, ResourceType }: ImageUsageReportEntry) =>
  `${ReportId} ${AccountId} ${ResourceType}`

/** What the caller's finished reports say. */
export const describeImageUsageReportEntries: Call<
  DescribeImageUsageReportEntriesRequest,
  DescribeImageUsageReportEntriesResult
> = (input, { world, region, caller, now }) => {
  requireFewNames(input)
  const matches = compileFilters<ImageUsageReportEntry>(input.Filters, {
    'account-id': entry => entry.AccountId,
    'creation-time': entry => entry.ReportCreationTime && withMilliseconds(entry.ReportCreationTime),
    'resource-type': entry => entry.ResourceType,
  })
  const { after, limit } = pageStart(rule, input)
  const entries = [...usageReportsOf(regionOf(world, region), caller.accountId).after()]
    .filter(
      report => isKept(report, now()) && isNamed(report, input) && usageReportState(report, now()) === 'available',
    )
    .flatMap(({ reportId: ReportId, imageId: ImageId, createdAt: ReportCreationTime, entries }) =>
      entries.map(entry => ({ ...entry, ReportId, ImageId, ReportCreationTime })),
    )
    .sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
    .filter(entry => after === undefined || keyOf(entry) > after)
  const { items, NextToken } = pageFrom(rule, entries, keyOf, matches, limit)
  return { ImageUsageReportEntries: items, NextToken }
}
