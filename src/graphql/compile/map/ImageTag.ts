import { namedAccount } from '../../../db/accounts/any-account.ts'
import { imageTag } from '../../../db/images/image-tag.ts'
import type { TypeMap } from '../compilation.ts'
import { facts } from '../fact.ts'
import { one } from '../related.ts'

export const ImageTag: TypeMap = { ...facts(imageTag.fields), setBy: one(namedAccount) }
