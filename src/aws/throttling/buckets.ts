import { type BucketQueue, type Clock, createBucketQueue, machineClock } from './bucket-queue.ts'
import { type BucketSizes, bucketSize, isUnfiltered, type RationedCall } from './bucket-size.ts'
import { createTokenBucket, type Ticket } from './token-bucket.ts'

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

type Known = { rationed: RationedBucket; waiting(): number; isAsNew(at: number): boolean; usedAt: number }

/** What was learned of a bucket or an account's neighbours holds for so long. */
const rememberedMs = 15 * 60_000
/** The longest that an empty bucket takes to fill. */
const longestFillMs = 10_000
const sweepEvery = 1_000

export function createBuckets(sizes: BucketSizes = {}, clock: Clock = machineClock): Buckets {
  const known = new Map<string, Known>()
  /** By account: the pace that a throttled call has shown. Who uses one Region's buckets mostly uses them in all. */
  const paces = new Map<string, { pace: number; at: number }>()
  const handedOver = new Map<string, number>()
  let made = 0

  const sweep = (now: number): void => {
    for (const [key, { isAsNew, waiting, usedAt }] of known) {
      const isForgotten = now - usedAt > (isAsNew(now) ? longestFillMs : rememberedMs)
      if (isForgotten && waiting() === 0) known.delete(key)
    }
    for (const [key, until] of handedOver) if (until < now - longestFillMs) handedOver.delete(key)
    for (const [key, { at }] of paces) if (at < now - rememberedMs) paces.delete(key)
  }

  const make = (call: AccountCall, now: number): Known | null => {
    const size = bucketSize(call, sizes)
    if (size === null) return null
    const account = String(call.accountId)
    const usedUntil = handedOver.get(`${account}/${call.region}`)
    const learned = paces.get(account)
    const bucket = createTokenBucket(size, now, {
      ...(usedUntil !== undefined && {
        usedTokens: Math.max(0, size.capacity - ((now - usedUntil) / 1000) * size.refillPerSecond),
      }),
      ...(learned !== undefined && now - learned.at < rememberedMs && { pace: learned.pace }),
    })
    const queue = createBucketQueue(bucket, clock)
    const rationed: RationedBucket = {
      enter: queue.enter,
      allowed: bucket.allowed,
      throttled(ticket) {
        bucket.throttled(ticket, clock.now())
        paces.set(account, { pace: bucket.pace(), at: clock.now() })
      },
    }
    return { rationed, waiting: queue.waiting, isAsNew: bucket.isAsNew, usedAt: now }
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
