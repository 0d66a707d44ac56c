import pLimit from 'p-limit'
import { type AwsFailure, readFailure } from '../../aws/aws-failure.ts'
import type { EC2Client } from '../../aws/clients.ts'
import { createImageUsageReport } from '../../aws/ec2/create-image-usage-report.ts'
import { describeImageUsageReportEntries, type UsageEntry } from '../../aws/ec2/describe-image-usage-report-entries.ts'
import { describeImageUsageReports, namesPerUsageCall } from '../../aws/ec2/describe-image-usage-reports.ts'
import { isGoneImage } from '../../aws/ec2/is-gone-image.ts'
import { readImagesToReport } from '../../db/image-usage/read-images-to-report.ts'
import { replaceImageUsage } from '../../db/image-usage/replace-image-usage.ts'
import type { Spreading } from '../../domain/spread.ts'
import {
  planUsage,
  type ReportedImage,
  type UsagePlan,
  type UsageRead,
  type UsageReport,
} from '../../domain/usage-report.ts'
import { allOf, type Collector, complete } from '../collector.ts'
import { summarizeFailures } from '../summarize-failures.ts'

/** Reports asked for at one reading: the rest follows with the next. AWS lets 50 through at once, then 5 a second. */
const mostReports = 200
const parallelCalls = 10

type ReadUsage = { imageIds: string[]; reads: UsageRead[] }
type Planned = UsagePlan & ReportedImage

/**
 * Who uses the images that an account shares outside the organization, by reports that AWS makes of each. A reading takes
 * what is finished and asks for what is due; what AWS is still about comes with a later one. One whose report cannot be
 * asked for keeps what was known of it and makes the source incomplete.
 */
export const imageUsage = (usageSpreading: Spreading): Collector<ReadUsage> => ({
  async collect({ aws, statements, source: { accountId, region }, observedAt: now, asked, signal }) {
    const images = await readImagesToReport(statements, accountId, region)
    const imageIds = images.map(({ imageId }) => imageId)
    if (images.length === 0) return complete({ imageIds, reads: [] })
    const ec2 = await aws.ec2(accountId, region)
    const reports = await readReports(ec2, imageIds, signal)
    const spreading = asked ? { ...usageSpreading, maxAge: 0 } : usageSpreading
    const plans = images.map(image => ({
      ...image,
      ...planUsage(image, reports.get(image.imageId) ?? [], now, spreading),
    }))
    const entries = await readEntries(ec2, plans, signal)
    const { asks, failures } = await askForReports(ec2, mostUrgent(plans), signal)
    return {
      facts: { imageIds, reads: plans.map(plan => toRead(plan, entries, asks.get(plan.imageId), now)) },
      incomplete: summarizeFailures(failures, asks.size, 'usage reports'),
    }
  },
  write: (client, { accountId, region }, { imageIds, reads }) =>
    replaceImageUsage(client, accountId, region, imageIds, reads),
})

async function readReports(
  ec2: EC2Client,
  imageIds: readonly string[],
  signal: AbortSignal,
): Promise<Map<string, UsageReport[]>> {
  const found: UsageReport[] = []
  for (const some of inBatches(imageIds)) {
    signal.throwIfAborted()
    found.push(...(await allOf(describeImageUsageReports(ec2, some))))
  }
  return Map.groupBy(found, ({ imageId }) => imageId)
}

async function readEntries(
  ec2: EC2Client,
  plans: readonly Planned[],
  signal: AbortSignal,
): Promise<Map<string, UsageEntry[]>> {
  const found: UsageEntry[] = []
  for (const some of inBatches(plans.flatMap(({ toRead }) => toRead?.reportId ?? []))) {
    signal.throwIfAborted()
    found.push(...(await allOf(describeImageUsageReportEntries(ec2, some))))
  }
  return Map.groupBy(found, ({ reportId }) => reportId)
}

function* inBatches(names: readonly string[]): Generator<readonly string[]> {
  for (let start = 0; start < names.length; start += namesPerUsageCall)
    yield names.slice(start, start + namesPerUsageCall)
}

/** Those without a report first, then the oldest; what failed the last time holds up nobody. */
function mostUrgent(plans: readonly Planned[]): Planned[] {
  return plans
    .filter(({ isDue }) => isDue)
    .sort((a, b) => Number(a.failed) - Number(b.failed) || age(a) - age(b))
    .slice(0, mostReports)
}

const age = ({ newest }: Planned): number => newest?.createdAt.getTime() ?? 0

type Ask = { reportId: string | null } | { failure: AwsFailure }

/** Once AWS denies one, it would deny all. */
async function askForReports(
  ec2: EC2Client,
  plans: readonly Planned[],
  signal: AbortSignal,
): Promise<{ asks: Map<string, Ask>; failures: AwsFailure[] }> {
  const asks = new Map<string, Ask>()
  const failures: AwsFailure[] = []
  const limit = pLimit(parallelCalls)
  const ask = async (imageId: string): Promise<void> => {
    signal.throwIfAborted()
    if (failures.some(failure => failure.class === 'denied')) return
    try {
      asks.set(imageId, { reportId: await createImageUsageReport(ec2, imageId) })
    } catch (error) {
      const failure = readFailure(error)
      if (isGoneImage(failure)) return
      failures.push(failure)
      asks.set(imageId, { failure })
    }
  }
  await Promise.all(plans.map(({ imageId }) => limit(ask, imageId)))
  return { asks, failures }
}

function toRead(
  { imageId, newest, toRead: finished }: Planned,
  entries: ReadonlyMap<string, UsageEntry[]>,
  ask: Ask | undefined,
  now: Date,
): UsageRead {
  const begun = ask !== undefined && 'reportId' in ask
  const failed =
    newest?.state === 'ERROR'
      ? { code: 'ReportFailed', message: newest.reason ?? 'AWS could not make the report' }
      : null
  return {
    imageId,
    reportId: begun ? ask.reportId : (newest?.reportId ?? null),
    requestedAt: begun ? now : (newest?.createdAt ?? null),
    observedAt: finished?.createdAt ?? null,
    entries: (entries.get(finished?.reportId ?? '') ?? []).map(({ reportId: _, ...usage }) => usage),
    error:
      ask !== undefined && 'failure' in ask
        ? { code: ask.failure.code, message: ask.failure.message }
        : begun
          ? null
          : failed,
  }
}
