import { namedAccount } from '../../../db/accounts/any-account.ts'
import { imageByKey } from '../../../db/images/image.ts'
import { recycleBinImage } from '../../../db/recycle-bin/recycle-bin-image.ts'
import type { TypeMap } from '../compilation.ts'
import { facts } from '../fact.ts'
import { one } from '../related.ts'

export const RecycleBinImage: TypeMap = {
  ...facts(recycleBinImage.fields),
  account: one(namedAccount),
  image: one(imageByKey),
}
