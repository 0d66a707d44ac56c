import { allowedImagesOfAccountRegion } from '../../../db/account-settings/allowed-images.ts'
import {
  imageBlockPublicAccessOfAccountRegion,
  snapshotBlockPublicAccessOfAccountRegion,
} from '../../../db/account-settings/block-public-access.ts'
import { accountRegion } from '../../../db/accounts/account-region.ts'
import {
  allowedImagesAsOf,
  imageBlockPublicAccessAsOf,
  snapshotBlockPublicAccessAsOf,
} from '../../../db/memory/account-as-of.ts'
import { nowOrThen } from '../as-of.ts'
import type { TypeMap } from '../compilation.ts'
import { facts } from '../fact.ts'
import { one } from '../related.ts'

export const AccountRegion: TypeMap = {
  ...facts(accountRegion.fields),
  allowedImages: nowOrThen(one(allowedImagesOfAccountRegion), one(allowedImagesAsOf)),
  imageBlockPublicAccess: nowOrThen(one(imageBlockPublicAccessOfAccountRegion), one(imageBlockPublicAccessAsOf)),
  snapshotBlockPublicAccess: nowOrThen(
    one(snapshotBlockPublicAccessOfAccountRegion),
    one(snapshotBlockPublicAccessAsOf),
  ),
}
