import { type BucketQueue, type Clock, createBucketQueue, machineClock } from './bucket-queue.ts'
import { type BucketSizes, bucketSize, isUnfiltered, type RationedCall } from './bucket-size.ts'
import { createTokenBucket, type Learned, type Ticket, type TokenBucket } from './token-bucket.ts'

/** A call, and whose bucket it takes from. */
export type AccountCall = RationedCall & {
  /** null: the account that amigraph's own credentials belong to */
  readonly accountId: string | null
  readonly region: string
}

export type RationedBucket = Pick<BucketQueue, 'enter'> & {
  /** AWS answered, well or with any error but throttling */
  allowed(ticket: Ticket): void
  /** AWS refused the call with RequestLimitExceeded */
  throttled(ticket: Ticket): void
}

/** The buckets of every account, Region and API action that this process calls. There is no limit over all of them. */
export type Buckets = {
  /** Null where AWS has no bucket for the call */
  of(call: AccountCall): RationedBucket | null
  /** Another process called AWS in this account and Region until so long ago: buckets that begin now begin emptier */
  takeOver(accountId: string, region: string, idleMs: number): void
  /** Calls that wait for a token at present */
  waiting(): number
}

type Known = { account: string; bucket: TokenBucket; rationed: RationedBucket; waiting(): number; usedAt: number }

/** What was learned of a bucket or an account's neighbours holds for so long. */
const rememberedMs = 15 * 60_000
/** The longest that an empty bucket takes to fill. */
const longestFillMs = 10_000
const sweepEvery = 1_000

export function createBuckets(sizes: BucketSizes = {}, clock: Clock = machineClock): Buckets {
  const known = new Map<string, Known>()
  /** By account: what a throttled call has shown. Who uses one Region's buckets mostly uses them in all. */
  const learnings = new Map<string, { learned: Learned; at: number }>()
  /** When any account was last throttled: who uses one's buckets may use them all */
  let throttledAt = Number.NEGATIVE_INFINITY
  const handedOver = new Map<string, number>()
  let made = 0

  const sweep = (now: number): void => {
    for (const [key, { bucket, waiting, usedAt }] of known) {
      const isForgotten = now - usedAt > (bucket.isAsNew(now) ? longestFillMs : rememberedMs)
      if (isForgotten && waiting() === 0) known.delete(key)
    }
    for (const [key, until] of handedOver) if (until < now - longestFillMs) handedOver.delete(key)
    for (const [key, { at }] of learnings) if (at < now - rememberedMs) learnings.delete(key)
  }

  const make = (call: AccountCall, now: number): Known | null => {
    const size = bucketSize(call, sizes)
    if (size === null) return null
    const account = String(call.accountId)
    const usedUntil = handedOver.get(`${account}/${call.region}`)
    const learnt = learnings.get(account)
    const bucket = createTokenBucket(size, now, {
      ...(usedUntil !== undefined && {
        usedTokens: Math.max(0, size.capacity - ((now - usedUntil) / 1000) * size.refillPerSecond),
      }),
      ...(learnt !== undefined && now - learnt.at < rememberedMs && { learned: learnt.learned }),
      isCareful: now - throttledAt < rememberedMs,
    })
    const queue = createBucketQueue(bucket, clock)
    const rationed: RationedBucket = {
      enter: queue.enter,
      allowed: bucket.allowed,
      throttled(ticket) {
        const learned = bucket.throttled(ticket, clock.now())
        if (learned !== null) tell(account, learned, clock.now())
      },
    }
    return { account, bucket, rationed, waiting: queue.waiting, usedAt: now }
  }

  const tell = (account: string, learned: Learned, now: number): void => {
    throttledAt = now
    learnings.set(account, { learned, at: now })
    for (const other of known.values()) if (other.account === account) other.bucket.heed(learned, now)
  }

  return {
    of(call) {
      const { accountId, region, service, action } = call
      const key = `${accountId}/${region}/${service}/${action}${isUnfiltered(call) ? '/unfiltered' : ''}`
      const now = clock.now()
      const found = known.get(key)
      if (found !== undefined) {
        found.usedAt = now
        return found.rationed
      }
      const created = make(call, now)
      if (created === null) return null
      made += 1
      if (made % sweepEvery === 0) sweep(now)
      known.set(key, created)
      return created.rationed
    },
    takeOver(accountId, region, idleMs) {
      if (idleMs > longestFillMs) return
      handedOver.set(`${accountId}/${region}`, clock.now() - idleMs)
    },
    waiting: () => known.values().reduce((sum, bucket) => sum + bucket.waiting(), 0),
  }
}
