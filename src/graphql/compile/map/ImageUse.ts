import { namedAccount } from '../../../db/accounts/any-account.ts'
import { imageUse } from '../../../db/deregistration/image-use.ts'
import type { TypeMap } from '../compilation.ts'
import { facts } from '../fact.ts'
import { one } from '../related.ts'

export const ImageUse: TypeMap = { ...facts(imageUse.fields), account: one(namedAccount) }
