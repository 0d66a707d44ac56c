import { namedAccount } from '../../../db/accounts/any-account.ts'
import { deregistrationOfImage } from '../../../db/deregistration/deregistration.ts'
import { imageByKey } from '../../../db/images/image.ts'
import { deregistrationSavingFields } from '../../../db/savings/deregistration-saving.ts'
import type { TypeMap } from '../compilation.ts'
import { facts } from '../fact.ts'
import { one } from '../related.ts'

export const DeregistrationSaving: TypeMap = {
  ...facts(deregistrationSavingFields),
  image: one(imageByKey),
  owner: one(namedAccount, { key: { accountId: 'ownerAccountId' } }),
  deregistration: one(deregistrationOfImage),
}
