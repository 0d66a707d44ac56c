import { kmsGrant } from '../../../db/kms-keys/kms-grant.ts'
import type { TypeMap } from '../compilation.ts'
import { facts } from '../fact.ts'

export const KmsGrant: TypeMap = facts(kmsGrant.fields)
