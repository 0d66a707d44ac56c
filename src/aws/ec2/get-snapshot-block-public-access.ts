import { type EC2Client, GetSnapshotBlockPublicAccessStateCommand } from '@aws-sdk/client-ec2'
import type { BlockPublicAccess } from '../../domain/facts.ts'
import { spell } from '../../domain/vocabulary.ts'

/** ec2 GetSnapshotBlockPublicAccessState (R8): whether the account's snapshots can become public in the client's Region. */
export async function getSnapshotBlockPublicAccess(
  ec2: EC2Client,
  accountId: string,
  region: string,
): Promise<BlockPublicAccess> {
  const { State, ManagedBy } = await ec2.send(new GetSnapshotBlockPublicAccessStateCommand({}))
  return {
    accountId,
    region,
    resource: 'SNAPSHOT',
    state: spell('blockPublicAccessState', State) ?? 'OTHER',
    managedBy: spell('settingManager', ManagedBy),
  }
}
