import { sql } from 'kysely'
import { account } from '../accounts/account.ts'
import type { Relation } from '../concept.ts'
import { relate } from '../relation.ts'
import { copyable } from './copyable.ts'
import { grants, launchableState, neverRead } from './grants.ts'

/**
 * (R6) The ACTIVE member accounts that may launch an image, with `grants`: every path that leads there. Grants are
 * resolved through the tree as it is now; the cost grows with the accounts that they reach.
 */
export const launchableBy: Relation = {
  ...relate('launchable by', account, { region: 'region', image_id: 'imageId' }),
  from: (t, parent) => sql`(
      select image.region, image.image_id, image.owner_account_id, image.is_public, reached.account_id
      from amigraph.images image
      cross join lateral (
        select
          coalesce(array_agg(p.target_id) filter (where p.kind = 'ACCOUNT'), '{}') as account_ids,
          coalesce(array_agg(p.target_id) filter (where p.kind = 'ORGANIZATIONAL_UNIT'), '{}') as unit_ids,
          coalesce(array_agg(p.target_id) filter (where p.kind = 'ORGANIZATION'), '{}') as organization_ids,
          coalesce(bool_or(p.kind = 'PUBLIC'), false) or image.is_public as everybody
        from amigraph.launch_permissions p
        where p.region = image.region and p.image_id = image.image_id
      ) shared
      cross join lateral (
        select a.account_id from amigraph.accounts a
        where a.account_id = any(shared.account_ids || image.owner_account_id)
        union
        select a.account_id from amigraph.accounts a where a.ancestor_ids && shared.unit_ids
        union
        select a.account_id from amigraph.accounts a
        where (shared.everybody or shared.organization_ids <> '{}')
          and (shared.everybody or a.organization_id = any(shared.organization_ids))
        union
        select v.account_id
        from amigraph.image_view_members m join amigraph.image_views v on v.view_id = m.view_id and v.region = m.region
        where m.region = image.region and m.image_id = image.image_id and ${neverRead('image')}
      ) reached
      where image.region = ${sql.ref(`${parent}.region`)} and image.image_id = ${sql.ref(`${parent}.imageId`)}
        and image.state = ${launchableState}
    ) reached
    join amigraph.accounts as ${sql.ref(t)} using (account_id)`,
  on: t => sql`${sql.ref(`${t}.state`)} = 'ACTIVE'`,
  fields: t => ({ grants: grants('reached', t), copyable: copyable('reached', t) }),
}
