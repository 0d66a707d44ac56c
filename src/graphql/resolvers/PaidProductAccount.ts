import { loadAccount } from '../load-account.ts'
import type { PaidProductAccountResolvers } from '../schema.generated.ts'

export const PaidProductAccount: PaidProductAccountResolvers = {
  account: ({ accountId }, _, context, info) => loadAccount(context, accountId, info),
}
