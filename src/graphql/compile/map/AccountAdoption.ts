import { namedAccount } from '../../../db/accounts/any-account.ts'
import { adoptionByAccount } from '../../../db/golden-images/adoption.ts'
import type { TypeMap } from '../compilation.ts'
import { facts } from '../fact.ts'
import { one } from '../related.ts'

export const AccountAdoption: TypeMap = { ...facts(adoptionByAccount.to.fields), account: one(namedAccount) }
