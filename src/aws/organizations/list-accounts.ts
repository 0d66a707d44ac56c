import {
  ListAccountsCommand,
  type Account as ListedAccount,
  ListParentsCommand,
  type OrganizationsClient,
} from '@aws-sdk/client-organizations'
import type { AccountNode } from '../../domain/organization-tree.ts'
import { spell } from '../../domain/vocabulary.ts'
import { pages } from '../pages.ts'

/**
 * organizations ListAccounts (20 a page): every account with its place among the units. `Paths` says the place;
 * where an account comes without it, ListParents does. `State` replaces the retired `Status`.
 */
export async function listAccounts(organizations: OrganizationsClient): Promise<AccountNode[]> {
  const accounts: AccountNode[] = []
  for await (const { Accounts = [] } of pages(NextToken => organizations.send(new ListAccountsCommand({ NextToken }))))
    for (const listed of Accounts) {
      if (!listed.Id) continue
      const unitIds = unitsOfPath(listed.Paths?.[0])
      const parentId = unitIds.at(-1) ?? (await parentOf(organizations, listed.Id))
      accounts.push(readAccount(listed.Id, listed, parentId, unitIds))
    }
  return accounts
}

/** `o-…/r-…/ou-…/…`, with or without the account's own ID at the end → the root and units, from the root down. */
function unitsOfPath(path: string | undefined): string[] {
  return (path ?? '').split('/').filter(part => /^(r|ou)-/.test(part))
}

async function parentOf(organizations: OrganizationsClient, accountId: string): Promise<string | null> {
  const { Parents = [] } = await organizations.send(new ListParentsCommand({ ChildId: accountId }))
  return Parents[0]?.Id ?? null
}

function readAccount(
  accountId: string,
  listed: ListedAccount,
  parentId: string | null,
  unitIds: string[],
): AccountNode {
  return {
    accountId,
    arn: listed.Arn ?? '',
    name: listed.Name ?? null,
    email: listed.Email ?? null,
    state: spell('accountState', listed.State ?? listed.Status) ?? 'OTHER',
    joinedMethod: spell('accountJoinedMethod', listed.JoinedMethod),
    joinedAt: listed.JoinedTimestamp ?? null,
    parentId,
    unitIds,
  }
}
