import type { BucketSize } from './bucket-size.ts'

/**
 * What we know of one of AWS's token buckets, which AWS doesn't show and which others in the account use too. Times are
 * milliseconds of a clock that never goes back; nothing here waits.
 *
 * It begins with half of its tokens, as if a neighbour had used the rest, because a burst is refused all at once; and at
 * 0.7 of the documented rate, so that beside such a neighbour most buckets have made their calls before AWS's is empty, or at
 * half where any account was throttled lately (`isCareful`). The rest comes with each answer to a call that had to wait for
 * its token: calls that nobody was short of prove nothing.
 * RequestLimitExceeded says that AWS's bucket is
 * empty just now; what was let through since it was last known to be full or empty then tells its rate, and we stay a
 * little below. Looking for more costs a throttled call, so it is done rarely, and more rarely each time it fails.
 */
export type TokenBucket = {
  /** Milliseconds until the next call may leave; 0: now */
  waitMs(at: number): number
  /** Takes a token for a call that leaves now. `waited`: it had to wait for it */
  take(at: number, waited: boolean): Ticket
  /** The call was answered, well or with any error but throttling */
  allowed(ticket: Ticket): void
  /** The call was refused with RequestLimitExceeded. What that says of the account's other buckets; null: nothing new */
  throttled(ticket: Ticket, at: number): Learned | null
  /** Tokens a second that are given out at present, as a fraction of the documented refill */
  pace(): number
  /** Another bucket of the account was found to give less: if that was measured, no more is counted on here either */
  heed(learned: Learned, at: number): void
  /** Whether a new bucket in its place would be as good */
  isAsNew(at: number): boolean
}

export type Ticket = {
  readonly at: number
  readonly waited: boolean
  /** How many left before it */
  readonly before: number
}

export type Learned = {
  /** As a fraction of the documented refill */
  readonly pace: number
  /** It is what AWS let through; else a guess, made lower by half, that is soon given up again */
  readonly isMeasured: boolean
}

export type BucketStart = {
  /** Tokens that were taken elsewhere just before, so that it begins emptier */
  readonly usedTokens?: number
  /** What AWS's answers have shown for the account's other buckets */
  readonly learned?: Learned
  /** Somebody was throttled lately: it begins at half of the documented pace */
  readonly isCareful?: boolean
}

/** Of a full bucket, what is given out in a burst: calls arrive less evenly than they leave. */
const usedPart = 0.8
/** Of what is documented, where the rate begins, and where tokens and the rate do with somebody else in mind */
const firstPace = 0.7
const halfPace = 0.5
/** Calls to gain the other half, about ten seconds' */
const callsToGain = 150
/** A failed search for more costs one throttled call: one in so many stays far below one in a thousand. */
const callsBetweenSearches = 2_000
const mostSearchPauses = 16
/** Below what AWS was seen to give, because its clock is not ours. */
const caution = 0.95
/** Calls that tell a rate from chance. */
const leastMeasured = 20
const cushion = 0.1
const slowest = 1 / 64
/** What sums of parts of tokens may be wrong by. */
const rounding = 1e-6

/** `size` as documented or configured; `at` now. */
export function createTokenBucket(size: BucketSize, at: number, start: BucketStart = {}): TokenBucket {
  const fullRate = size.refillPerSecond
  let rate = fullRate * Math.min(start.isCareful ? halfPace : firstPace, start.learned?.pace ?? 1)
  /** Part of a full bucket that is counted on */
  let fill = halfPace
  let tokens = Math.max(0, mostTokens() - (start.usedTokens ?? 0))
  let updatedAt = at
  /** Calls until it may grow again */
  let pause = start.learned?.isMeasured ? callsBetweenSearches : 0
  /** What AWS is known to give: growth pauses there */
  let proven = size.estimated ? Number.POSITIVE_INFINITY : fullRate
  let failedSearches = 0
  let everThrottled = start.learned !== undefined
  let left = 0
  /** When AWS's bucket was last known to be full (or empty), and how many calls had left then */
  let known = { at, isFull: start.usedTokens === undefined, left }

  function mostTokens(): number {
    return Math.max(1, usedPart * size.capacity * Math.min(fill, rate / fullRate))
  }

  const searchPauses = (): number => Math.min(mostSearchPauses, 2 ** failedSearches)

  const refill = (now: number): void => {
    const passed = Math.max(0, now - updatedAt) / 1000
    const wasFull = tokens >= mostTokens()
    tokens = Math.min(mostTokens(), tokens + passed * rate)
    updatedAt = Math.max(updatedAt, now)
    if (tokens >= mostTokens() && (wasFull || passed > 0)) known = { at: updatedAt, isFull: true, left }
  }

  /** What AWS documents is hardly ever less than it gives, unless it was asked for more. */
  const pauseAtProven = (): number => callsBetweenSearches * (proven === fullRate ? mostSearchPauses : searchPauses())

  const grow = (): void => {
    fill += halfPace / callsToGain
    if (pause > 0) {
      pause -= 1
      return
    }
    const before = rate
    rate += (fullRate * halfPace) / callsToGain
    if (before < proven && rate >= proven) pause = pauseAtProven()
    // A fifth more without a throttled call: there really is more.
    if (rate > proven * 1.2) failedSearches = 0
  }

  /** What AWS's bucket gave a second, from when it was known to when it had nothing left for this call */
  const measured = ({ at: end, before }: Ticket): number => {
    const head = known.isFull ? size.capacity / fullRate : 0
    return (before - known.left) / (head + (end - known.at) / 1000)
  }

  return {
    waitMs(now) {
      refill(now)
      return tokens >= 1 - rounding ? 0 : Math.ceil(((1 - tokens) / rate) * 1000 - rounding)
    },
    take(now, waited) {
      refill(now)
      tokens -= 1
      left += 1
      return { at: now, waited, before: left - 1 }
    },
    allowed(ticket) {
      if (ticket.waited) grow()
    },
    throttled(ticket, now) {
      refill(now)
      tokens = Math.min(tokens, 0)
      // One that left before we slowed down says nothing new.
      if (ticket.before < known.left) return null
      const seen = measured(ticket)
      const isMeasured = ticket.before - known.left >= leastMeasured && seen >= rate / 2
      rate = Math.max(fullRate * slowest, isMeasured ? caution * Math.min(seen, rate) : rate / 2)
      // What looks like a passing storm is left as it passes, up to what was known before.
      pause = 0
      if (isMeasured) {
        pause = callsBetweenSearches * searchPauses()
        failedSearches += 1
        proven = rate
      }
      // Calls arrive in bunches: AWS's bucket is let fill a little first.
      tokens = -cushion * size.capacity * (rate / fullRate)
      everThrottled = true
      fill = Math.min(fill, rate / fullRate)
      known = { at: now, isFull: false, left }
      return { pace: rate / fullRate, isMeasured }
    },
    heed({ pace, isMeasured }, now) {
      if (everThrottled || !isMeasured || rate <= fullRate * pace) return
      refill(now)
      rate = fullRate * pace
      pause = callsBetweenSearches
      tokens = Math.min(tokens, mostTokens())
    },
    pace: () => rate / fullRate,
    isAsNew(now) {
      refill(now)
      return !everThrottled && tokens >= mostTokens()
    },
  }
}
