import { sql } from 'kysely'
import type { Relation } from '../concept.ts'
import { image } from '../images/image.ts'
import { relate } from '../relation.ts'
import { copyable } from './copyable.ts'
import { grants, launchableState, neverRead, reaches } from './grants.ts'

/**
 * (R6) The images that a member account may launch, with `grants`: every path that leads there; the mirror image of
 * `launchableBy`. With the argument `region` only of that Region. The cost grows with the images that it reaches.
 */
export const launchableImages: Relation = {
  ...relate('launchable images', image, { account_id: 'accountId' }),
  from: (t, parent, { region }) => {
    const inRegion = (alias: string) => (region ? sql`${sql.ref(`${alias}.region`)} = ${region}::text` : sql`true`)
    return sql`(
      select account.account_id, account.organization_id, account.ancestor_ids, reached.region, reached.image_id
      from amigraph.accounts account
      cross join lateral (
        select i.region, i.image_id from amigraph.images i
        where i.owner_account_id = account.account_id and ${inRegion('i')}
        union
        select p.region, p.image_id from amigraph.launch_permissions p where ${reaches('account')} and ${inRegion('p')}
        union
        select i.region, i.image_id from amigraph.images i where i.is_public and ${inRegion('i')}
        union
        select m.region, m.image_id
        from amigraph.image_views v join amigraph.image_view_members m on m.view_id = v.view_id and m.region = v.region
        where v.account_id = account.account_id and ${inRegion('v')} and ${neverRead('m')}
      ) reached
      where account.account_id = ${sql.ref(`${parent}.accountId`)} and account.state = 'ACTIVE'
    ) reached
    join amigraph.images as ${sql.ref(t)} using (region, image_id)`
  },
  on: t => sql`${sql.ref(`${t}.state`)} = ${launchableState}`,
  fields: t => ({ grants: grants(t, 'reached'), copyable: copyable(t, 'reached') }),
}
