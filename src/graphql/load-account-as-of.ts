import type { GraphQLResolveInfo } from 'graphql'
import type { AccountRow } from '../db/accounts/account.ts'
import { accountAsOf, readAccountIsForgotten } from '../db/memory/account-as-of.ts'
import { NotRemembered } from '../domain/invalid-input.ts'
import { readMoment } from './as-of.ts'
import type { RequestContext } from './request-context.ts'
import { fieldPaths, selectionOf } from './selection.ts'

/** An account as it was then; null where it was no member. Throws NotRemembered where nobody can say that. */
export const loadAccountAsOf = async (
  { load, read }: RequestContext,
  { accountId, asOf }: { accountId: string; asOf: Date },
  info: GraphQLResolveInfo,
): Promise<AccountRow | null> => {
  const key = { accountId, asOf: readMoment(asOf) }
  const selection = selectionOf(info)
  const found = await load.one<AccountRow>(accountAsOf, key, { ...selection, asOf: {} })
  if (!found && (await readAccountIsForgotten(read, key)))
    throw new NotRemembered(`What the account ${accountId} was at ${key.asOf} is not known: the memory begins later`)
  return found ? { ...found, asked: fieldPaths(selection) } : null
}
