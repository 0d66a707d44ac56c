import { loadAccount } from '../load-account.ts'
import type { SyncRunResolvers } from '../schema.generated.ts'

export const SyncRun: SyncRunResolvers = {
  account: ({ accountId }, _, context, info) => (accountId === null ? null : loadAccount(context, accountId, info)),
}
