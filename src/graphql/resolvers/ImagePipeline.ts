import { loadAccount } from '../load-account.ts'
import type { ImagePipelineResolvers } from '../schema.generated.ts'

export const ImagePipeline: ImagePipelineResolvers = {
  account: ({ accountId }, _, context, info) => loadAccount(context, accountId, info),
}
