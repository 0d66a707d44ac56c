import { loadAccount } from '../load-account.ts'
import type { LineageLinkResolvers } from '../schema.generated.ts'

export const LineageLink: LineageLinkResolvers = {
  account: ({ accountId }, _, context, info) => (accountId === null ? null : loadAccount(context, accountId, info)),
}
