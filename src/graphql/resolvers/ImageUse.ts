import { loadAccount } from '../load-account.ts'
import type { ImageUseResolvers } from '../schema.generated.ts'

export const ImageUse: ImageUseResolvers = {
  account: ({ accountId }, _, context, info) => loadAccount(context, accountId, info),
}
