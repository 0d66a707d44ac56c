import { loadAccount } from '../load-account.ts'
import type { FastLaunchResolvers } from '../schema.generated.ts'

export const FastLaunch: FastLaunchResolvers = {
  account: ({ accountId }, _, context, info) => loadAccount(context, accountId, info),
}
