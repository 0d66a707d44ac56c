import { DescribeSnapshotAttributeCommand, type EC2Client } from '@aws-sdk/client-ec2'
import type { SnapshotPermission } from '../../domain/facts.ts'

/**
 * ec2 DescribeSnapshotAttribute createVolumePermission: who besides the owner may make volumes from a snapshot (R7), the
 * whole list, one snapshot a call. Only the owner may ask; one that is gone answers InvalidSnapshot.NotFound.
 */
export async function describeSnapshotPermissions(ec2: EC2Client, snapshotId: string): Promise<SnapshotPermission[]> {
  const { CreateVolumePermissions = [] } = await ec2.send(
    new DescribeSnapshotAttributeCommand({ SnapshotId: snapshotId, Attribute: 'createVolumePermission' }),
  )
  return CreateVolumePermissions.flatMap(({ Group, UserId }): SnapshotPermission[] => {
    if (Group !== undefined) return [{ kind: 'PUBLIC', grantee: Group }]
    return UserId === undefined ? [] : [{ kind: 'ACCOUNT', grantee: UserId }]
  })
}
