import { CreateImageUsageReportCommand, type EC2Client } from '@aws-sdk/client-ec2'
import { usageReportTypes } from './usage-report-types.ts'

/**
 * ec2 CreateImageUsageReport: has AWS find out which accounts use an image, and how often. The one call of amigraph that
 * writes anything in AWS: a report that AWS itself deletes after 30 days. Made only where usage reports are switched on.
 * Returns the report's ID; null where AWS gave none.
 */
export async function createImageUsageReport(ec2: EC2Client, imageId: string): Promise<string | null> {
  const { ReportId } = await ec2.send(
    new CreateImageUsageReportCommand({ ImageId: imageId, ResourceTypes: usageReportTypes }),
  )
  return ReportId ?? null
}
