import type { ListAccountsForParentRequest, ListAccountsForParentResponse } from '@aws-sdk/client-organizations'
import type { Call } from '../../call.ts'
import { requireAdministrator } from './access.ts'
import { accountAnswer } from './account.ts'
import { pageOf } from './page.ts'
import { requireParent } from './parent.ts'

/** The accounts directly in the root or a unit; not those of the units below. */
export const listAccountsForParent: Call<ListAccountsForParentRequest, ListAccountsForParentResponse> = (
  input,
  context,
) => {
  requireAdministrator(context)
  const { organization, accountsByParent } = context.world
  const parentId = requireParent(organization, input.ParentId)
  const { items, NextToken } = pageOf(`ListAccountsForParent ${parentId}`, accountsByParent.get(parentId), input)
  return { Accounts: items.map(account => accountAnswer(organization, account)), NextToken }
}
