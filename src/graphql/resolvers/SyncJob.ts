import { loadAccount } from '../load-account.ts'
import type { SyncJobResolvers } from '../schema.generated.ts'

export const SyncJob: SyncJobResolvers = {
  account: ({ accountId }, _, context, info) => loadAccount(context, accountId, info),
}
