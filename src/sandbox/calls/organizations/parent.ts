import { AwsError } from '../../call.ts'
import { isParent } from '../../world/organization-tree.ts'
import type { WorldOrganization } from '../../world/world.ts'

/** The ID of a root or organizational unit of this organization. */
export const requireParent = (organization: WorldOrganization, parentId: string | undefined): string => {
  if (parentId === undefined || !/^(r-[0-9a-z]{4,32}|ou-[0-9a-z]{4,32}-[0-9a-z]{8,32})$/.test(parentId))
    throw new AwsError('InvalidInputException', 'You provided a parent ID that does not have the form of one.')
  if (!isParent(organization, parentId))
    throw new AwsError('ParentNotFoundException', "You specified a parent that doesn't exist.")
  return parentId
}
