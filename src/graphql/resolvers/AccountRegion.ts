import { allowedImagesOfAccountRegion } from '../../db/account-settings/allowed-images.ts'
import {
  imageBlockPublicAccessOfAccountRegion,
  snapshotBlockPublicAccessOfAccountRegion,
} from '../../db/account-settings/block-public-access.ts'
import type { AccountRegionResolvers } from '../schema.generated.ts'
import { selectionOf } from '../selection.ts'

export const AccountRegion: AccountRegionResolvers = {
  allowedImages: ({ accountId, region }, _, { load }, info) =>
    load.one(allowedImagesOfAccountRegion, { accountId, region }, selectionOf(info)),

  imageBlockPublicAccess: ({ accountId, region }, _, { load }, info) =>
    load.one(imageBlockPublicAccessOfAccountRegion, { accountId, region }, selectionOf(info)),

  snapshotBlockPublicAccess: ({ accountId, region }, _, { load }, info) =>
    load.one(snapshotBlockPublicAccessOfAccountRegion, { accountId, region }, selectionOf(info)),
}
