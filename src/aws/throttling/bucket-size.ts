/** What AWS lets an account do in a Region, by API action. */
export type BucketSize = {
  /** Tokens of a full bucket: what may be asked in one burst */
  readonly capacity: number
  readonly refillPerSecond: number
  /** AWS publishes no bucket for it: a careful start, that answers without throttling raise */
  readonly estimated?: true
}

/** A call as far as AWS's throttling tells calls apart. */
export type RationedCall = {
  /** Signing name: `ec2` */
  readonly service: string
  /** `DescribeImages` */
  readonly action: string
  readonly input: Readonly<Record<string, unknown>>
}

/** Sizes other than AWS's, by `service:Action` or `service:*`. */
export type BucketSizes = Readonly<Record<string, BucketSize>>

// Amazon EC2 Developer Guide, "Request throttling for the Amazon EC2 API"
const nonMutating: BucketSize = { capacity: 100, refillPerSecond: 20 }
const unfilteredAndUnpaginated: BucketSize = { capacity: 50, refillPerSecond: 10 }
const mutating: BucketSize = { capacity: 50, refillPerSecond: 5 }

const costlyUnfiltered = new Set(['DescribeInstances', 'DescribeSnapshots'])
const narrowing = ['Filters', 'InstanceIds', 'SnapshotIds', 'MaxResults', 'NextToken']

/** Of the other services; what is not here (S3, SQS) takes more than a sync can ask. */
const otherServices: BucketSizes = {
  // AWS KMS Developer Guide, "Request quotas"; ListGrants has by far the smallest of those that are asked
  'kms:ListGrants': { capacity: 100, refillPerSecond: 100 },
  'kms:*': { capacity: 500, refillPerSecond: 500 },
  // IAM User Guide, "IAM and AWS STS quotas": 600 a second, for all of the account's callers together
  'sts:*': { capacity: 300, refillPerSecond: 300 },
  'organizations:*': { capacity: 20, refillPerSecond: 10, estimated: true },
  'imagebuilder:*': { capacity: 20, refillPerSecond: 10, estimated: true },
  'ce:*': { capacity: 5, refillPerSecond: 1, estimated: true },
}

/** Whether the call lists everything in one answer, which AWS throttles harder. */
export function isUnfiltered({ service, action, input }: RationedCall): boolean {
  if (service !== 'ec2' || !costlyUnfiltered.has(action)) return false
  return narrowing.every(name => {
    const value = input[name]
    return value === undefined || (Array.isArray(value) && value.length === 0)
  })
}

/** The bucket that a call takes its token from: as configured, else AWS's. Null where there is none. */
export function bucketSize(call: RationedCall, configured: BucketSizes): BucketSize | null {
  const { service, action } = call
  const names = [`${service}:${action}`, `${service}:*`]
  for (const sizes of [configured, otherServices])
    for (const name of names) if (sizes[name] !== undefined) return sizes[name]
  if (service !== 'ec2') return null
  if (!/^(Describe|Get|List|Search)/.test(action)) return mutating
  return isUnfiltered(call) ? unfilteredAndUnpaginated : nonMutating
}
