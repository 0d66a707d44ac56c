import { DescribeSnapshotsCommand, type EC2Client, type Snapshot as Ec2Snapshot } from '@aws-sdk/client-ec2'
import type { Snapshot } from '../../domain/facts.ts'
import { spell } from '../../domain/vocabulary.ts'
import { pages } from '../pages.ts'

const pageSize = 1_000

/** ec2 DescribeSnapshots OwnerIds=self: every snapshot of the account in the client's Region. */
export async function* describeOwnSnapshots(
  ec2: EC2Client,
  accountId: string,
  region: string,
): AsyncGenerator<Snapshot[]> {
  const listing = pages(NextToken =>
    ec2.send(new DescribeSnapshotsCommand({ OwnerIds: ['self'], MaxResults: pageSize, NextToken })),
  )
  for await (const { Snapshots = [] } of listing)
    yield Snapshots.flatMap(snapshot => readSnapshot(accountId, region, snapshot) ?? [])
}

function readSnapshot(accountId: string, region: string, snapshot: Ec2Snapshot): Snapshot | null {
  if (!snapshot.SnapshotId) return null
  return {
    region,
    snapshotId: snapshot.SnapshotId,
    ownerAccountId: accountId,
    volumeId: snapshot.VolumeId ?? null,
    volumeSizeGib: snapshot.VolumeSize ?? null,
    encrypted: snapshot.Encrypted ?? false,
    kmsKeyId: snapshot.KmsKeyId ?? null,
    state: spell('snapshotState', snapshot.State) ?? 'OTHER',
    storageTier: spell('storageTier', snapshot.StorageTier),
    startTime: snapshot.StartTime ?? null,
    description: snapshot.Description || null,
  }
}
