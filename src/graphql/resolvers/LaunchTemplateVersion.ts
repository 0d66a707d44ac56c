import { imageByKey } from '../../db/images/image.ts'
import { loadAccount } from '../load-account.ts'
import type { LaunchTemplateVersionResolvers } from '../schema.generated.ts'
import { selectionOf } from '../selection.ts'

export const LaunchTemplateVersion: LaunchTemplateVersionResolvers = {
  account: ({ accountId }, _, context, info) => loadAccount(context, accountId, info),

  image: ({ region, imageId }, _, { load }, info) =>
    imageId === null ? null : load.one(imageByKey, { region, imageId }, selectionOf(info)),
}
