import { loadAccount } from '../load-account.ts'
import type { AccountAdoptionResolvers } from '../schema.generated.ts'

export const AccountAdoption: AccountAdoptionResolvers = {
  account: ({ accountId }, _, context, info) => loadAccount(context, accountId, info),
}
