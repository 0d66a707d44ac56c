import { namedAccount } from '../../../db/accounts/any-account.ts'
import { sourceCoverage } from '../../../db/coverage/source-coverage.ts'
import type { TypeMap } from '../compilation.ts'
import { facts } from '../fact.ts'
import { one } from '../related.ts'

export const SourceCoverage: TypeMap = { ...facts(sourceCoverage.fields), account: one(namedAccount) }
