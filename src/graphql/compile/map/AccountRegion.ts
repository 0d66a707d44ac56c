import { accountRegion } from '../../../db/accounts/account-region.ts'
import type { TypeMap } from '../compilation.ts'
import { facts } from '../fact.ts'

export const AccountRegion: TypeMap = facts(accountRegion.fields)
