import { namedAccount } from '../../../db/accounts/any-account.ts'
import { imageReference } from '../../../db/image-references/image-reference.ts'
import { imageByKey } from '../../../db/images/image.ts'
import type { TypeMap } from '../compilation.ts'
import { facts } from '../fact.ts'
import { one } from '../related.ts'

export const ImageReference: TypeMap = {
  ...facts(imageReference.fields),
  account: one(namedAccount),
  image: one(imageByKey),
}
