import { imageByKey } from '../../db/images/image.ts'
import { loadAccount } from '../load-account.ts'
import type { ImageReferenceResolvers } from '../schema.generated.ts'
import { selectionOf } from '../selection.ts'

export const ImageReference: ImageReferenceResolvers = {
  account: ({ accountId }, _, context, info) => loadAccount(context, accountId, info),

  image: ({ region, imageId }, _, { load }, info) => load.one(imageByKey, { region, imageId }, selectionOf(info)),
}
