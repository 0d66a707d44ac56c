import { sql } from 'kysely'
import { namedAccount } from '../accounts/any-account.ts'
import { isMember } from '../accounts/named-accounts.ts'
import type { Relation } from '../concept.ts'

/** The accounts that were billed for costs, also those that have left the organization since. */
export const accountsOfCost: Relation = {
  ...namedAccount,
  name: 'accounts of cost',
  parentKey: ['accountIds'],
  from: (t, parent) => sql`(
    select named.account_id, a.account_id is not null or ${isMember(sql`named.account_id`)} as in_organization,
      a.organization_id, a.arn, a.name, a.email, a.state, a.joined_method, a.joined_at, a.parent_id,
      a.organizational_unit_path, a.ancestor_ids
    from unnest(${sql.ref(`${parent}.accountIds`)}::text[]) as named (account_id)
    left join amigraph.accounts a on a.account_id = named.account_id) as ${sql.ref(t)}`,
  on: () => sql`true`,
}
