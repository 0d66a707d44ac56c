import { publicEligibility } from '../../../db/public-eligibility/public-eligibility.ts'
import type { TypeMap } from '../compilation.ts'
import { facts } from '../fact.ts'

export const PublicEligibility: TypeMap = facts(publicEligibility.fields)
