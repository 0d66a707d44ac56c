import { sql } from 'kysely'
import type { Sql } from '../../statement.ts'

/**
 * The active accounts that a permission reaches besides its owner, as a lateral FROM item (account_id): the account, those
 * below the unit, those of the organization. What is public is no share with anybody in particular. `of` is the alias of
 * a row with kind, target_id and owner_account_id. By index, whatever the planner thinks how many there are.
 */
export const reachedBy = (of: string): Sql => {
  const [kind, target, owner] = ['kind', 'target_id', 'owner_account_id'].map(name => sql.ref(`${of}.${name}`))
  const active = sql`a.state = 'ACTIVE' and a.account_id <> ${owner}`
  return sql`lateral (
    select a.account_id from amigraph.accounts a where ${kind} = 'ACCOUNT' and a.account_id = ${target} and ${active}
    union all
    select a.account_id from amigraph.accounts a
    where ${kind} = 'ORGANIZATIONAL_UNIT' and a.ancestor_ids @> array[${target}] and ${active}
    union all
    select a.account_id from amigraph.accounts a
    where ${kind} = 'ORGANIZATION' and a.organization_id = ${target} and ${active}
  )`
}
