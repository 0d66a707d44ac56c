import { loadAccount } from '../load-account.ts'
import type { ImageTagResolvers } from '../schema.generated.ts'

export const ImageTag: ImageTagResolvers = {
  setBy: ({ accountId }, _, context, info) => loadAccount(context, accountId, info),
}
