import { loadAccountAsOf } from '../../load-account-as-of.ts'
import { loadKnownAccount } from '../../load-node.ts'
import type { QueryResolvers } from '../../schema.generated.ts'

export const account: QueryResolvers['account'] = (_, { accountId, asOf = null }, context, info) =>
  asOf === null ? loadKnownAccount(context, accountId, info) : loadAccountAsOf(context, { accountId, asOf }, info)
