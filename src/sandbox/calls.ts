/** Everything the sandbox can do, by signing name and operation. What is not here gets AWS's "no such action". */
import type { Call } from './call.ts'
import { ec2Calls } from './calls/ec2/calls.ts'
import { imagebuilderCalls } from './calls/imagebuilder/calls.ts'
import { kmsCalls } from './calls/kms/calls.ts'
import { organizationsCalls } from './calls/organizations/calls.ts'
import { s3Calls } from './calls/s3/calls.ts'
import { sqsCalls } from './calls/sqs/calls.ts'
import { stsCalls } from './calls/sts/calls.ts'
import type { Credentials } from './credentials.ts'
import type { Queues } from './queues/queues.ts'
import type { Buckets } from './storage/buckets.ts'

/** A call of any input: the wire layer has shaped the input by the operation's schema before it gets here. */
export type AnyCall = Call<never, unknown>

export type Calls = Record<string, Record<string, AnyCall>>

export const createCalls = (credentials: Credentials, queues: Queues, buckets: Buckets): Calls => ({
  ec2: ec2Calls,
  imagebuilder: imagebuilderCalls,
  kms: kmsCalls,
  organizations: organizationsCalls,
  s3: s3Calls(buckets),
  sqs: sqsCalls(queues),
  sts: stsCalls(credentials),
})
