import type { DescribeSnapshotAttributeRequest, DescribeSnapshotAttributeResult } from '@aws-sdk/client-ec2'
import type { Call } from '../../call.ts'
import { regionOf } from '../../world/find.ts'
import { invalidParameter, noSuchSnapshot, notAuthorized } from './errors.ts'

/** Who else may make volumes from a snapshot, which only its owner may read. */
export const describeSnapshotAttribute: Call<DescribeSnapshotAttributeRequest, DescribeSnapshotAttributeResult> = (
  input,
  { world, region, caller },
) => {
  const snapshot = regionOf(world, region).snapshots.get(input.SnapshotId ?? '')
  if (snapshot === undefined) throw noSuchSnapshot(input.SnapshotId ?? '')
  if (snapshot.ownerId !== caller.accountId) throw notAuthorized(`snapshot:${snapshot.snapshotId}`)
  if (input.Attribute === 'createVolumePermission')
    return { SnapshotId: snapshot.snapshotId, CreateVolumePermissions: snapshot.createVolumePermissions }
  if (input.Attribute === 'productCodes')
    return { SnapshotId: snapshot.snapshotId, ProductCodes: snapshot.productCodes ?? [] }
  throw invalidParameter('attribute', input.Attribute, 'It is not an attribute of snapshots.')
}
