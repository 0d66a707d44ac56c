import { allowedImagesOfAccountRegion } from '../../../db/account-settings/allowed-images.ts'
import {
  imageBlockPublicAccessOfAccountRegion,
  snapshotBlockPublicAccessOfAccountRegion,
} from '../../../db/account-settings/block-public-access.ts'
import { accountRegion } from '../../../db/accounts/account-region.ts'
import type { TypeMap } from '../compilation.ts'
import { facts } from '../fact.ts'
import { one } from '../related.ts'

export const AccountRegion: TypeMap = {
  ...facts(accountRegion.fields),
  allowedImages: one(allowedImagesOfAccountRegion),
  imageBlockPublicAccess: one(imageBlockPublicAccessOfAccountRegion),
  snapshotBlockPublicAccess: one(snapshotBlockPublicAccessOfAccountRegion),
}
