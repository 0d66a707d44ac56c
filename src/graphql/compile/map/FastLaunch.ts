import { namedAccount } from '../../../db/accounts/any-account.ts'
import { fastLaunchImage } from '../../../db/fast-launch/fast-launch-image.ts'
import type { TypeMap } from '../compilation.ts'
import { facts } from '../fact.ts'
import { one } from '../related.ts'

export const FastLaunch: TypeMap = { ...facts(fastLaunchImage.fields), account: one(namedAccount) }
