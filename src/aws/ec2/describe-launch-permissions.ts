import { DescribeImageAttributeCommand, type EC2Client } from '@aws-sdk/client-ec2'
import type { LaunchPermission } from '../../domain/facts.ts'
import { readLaunchPermission } from '../../domain/launch-permission.ts'

/**
 * ec2 DescribeImageAttribute launchPermission: the owner's whole list, one image a call, no pages. Only the owner may
 * ask (AuthFailure for others); an image that is gone answers InvalidAMIID.NotFound or InvalidAMIID.Unavailable.
 */
export async function describeLaunchPermissions(ec2: EC2Client, imageId: string): Promise<LaunchPermission[]> {
  const { LaunchPermissions = [] } = await ec2.send(
    new DescribeImageAttributeCommand({ ImageId: imageId, Attribute: 'launchPermission' }),
  )
  return LaunchPermissions.flatMap(given => readLaunchPermission(given) ?? [])
}
