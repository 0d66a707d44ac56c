import { allowedImagesOfAccountRegion } from '../../db/account-settings/allowed-images.ts'
import {
  imageBlockPublicAccessOfAccountRegion,
  snapshotBlockPublicAccessOfAccountRegion,
} from '../../db/account-settings/block-public-access.ts'
import {
  allowedImagesAsOf,
  imageBlockPublicAccessAsOf,
  snapshotBlockPublicAccessAsOf,
} from '../../db/memory/account-as-of.ts'
import type { AccountRegionResolvers } from '../schema.generated.ts'
import { selectionOf } from '../selection.ts'

export const AccountRegion: AccountRegionResolvers = {
  allowedImages: ({ accountId, region, asOf }, _, { load }, info) =>
    asOf === undefined
      ? load.one(allowedImagesOfAccountRegion, { accountId, region }, selectionOf(info))
      : load.one(allowedImagesAsOf, { accountId, region, asOf }, selectionOf(info)),

  imageBlockPublicAccess: ({ accountId, region, asOf }, _, { load }, info) =>
    asOf === undefined
      ? load.one(imageBlockPublicAccessOfAccountRegion, { accountId, region }, selectionOf(info))
      : load.one(imageBlockPublicAccessAsOf, { accountId, region, asOf }, selectionOf(info)),

  snapshotBlockPublicAccess: ({ accountId, region, asOf }, _, { load }, info) =>
    asOf === undefined
      ? load.one(snapshotBlockPublicAccessOfAccountRegion, { accountId, region }, selectionOf(info))
      : load.one(snapshotBlockPublicAccessAsOf, { accountId, region, asOf }, selectionOf(info)),
}
