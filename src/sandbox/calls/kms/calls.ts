import { describeKey } from './describe-key.ts'
import { getKeyPolicy } from './get-key-policy.ts'
import { listGrants } from './list-grants.ts'

/** The calls of AWS KMS that the sandbox answers, by operation name. */
export const kmsCalls = { DescribeKey: describeKey, GetKeyPolicy: getKeyPolicy, ListGrants: listGrants }
