import { namedAccount } from '../../../db/accounts/any-account.ts'
import { imageByKey } from '../../../db/images/image.ts'
import { derivedLaunchFields } from '../../../db/paid-products/derived-launch.ts'
import type { TypeMap } from '../compilation.ts'
import { facts } from '../fact.ts'
import { one } from '../related.ts'

export const DerivedLaunch: TypeMap = {
  ...facts(derivedLaunchFields),
  account: one(namedAccount),
  image: one(imageByKey),
}
