import { createHash } from 'node:crypto'

/** How often something that has to be asked for one by one is asked for again where nothing says that it changed. */
export type Spreading = {
  /** No answer is to get older, in milliseconds; 0: each is asked for every time */
  maxAge: number
  /** Milliseconds from one reading of the source to the next */
  interval: number
}

/**
 * Whether the answer of `observedAt` is to be read again at `now`. Each name has a moment of its own in every period, by
 * its hash: so a source's calls are spread evenly however they were read first, each is read once a period, and none gets
 * older than `maxAge` while the source is read every `interval`.
 */
export function isDueAgain(name: string, observedAt: Date, now: Date, { maxAge, interval }: Spreading): boolean {
  const period = Math.max(maxAge - interval, maxAge / 2)
  if (period <= 0) return true
  const moment = hashFraction(name) * period
  const periodOf = (time: Date): number => Math.floor((time.getTime() - moment) / period)
  return periodOf(now) > periodOf(observedAt)
}

/** From 0 to 1, the same for the same name. */
function hashFraction(name: string): number {
  return createHash('sha256').update(name).digest().readUInt32BE(0) / 2 ** 32
}
