import { imageByKey } from '../../db/images/image.ts'
import { loadAccount } from '../load-account.ts'
import type { PaidProductImageResolvers } from '../schema.generated.ts'
import { selectionOf } from '../selection.ts'

export const PaidProductImage: PaidProductImageResolvers = {
  image: ({ region, imageId }, _, { load }, info) => load.one(imageByKey, { region, imageId }, selectionOf(info)),

  owner: ({ ownerAccountId }, _, context, info) =>
    ownerAccountId === null ? null : loadAccount(context, ownerAccountId, info),

  firstLaunchedBy: ({ firstLauncherId }, _, context, info) =>
    firstLauncherId === null ? null : loadAccount(context, firstLauncherId, info),
}
