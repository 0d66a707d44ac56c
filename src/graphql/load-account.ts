import type { GraphQLResolveInfo } from 'graphql'
import { type AccountRow, accountByKey } from '../db/accounts/account.ts'
import { outsideAccount } from '../db/accounts/outside-account.ts'
import type { RequestContext } from './request-context.ts'
import { fieldPaths, selectionOf } from './selection.ts'

const knownWithoutReading = ['__typename', 'id', 'accountId']
const knownWithoutRow = ['inOrganization', 'isManagementAccount']

const outsider = { inOrganization: false, isManagementAccount: false }

/** The account with this ID, a member or not. Nothing is read where only its ID is asked for. */
export const loadAccount = async (
  { load, viewer }: RequestContext,
  accountId: string,
  info: GraphQLResolveInfo,
): Promise<AccountRow> => {
  const selection = selectionOf(info)
  const asked = fieldPaths(selection)
  const isKnown = asked.every(name => knownWithoutReading.includes(name))
  const member = isKnown ? null : await load.one<AccountRow>(accountByKey, { accountId }, selection)
  if (member) return member
  // Only to limited viewers an account without a row can be a member all the same.
  const isLimited = viewer.scope.kind === 'limited' && asked.some(name => knownWithoutRow.includes(name))
  const known = isLimited ? await load.namedAccount(accountId) : { accountId, ...outsider }
  return { ...outsideAccount(known), asked }
}
