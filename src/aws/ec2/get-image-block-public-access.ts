import { type EC2Client, GetImageBlockPublicAccessStateCommand } from '@aws-sdk/client-ec2'
import type { BlockPublicAccess } from '../../domain/facts.ts'
import { spell } from '../../domain/vocabulary.ts'

/** ec2 GetImageBlockPublicAccessState (R8): whether the account's images can become public in the client's Region. */
export async function getImageBlockPublicAccess(
  ec2: EC2Client,
  accountId: string,
  region: string,
): Promise<BlockPublicAccess> {
  const { ImageBlockPublicAccessState: State, ManagedBy } = await ec2.send(
    new GetImageBlockPublicAccessStateCommand({}),
  )
  return {
    accountId,
    region,
    resource: 'IMAGE',
    state: spell('blockPublicAccessState', State) ?? 'OTHER',
    managedBy: spell('settingManager', ManagedBy),
  }
}
