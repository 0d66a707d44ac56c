import type { ListParentsRequest, ListParentsResponse } from '@aws-sdk/client-organizations'
import { AwsError, type Call } from '../../call.ts'
import { requireAdministrator } from './access.ts'

/** The one root or unit that holds an account or a unit. */
export const listParents: Call<ListParentsRequest, ListParentsResponse> = (input, context) => {
  requireAdministrator(context)
  const { organization, accounts } = context.world
  const childId = input.ChildId ?? ''
  const parentId = accounts.get(childId)?.parentId ?? organization.units.get(childId)?.parentId
  if (parentId === undefined)
    throw new AwsError('ChildNotFoundException', "You specified a child that doesn't exist in the organization.")
  return { Parents: [{ Id: parentId, Type: parentId === organization.root.id ? 'ROOT' : 'ORGANIZATIONAL_UNIT' }] }
}
