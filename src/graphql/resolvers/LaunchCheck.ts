import { imageByKey } from '../../db/images/image.ts'
import { launchCheckScope } from '../../domain/coverage-scope.ts'
import { coverageOf } from '../coverage.ts'
import { loadAccount } from '../load-account.ts'
import type { LaunchCheckResolvers } from '../schema.generated.ts'
import { selectionOf } from '../selection.ts'

export const LaunchCheck: LaunchCheckResolvers = {
  image: ({ image }, _, { load }, info) => image && load.one(imageByKey, image, selectionOf(info)),

  account: ({ accountId }, _, context, info) => loadAccount(context, accountId, info),

  coverage: (row, _, context) => coverageOf(context, launchCheckScope(row)),
}
