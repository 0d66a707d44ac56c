import { blockPublicAccess } from '../../../db/account-settings/block-public-access.ts'
import type { TypeMap } from '../compilation.ts'
import { facts } from '../fact.ts'

export const BlockPublicAccess: TypeMap = facts(blockPublicAccess.fields)
