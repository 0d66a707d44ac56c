import { kmsKeyNamed } from '../../db/kms-keys/kms-key.ts'
import { snapshotByKey } from '../../db/snapshots/snapshot.ts'
import type { BlockDeviceResolvers } from '../schema.generated.ts'
import { selectionOf } from '../selection.ts'

export const BlockDevice: BlockDeviceResolvers = {
  kmsKey: ({ kmsKeyArn }, _, { load }, info) =>
    kmsKeyArn === null ? null : load.one(kmsKeyNamed, { kmsKeyArn }, selectionOf(info)),

  snapshot: ({ region, snapshotId }, _, { load }, info) =>
    snapshotId === null ? null : load.one(snapshotByKey, { region, snapshotId }, selectionOf(info)),
}
