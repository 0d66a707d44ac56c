import { loadKnownAccount } from '../../load-node.ts'
import type { QueryResolvers } from '../../schema.generated.ts'

export const account: QueryResolvers['account'] = (_, { accountId }, context, info) =>
  loadKnownAccount(context, accountId, info)
