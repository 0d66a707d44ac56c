/** Everything the sandbox can do, by signing name and operation. What is not here gets AWS's "no such action". */
import type { Bills } from './bills/bills.ts'
import type { Call } from './call.ts'
import { athenaCalls } from './calls/athena/calls.ts'
import { ceCalls } from './calls/ce/calls.ts'
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

/** What lies in the sandbox besides the world. */
export type Stores = { queues: Queues; buckets: Buckets; bills: Bills | null; now: () => Date }

export const createCalls = (credentials: Credentials, { queues, buckets, bills, now }: Stores): Calls => ({
  athena: athenaCalls(bills, now),
  ce: ceCalls(bills),
  ec2: ec2Calls,
  imagebuilder: imagebuilderCalls,
  kms: kmsCalls,
  organizations: organizationsCalls,
  s3: s3Calls(buckets),
  sqs: sqsCalls(queues),
  sts: stsCalls(credentials),
})
