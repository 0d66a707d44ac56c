/** EC2's request throttling: a token bucket per account, Region and API action (DOMAIN.md, "Throttling"). */

export type BucketSize = {
  /** Tokens of a full bucket: what may be asked in one burst */
  capacity: number
  refillPerSecond: number
}

export type Bucket = {
  tokens: number
  /** When `tokens` was right, in epoch milliseconds */
  at: number
}

/** The bucket after the time since `bucket.at` has refilled it. A clock that went back refills nothing. */
export const refilled = (bucket: Bucket, size: BucketSize, at: number): Bucket => ({
  tokens: Math.min(size.capacity, bucket.tokens + (Math.max(0, at - bucket.at) / 1000) * size.refillPerSecond),
  at,
})

/** What is left for us of a bucket of which another consumer in the account uses the fraction `neighbour` (0–1). */
export const besideNeighbour = (size: BucketSize, neighbour: number): BucketSize => ({
  capacity: Math.max(1, size.capacity * (1 - neighbour)),
  refillPerSecond: size.refillPerSecond * (1 - neighbour),
})

export type ThrottledCall = {
  accountId: string
  region: string
  /** Signing name */
  service: string
  operation: string
  input: Record<string, unknown>
}

const nonMutating: BucketSize = { capacity: 100, refillPerSecond: 20 }
const unfilteredAndUnpaginated: BucketSize = { capacity: 50, refillPerSecond: 10 }
const mutating: BucketSize = { capacity: 50, refillPerSecond: 5 }

const costlyUnfiltered = new Set(['DescribeInstances', 'DescribeSnapshots'])
const narrowing = ['Filters', 'InstanceIds', 'SnapshotIds', 'MaxResults', 'NextToken']

const isUnfiltered = ({ operation, input }: ThrottledCall) =>
  costlyUnfiltered.has(operation) &&
  narrowing.every(name => {
    const value = input[name]
    return value === undefined || (Array.isArray(value) && value.length === 0)
  })

/** AWS's size of the bucket a call takes its token from; undefined for services without per-action buckets. */
export const awsBucketSize = (call: ThrottledCall): BucketSize | undefined => {
  if (call.service !== 'ec2') return undefined
  if (!/^(Describe|Get|List|Search)/.test(call.operation)) return mutating
  return isUnfiltered(call) ? unfilteredAndUnpaginated : nonMutating
}

export type ThrottleSettings = {
  on: boolean
  /** Sizes other than AWS's, by operation name; also for services that have none by default */
  sizes: Record<string, BucketSize>
  /** Fraction (0–1) of every bucket that another consumer in the account uses */
  neighbour: number
}

export type Throttle = {
  /** Changes the given settings; buckets keep their fill, at most the new capacity. */
  set: (settings: Partial<ThrottleSettings>) => void
  /** Takes a token for the call; false where there is none left. */
  take: (call: ThrottledCall) => boolean
}

/** A full bucket is as good as none, so past this number the full ones are forgotten. */
const bucketsKept = 200_000

/** Buckets by the clock `now`. Off until `on` is set. */
export const createThrottle = (now: () => Date, initial: Partial<ThrottleSettings> = {}): Throttle => {
  let settings: ThrottleSettings = { on: false, sizes: {}, neighbour: 0, ...initial }
  const buckets = new Map<string, { bucket: Bucket; size: BucketSize }>()

  const forgetFull = (at: number) => {
    for (const [key, { bucket, size }] of buckets) {
      if (refilled(bucket, size, at).tokens >= size.capacity) buckets.delete(key)
    }
  }

  return {
    set: changed => {
      settings = { ...settings, ...changed }
    },
    take: call => {
      if (!settings.on) return true
      const ofAction = settings.sizes[call.operation] ?? awsBucketSize(call)
      if (!ofAction) return true
      const size = besideNeighbour(ofAction, settings.neighbour)
      const at = now().getTime()
      const smaller = isUnfiltered(call) ? '/unfiltered' : ''
      const key = `${call.accountId}/${call.region}/${call.service}/${call.operation}${smaller}`
      const known = buckets.get(key)
      const bucket = known ? refilled(known.bucket, size, at) : { tokens: size.capacity, at }
      const isAllowed = bucket.tokens >= 1
      if (!known && buckets.size >= bucketsKept) forgetFull(at)
      buckets.set(key, { bucket: isAllowed ? { tokens: bucket.tokens - 1, at } : bucket, size })
      return isAllowed
    },
  }
}
