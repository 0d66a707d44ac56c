import { namedAccount } from '../../../db/accounts/any-account.ts'
import { imageByKey } from '../../../db/images/image.ts'
import { paidProductImage } from '../../../db/paid-products/paid-product-image.ts'
import type { TypeMap } from '../compilation.ts'
import { facts } from '../fact.ts'
import { one } from '../related.ts'

export const PaidProductImage: TypeMap = {
  ...facts(paidProductImage.fields),
  image: one(imageByKey),
  owner: one(namedAccount, { key: { accountId: 'ownerAccountId' } }),
  firstLaunchedBy: one(namedAccount, { key: { accountId: 'firstLauncherId' } }),
}
