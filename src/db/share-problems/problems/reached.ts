import { sql } from 'kysely'

/**
 * Which active accounts a permission reaches besides its owner, as a FROM item `reached` (account_id, target_id): by their
 * own ID, a unit above them, their organization. What is public is no share with anybody in particular.
 */
export const reached = sql`(
  select a.account_id, target.id as target_id
  from amigraph.accounts a cross join unnest(a.ancestor_ids || a.account_id || a.organization_id) as target (id)
  where a.state = 'ACTIVE'
) reached`
