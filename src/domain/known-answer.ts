import { isDueAgain, type Spreading } from './spread.ts'

/** What is known of something that has to be asked for by itself, such as an image's launch permissions. */
export type KnownAnswer = {
  id: string
  /** When the last answer came; null: none did yet */
  observedAt: Date | null
  /** The last attempt failed */
  failed: boolean
  /** Something says that the answer may be another one by now */
  doubtful: boolean
}

/**
 * Those that are to be asked for now, in this order: whose answer may have changed, that have none, then those whose
 * turn it is, the oldest first.
 */
export function toBeAsked<Known extends KnownAnswer>(
  known: readonly Known[],
  now: Date,
  spreading: Spreading,
): Known[] {
  return known
    .filter(one => rank(one) < 2 || one.observedAt === null || isDueAgain(one.id, one.observedAt, now, spreading))
    .sort((a, b) => rank(a) - rank(b) || (a.observedAt?.getTime() ?? 0) - (b.observedAt?.getTime() ?? 0))
}

function rank({ observedAt, failed, doubtful }: KnownAnswer): number {
  if (doubtful && observedAt !== null) return 0
  return observedAt === null || failed ? 1 : 2
}
