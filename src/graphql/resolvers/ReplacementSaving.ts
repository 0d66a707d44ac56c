import { imageByKey } from '../../db/images/image.ts'
import { replacementsOfImage } from '../../db/savings/replacement-saving.ts'
import { loadAccount } from '../load-account.ts'
import type { ReplacementSavingResolvers } from '../schema.generated.ts'
import { selectionOf } from '../selection.ts'

export const ReplacementSaving: ReplacementSavingResolvers = {
  account: ({ accountId }, _, context, info) => loadAccount(context, accountId, info),

  image: ({ region, imageId }, _, { load }, info) => load.one(imageByKey, { region, imageId }, selectionOf(info)),

  goldenImages: ({ accountId, region, imageId, architecture, platform }, _, { load }, info) =>
    load.list(replacementsOfImage, { accountId, region, imageId, architecture, platform }, selectionOf(info)),
}
