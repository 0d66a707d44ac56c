import { sql } from 'kysely'
import { entityQuota, entityQuotaPressure } from '../../../domain/share-quota.ts'
import { type Problems, problem } from './problem.ts'

/**
 * (R11) Images that are shared with nearly as many entities as the quota allows, with the unit that would replace the most
 * account shares: one whose accounts all have one already, else the one that widens the share.
 */
export const quotaPressure: Problems = sql`
  select ${problem({
    code: sql`'QUOTA_PRESSURE'`,
    severity: 'INFORMATION',
    message: sql`format('Shared with %s of the %s entities that the quota allows by default', pressed.entities, ${sql.lit(entityQuota)}::integer)
      || case when unit.accounts is null then ''
        when unit.accounts = unit.below then format('; a share with %s (%s) would replace %s account shares', unit.path, unit.organizational_unit_id, unit.accounts)
        else format('; a share with %s (%s) would replace %s account shares, and reach %s more accounts',
          unit.path, unit.organizational_unit_id, unit.accounts, unit.below - unit.accounts) end`,
  })}
  from (
    select p.region, p.image_id, count(*) as entities,
      coalesce(array_agg(p.target_id) filter (where p.kind = 'ACCOUNT'), '{}') as account_ids
    from doubted join amigraph.launch_permissions p on p.region = doubted.region and p.image_id = doubted.image_id
    where p.kind <> 'PUBLIC'
    group by p.region, p.image_id
    having count(*) >= ${sql.lit(entityQuota * entityQuotaPressure)}::numeric
  ) pressed
  join amigraph.images i on i.region = pressed.region and i.image_id = pressed.image_id
  left join lateral (
    select u.organizational_unit_id, u.path, count(*) filter (where a.account_id = any(pressed.account_ids)) as accounts,
      count(*) as below
    from amigraph.accounts a
    cross join unnest(a.ancestor_ids) as above (id)
    join amigraph.organizational_units u on u.organizational_unit_id = above.id and u.parent_id is not null
    where a.state = 'ACTIVE'
    group by u.organizational_unit_id, u.path
    having count(*) filter (where a.account_id = any(pressed.account_ids)) > 1
    order by count(*) = count(*) filter (where a.account_id = any(pressed.account_ids)) desc,
      count(*) filter (where a.account_id = any(pressed.account_ids)) desc, u.organizational_unit_id
    limit 1
  ) unit on true`
