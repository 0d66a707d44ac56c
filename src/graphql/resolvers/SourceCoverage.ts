import { loadAccount } from '../load-account.ts'
import type { SourceCoverageResolvers } from '../schema.generated.ts'

export const SourceCoverage: SourceCoverageResolvers = {
  account: ({ accountId }, _, context, info) => loadAccount(context, accountId, info),
}
