import type { WorldUsageReport } from '../../world/world.ts'
import { invalidParameter } from './errors.ts'

/** Reports, or images, that one call can name */
const mostNames = 200

/** Where a report stands. */
export const usageReportState = ({ failure, readyAt }: WorldUsageReport, now: Date): string => {
  if (readyAt > now) return 'pending'
  return failure === undefined ? 'available' : 'error'
}

/** AWS deletes reports after 30 days. */
export const isKept = ({ expiresAt }: WorldUsageReport, now: Date): boolean => expiresAt > now

/** Whether a call means the report: those that it names, or all. */
export const isNamed = (
  { reportId, imageId }: WorldUsageReport,
  { ReportIds, ImageIds }: { ReportIds?: string[] | undefined; ImageIds?: string[] | undefined },
): boolean => (!ReportIds?.length || ReportIds.includes(reportId)) && (!ImageIds?.length || ImageIds.includes(imageId))

export const requireFewNames = (input: { ReportIds?: string[] | undefined; ImageIds?: string[] | undefined }): void => {
  for (const [name, ids = []] of [['reportIds', input.ReportIds] as const, ['imageIds', input.ImageIds] as const])
    if (ids.length > mostNames) throw invalidParameter(name, ids.length, `There may be at most ${mostNames}.`)
}
