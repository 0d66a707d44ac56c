import { sql } from 'kysely'
import type { Read } from '../statement.ts'

/** What is known of an account without its row. */
export type NamedAccount = {
  readonly accountId: string
  readonly inOrganization: boolean
  readonly isManagementAccount: boolean
  /** Whether an image, a launch permission or the organization that the reader sees names it */
  readonly isNamed: boolean
}

/** What can be told of these accounts, whether or not the reader sees their rows, or they are members; in their order. */
export const namedAccounts = async (read: Read, accountIds: readonly string[]): Promise<NamedAccount[]> =>
  read<NamedAccount>(sql`
    select named.account_id as "accountId",
      exists (select from amigraph.member_accounts m where m.account_id = named.account_id) as "inOrganization",
      management.found as "isManagementAccount",
      management.found
        or exists (select from amigraph.images i where i.owner_account_id = named.account_id)
        or exists (
          select from amigraph.launch_permissions p
          where p.target_id = named.account_id and p.kind = 'ACCOUNT') as "isNamed"
    from unnest(${accountIds}::text[]) with ordinality as named (account_id, place)
    cross join lateral (
      select exists (
        select from amigraph.organizations o where o.management_account_id = named.account_id) as found
    ) management
    order by named.place`)
