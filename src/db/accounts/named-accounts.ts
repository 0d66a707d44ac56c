import { sql } from 'kysely'
import type { Read, Sql } from '../statement.ts'

/** What is known of an account without its row. */
export type NamedAccount = {
  readonly accountId: string
  readonly inOrganization: boolean
  readonly isManagementAccount: boolean
  readonly isNamed: boolean
}

/** What can be told of these accounts, whether or not the reader sees their rows, or they are members; in their order. */
export const namedAccounts = async (read: Read, accountIds: readonly string[]): Promise<NamedAccount[]> =>
  read<NamedAccount>(sql`
    select named.account_id as "accountId", ${isMember(sql`named.account_id`)} as "inOrganization",
      ${isManagementAccount(sql`named.account_id`)} as "isManagementAccount",
      ${isNamed(sql`named.account_id`)} as "isNamed"
    from unnest(${accountIds}::text[]) with ordinality as named (account_id, place)
    order by named.place`)

/** Whether an image, a launch permission or the organization names the account, as far as the reader sees those. */
export const isNamed = (accountId: Sql): Sql => sql`(
  exists (select from amigraph.images i where i.owner_account_id = ${accountId})
  or exists (select from amigraph.launch_permissions p where p.target_id = ${accountId} and p.kind = 'ACCOUNT')
  or ${isManagementAccount(accountId)})`

/** Whether the account is a member of the organization, also where the reader does not see its row. */
export const isMember = (accountId: Sql): Sql =>
  sql`exists (select from amigraph.member_accounts m where m.account_id = ${accountId})`

const isManagementAccount = (accountId: Sql): Sql =>
  sql`exists (select from amigraph.organizations o where o.management_account_id = ${accountId})`
