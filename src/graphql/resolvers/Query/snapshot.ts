import { type SnapshotRow, snapshotByKey, snapshotsById } from '../../../db/snapshots/snapshot.ts'
import { checkAwsId } from '../../../domain/aws-id.ts'
import { only } from '../../only.ts'
import type { QueryResolvers } from '../../schema.generated.ts'
import { selectionOf } from '../../selection.ts'

export const snapshot: QueryResolvers['snapshot'] = async (_, { snapshotId, region }, { load }, info) => {
  checkAwsId('snapshot', snapshotId)
  if (region) return load.one(snapshotByKey, { region, snapshotId }, selectionOf(info))
  return only(
    snapshotId,
    await load.list<SnapshotRow>(snapshotsById, { snapshotId }, selectionOf(info)),
    row => row.region,
  )
}
