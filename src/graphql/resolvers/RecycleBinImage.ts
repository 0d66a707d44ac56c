import { usesOfImage } from '../../db/deregistration/image-use.ts'
import { imageByKey } from '../../db/images/image.ts'
import { loadAccount } from '../load-account.ts'
import type { RecycleBinImageResolvers } from '../schema.generated.ts'
import { selectionOf } from '../selection.ts'

export const RecycleBinImage: RecycleBinImageResolvers = {
  account: ({ accountId }, _, context, info) => loadAccount(context, accountId, info),

  image: ({ region, imageId }, _, { load }, info) => load.one(imageByKey, { region, imageId }, selectionOf(info)),

  uses: ({ region, imageId }, _, { load }, info) => load.list(usesOfImage, { region, imageId }, selectionOf(info)),
}
