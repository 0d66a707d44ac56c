import { snapshotByKey } from '../../db/snapshots/snapshot.ts'
import type { BlockDeviceResolvers } from '../schema.generated.ts'
import { selectionOf } from '../selection.ts'

export const BlockDevice: BlockDeviceResolvers = {
  snapshot: ({ region, snapshotId }, _, { load }, info) =>
    snapshotId === null ? null : load.one(snapshotByKey, { region, snapshotId }, selectionOf(info)),
}
