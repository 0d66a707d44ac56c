import type { GraphQLResolveInfo } from 'graphql'
import { type AccountRow, accountByKey } from '../db/accounts/account.ts'
import { outsideAccount } from '../db/accounts/outside-account.ts'
import type { RequestContext } from './request-context.ts'
import { fieldPaths, selectionOf } from './selection.ts'

const knownWithoutReading = ['__typename', 'id', 'accountId']

/** The account with this ID, a member or not. Nothing is read where only its ID is asked for. */
export const loadAccount = async (
  { load }: RequestContext,
  accountId: string,
  info: GraphQLResolveInfo,
): Promise<AccountRow> => {
  const selection = selectionOf(info)
  const asked = fieldPaths(selection)
  const known = asked.every(name => knownWithoutReading.includes(name))
  const member = known ? null : await load.one<AccountRow>(accountByKey, { accountId }, selection)
  return member ?? { ...outsideAccount(accountId), asked }
}
