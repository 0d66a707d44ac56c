import { isDueAgain, type Spreading } from './spread.ts'

/** A report that AWS made, or makes, of who uses an image (ec2 CreateImageUsageReport). */
export type UsageReport = {
  reportId: string
  imageId: string
  state: 'AVAILABLE' | 'PENDING' | 'ERROR' | 'OTHER'
  /** When it was begun: it tells of that time, less about a day */
  createdAt: Date
  /** Why it could not be made */
  reason: string | null
  /** It tells of every account and of everything that can use an image, as those do that we ask for */
  isWhole: boolean
}

/** How often accounts use an image, from a report. */
export type ImageUsage = { accountId: string; resourceType: string; usageCount: number }

/** An image whose owner has to be told who uses it outside the organization. */
export type ReportedImage = {
  imageId: string
  /** When the report was begun whose entries are known; null: none was ever read */
  observedAt: Date | null
  /** When it was last noted that somebody outside may use it */
  openedAt: Date
  /** Asking for a report of it failed the last time */
  failed: boolean
}

export type UsagePlan = {
  /** The last whole report, whoever asked for it; null: AWS keeps none */
  newest: UsageReport | null
  /** Its entries are to be read: it is later than what is known */
  toRead: UsageReport | null
  /** Another report is to be asked for */
  isDue: boolean
}

/** How asking for the use of one image went. */
export type UsageRead = {
  imageId: string
  /** The last report that AWS makes or made, and when it was begun; null: none */
  reportId: string | null
  requestedAt: Date | null
  /** When the report was begun that these entries are of; null: there is nothing new to read */
  observedAt: Date | null
  entries: readonly ImageUsage[]
  error: { code: string; message: string } | null
}

/** Nothing is gained by trying again earlier: what a report tells is about a day old. */
const day = 86_400_000

/**
 * What is to be done about an image's reports. AWS makes one at a time of an image, takes hours for it and deletes it
 * after 30 days. Another one is asked for where there is none, where the last one is too old or could not be made, and
 * where somebody outside may use the image since.
 */
export function planUsage(
  { imageId, observedAt, openedAt }: Pick<ReportedImage, 'imageId' | 'observedAt' | 'openedAt'>,
  reports: readonly UsageReport[],
  now: Date,
  spreading: Spreading,
): UsagePlan {
  const whole = reports.filter(report => report.isWhole).sort((a, b) => b.createdAt.getTime() - a.createdAt.getTime())
  const newest = whole[0] ?? null
  const finished = whole.find(({ state }) => state === 'AVAILABLE')
  const toRead = finished && finished.createdAt.getTime() > (observedAt?.getTime() ?? 0) ? finished : null
  return { newest, toRead, isDue: newest === null || isOver(newest, now) }

  function isOver({ state, createdAt }: UsageReport, time: Date): boolean {
    const isYoung = time.getTime() - createdAt.getTime() < day
    if (state !== 'AVAILABLE') return !isYoung
    return createdAt < openedAt || (!isYoung && isDueAgain(imageId, createdAt, time, spreading))
  }
}
