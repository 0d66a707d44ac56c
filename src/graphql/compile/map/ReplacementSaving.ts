import { namedAccount } from '../../../db/accounts/any-account.ts'
import { imageByKey } from '../../../db/images/image.ts'
import { replacementSavingFields, replacementsOfImage } from '../../../db/savings/replacement-saving.ts'
import type { TypeMap } from '../compilation.ts'
import { facts } from '../fact.ts'
import { list, one } from '../related.ts'

export const ReplacementSaving: TypeMap = {
  ...facts(replacementSavingFields),
  account: one(namedAccount),
  image: one(imageByKey),
  goldenImages: list(replacementsOfImage),
}
