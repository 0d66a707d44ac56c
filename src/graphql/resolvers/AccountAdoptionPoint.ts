import { loadAccount } from '../load-account.ts'
import type { AccountAdoptionPointResolvers } from '../schema.generated.ts'

export const AccountAdoptionPoint: AccountAdoptionPointResolvers = {
  account: ({ accountId }, _, context, info) => loadAccount(context, accountId, info),
}
