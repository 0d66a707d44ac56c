import { namedAccount } from '../../../db/accounts/any-account.ts'
import { imagesOfSnapshot } from '../../../db/images/relations.ts'
import { kmsKeyNamed } from '../../../db/kms-keys/kms-key.ts'
import { snapshot } from '../../../db/snapshots/snapshot.ts'
import { imagesScope, snapshotsScope } from '../../../domain/coverage-scope.ts'
import type { TypeMap } from '../compilation.ts'
import { connection } from '../connection.ts'
import { coverage, rowValue } from '../coverage.ts'
import { facts } from '../fact.ts'
import { one } from '../related.ts'

export const Snapshot: TypeMap = {
  ...facts(snapshot.fields),
  owner: one(namedAccount, { key: { accountId: 'ownerAccountId' } }),
  kmsKey: one(kmsKeyNamed),
  images: connection(imagesOfSnapshot, {
    scope: ({ row }, _filter, used) => imagesScope(null, [rowValue(row, 'region')], used),
  }),
  coverage: coverage((row, asked) =>
    snapshotsScope([rowValue(row, 'ownerAccountId')], [rowValue(row, 'region')], asked),
  ),
}
