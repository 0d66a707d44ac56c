import { imagesOfSnapshot } from '../../db/images/relations.ts'
import { kmsKeyNamed } from '../../db/kms-keys/kms-key.ts'
import { imagesScope, snapshotsScope } from '../../domain/coverage-scope.ts'
import { connect } from '../connection.ts'
import { coverageOf } from '../coverage.ts'
import { loadAccount } from '../load-account.ts'
import type { SnapshotResolvers } from '../schema.generated.ts'
import { selectionOf } from '../selection.ts'

export const Snapshot: SnapshotResolvers = {
  owner: ({ ownerAccountId }, _, context, info) => loadAccount(context, ownerAccountId, info),

  kmsKey: ({ kmsKeyArn }, _, { load }, info) =>
    kmsKeyArn === null ? null : load.one(kmsKeyNamed, { kmsKeyArn }, selectionOf(info)),

  images: ({ region, snapshotId }, args, context, info) =>
    connect(context, info, imagesOfSnapshot, args, {
      of: { region, snapshotId },
      scope: (_filter, used) => imagesScope(null, [region], used),
    }),

  coverage: ({ ownerAccountId, region, asked = [] }, _, context) =>
    coverageOf(context, snapshotsScope([ownerAccountId], [region], asked)),
}
