import { namedAccount } from '../../../db/accounts/any-account.ts'
import { lineageLink } from '../../../db/lineage/lineage-link.ts'
import type { TypeMap } from '../compilation.ts'
import { facts } from '../fact.ts'
import { one } from '../related.ts'

export const LineageLink: TypeMap = { ...facts(lineageLink.fields), account: one(namedAccount) }
