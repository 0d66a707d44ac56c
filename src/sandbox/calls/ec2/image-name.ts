import { AwsError, type CallContext } from '../../call.ts'
import { regionOf } from '../../world/find.ts'

/** A name that no other image of the caller has in the Region. */
export const requireFreeName = (name: string | undefined, { world, region, caller }: CallContext): string => {
  if (name === undefined || !/^[\w()[\] ./\-'@]{3,128}$/.test(name))
    throw new AwsError('InvalidAMIName.Malformed', "AMI names have 3 to 128 letters, digits or ( ) [ ] . / - ' @ _")
  for (const image of regionOf(world, region).imagesByOwner.get(caller.accountId)?.after() ?? []) {
    if (image.facts.Name === name)
      throw new AwsError('InvalidAMIName.Duplicate', `AMI name ${name} is already in use by AMI ${image.imageId}`)
  }
  return name
}
