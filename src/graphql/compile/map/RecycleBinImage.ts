import { namedAccount } from '../../../db/accounts/any-account.ts'
import { usesOfImage } from '../../../db/deregistration/image-use.ts'
import { imageByKey } from '../../../db/images/image.ts'
import { recycleBinImage } from '../../../db/recycle-bin/recycle-bin-image.ts'
import type { TypeMap } from '../compilation.ts'
import { facts } from '../fact.ts'
import { list, one } from '../related.ts'

export const RecycleBinImage: TypeMap = {
  ...facts(recycleBinImage.fields),
  account: one(namedAccount),
  image: one(imageByKey),
  uses: list(usesOfImage),
}
