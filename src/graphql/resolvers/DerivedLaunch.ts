import { imageByKey } from '../../db/images/image.ts'
import { loadAccount } from '../load-account.ts'
import type { DerivedLaunchResolvers } from '../schema.generated.ts'
import { selectionOf } from '../selection.ts'

export const DerivedLaunch: DerivedLaunchResolvers = {
  account: ({ accountId }, _, context, info) => loadAccount(context, accountId, info),

  image: ({ region, imageId }, _, { load }, info) => load.one(imageByKey, { region, imageId }, selectionOf(info)),
}
