import { namedAccount } from '../../../db/accounts/any-account.ts'
import { imageByKey } from '../../../db/images/image.ts'
import { shareProblem } from '../../../db/share-problems/share-problem.ts'
import type { TypeMap } from '../compilation.ts'
import { facts } from '../fact.ts'
import { one } from '../related.ts'

export const ShareProblem: TypeMap = {
  ...facts(shareProblem.fields),
  image: one(imageByKey),
  account: one(namedAccount),
}
