import { imageByKey } from '../../db/images/image.ts'
import { loadAccount } from '../load-account.ts'
import { loadCertain } from '../load-certain.ts'
import type { ShareProblemResolvers } from '../schema.generated.ts'

export const ShareProblem: ShareProblemResolvers = {
  image: ({ region, imageId }, _, context, info) => loadCertain(context, imageByKey, { region, imageId }, info),

  account: ({ accountId }, _, context, info) => (accountId === null ? null : loadAccount(context, accountId, info)),
}
