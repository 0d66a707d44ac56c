import { kmsKeyReadFields } from '../../../db/kms-keys/kms-key-read.ts'
import type { TypeMap } from '../compilation.ts'
import { facts } from '../fact.ts'

export const KmsKeyRead: TypeMap = facts(kmsKeyReadFields)
