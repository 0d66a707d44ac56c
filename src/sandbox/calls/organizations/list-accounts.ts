import type { ListAccountsRequest, ListAccountsResponse } from '@aws-sdk/client-organizations'
import type { Call } from '../../call.ts'
import { requireAdministrator } from './access.ts'
import { accountAnswer } from './account.ts'
import { pageOf } from './page.ts'

/** Every account of the organization, also suspended ones. */
export const listAccounts: Call<ListAccountsRequest, ListAccountsResponse> = (input, context) => {
  requireAdministrator(context)
  const { organization, accountIndex } = context.world
  const { items, NextToken } = pageOf('ListAccounts', accountIndex, input)
  return { Accounts: items.map(account => accountAnswer(organization, account)), NextToken }
}
