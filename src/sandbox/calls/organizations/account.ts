import type { Account, AccountState, AccountStatus } from '@aws-sdk/client-organizations'
import { accountArn, pathOf } from '../../world/organization-tree.ts'
import type { WorldAccount, WorldOrganization } from '../../world/world.ts'

/** The retired Status knew fewer states than State does. */
const status: Partial<Record<AccountState, AccountStatus>> = {
  ACTIVE: 'ACTIVE',
  SUSPENDED: 'SUSPENDED',
  CLOSED: 'SUSPENDED',
  PENDING_CLOSURE: 'PENDING_CLOSURE',
}

/** A member account as the List calls answer it. */
export const accountAnswer = (organization: WorldOrganization, account: WorldAccount): Account => ({
  Id: account.accountId,
  Arn: accountArn(organization, account.accountId),
  Email: account.email,
  Name: account.name,
  Status: status[account.state],
  State: account.state,
  Paths: [`${pathOf(organization, account.parentId)}${account.accountId}/`],
  JoinedMethod: account.joinedMethod,
  JoinedTimestamp: account.joinedAt,
})
