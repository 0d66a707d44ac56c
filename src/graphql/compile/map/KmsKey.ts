import { namedAccount } from '../../../db/accounts/any-account.ts'
import { grantsOfKey } from '../../../db/kms-keys/kms-grant.ts'
import { kmsKey } from '../../../db/kms-keys/kms-key.ts'
import { readsOfKey } from '../../../db/kms-keys/kms-key-read.ts'
import type { TypeMap } from '../compilation.ts'
import { facts } from '../fact.ts'
import { list, one } from '../related.ts'

export const KmsKey: TypeMap = {
  ...facts(kmsKey.fields),
  account: one(namedAccount),
  grants: list(grantsOfKey),
  reads: list(readsOfKey),
}
