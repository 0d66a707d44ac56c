import type { ImageUsageReport, ImageUsageReportEntry } from '@aws-sdk/client-ec2'
import { usageReportsOf } from '../usage-reports.ts'
import type { ImageView } from './load-images.ts'
import { listIn, textIn } from './read-outputs.ts'

/** Loads the usage reports of an account's images, with the entries that were recorded of each. */
export const loadUsageReports = ({ accountId, region, folder }: ImageView): void => {
  const entries = folder.outputs('describe-image-usage-report-entries').flatMap(output =>
    listIn<ImageUsageReportEntry>(output, 'ImageUsageReportEntries').map(entry => ({
      reportId: textIn(output, entry, 'ReportId'),
      entry,
    })),
  )
  for (const output of folder.outputs('describe-image-usage-reports')) {
    for (const recorded of listIn<ImageUsageReport>(output, 'ImageUsageReports')) {
      const reportId = textIn(output, recorded, 'ReportId')
      const { CreationTime = new Date(0), State, StateReason } = recorded
      usageReportsOf(region, accountId).add({
        reportId,
        imageId: textIn(output, recorded, 'ImageId'),
        types: recorded.ResourceTypes ?? [],
        accountIds: recorded.AccountIds ?? [],
        createdAt: CreationTime,
        // As it was recorded it stays
        readyAt: State === 'pending' ? always : CreationTime,
        expiresAt: always,
        failure: State === 'error' ? (StateReason ?? '') : undefined,
        entries: entries.filter(of => of.reportId === reportId).map(({ entry }) => entry),
        tags: recorded.Tags ?? [],
      })
    }
  }
}

const always = new Date('9999-12-31T00:00:00Z')
