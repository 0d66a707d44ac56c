import { sql } from 'kysely'
import { launchOperations } from '../../../domain/kms/access-rule.ts'
import { isMember } from '../../accounts/named-accounts.ts'
import { permissionStatus } from '../../launch-permissions/status.ts'
import { type Problems, permissionsOfImages, problem } from './problem.ts'

/** Images with the keys behind their volumes. A volume whose key nobody told has the key null. */
const keysOfImages = sql`(
  select distinct v.region, v.image_id, amigraph.key_of(v.key_reference, v.region, v.key_account_id) as key
  from amigraph.image_storage v
  where v.encrypted and exists (
    select from amigraph.launch_permissions p where p.region = v.region and p.image_id = v.image_id)
) k`

const onImage = sql`k.region = i.region and k.image_id = i.image_id`
const isAwsManaged = sql`coalesce(amigraph.key_manager(k.key) = 'AWS', false)`

/** Keys that let every account of the organization in, whatever it is: most that are shared at all. */
const openKeys = sql`(
  select r.key_arn
  from amigraph.kms_key_access r
  group by r.key_arn
  having bool_and(r.effect = 'ALLOW') and (
    select count(distinct operation) from amigraph.kms_key_access open, unnest(open.operations) as operation
    where open.key_arn = r.key_arn and open.is_certain and open.accounts is null and open.except_accounts is null
      and open.except_organizations is null and open.paths is null and open.except_paths is null
      and (open.organizations is null or (select o.organization_id from amigraph.organizations o) = any(open.organizations))
  ) = ${sql.lit(launchOperations.length)}
)`

/** (R9) Nobody but the owner can use the key, whatever the share says. */
export const awsManagedKeys: Problems = sql`
  select distinct ${problem({
    code: sql`'AWS_MANAGED_KEY'`,
    severity: 'BLOCKS_LAUNCH',
    message: sql`format('%s is managed by AWS: nobody but account %s can use it', k.key, i.owner_account_id)`,
    grantee: sql`p.grantee`,
    account: sql`case p.kind when 'ACCOUNT' then p.target_id else '' end`,
  })}
  from ${permissionsOfImages} join ${keysOfImages} on ${onImage}
  where ${isAwsManaged} and p.target_id <> i.owner_account_id`

/** (R9) Grants to an account, each pair of key and account decided once. */
export const keysOfAccounts: Problems = sql`
  select ${problem({
    code: sql`case verdict when 'DENIED' then 'KEY_NOT_SHARED' else 'KEY_ACCESS_UNKNOWN' end`,
    severity: 'BLOCKS_LAUNCH',
    message: sql`case verdict
      when 'DENIED' then format('%s does not let account %s launch with it', k.key, p.target_id)
      else format('Whether %s lets account %s launch with it is not known', coalesce(k.key, 'the key of a volume'), p.target_id)
      end`,
    grantee: sql`p.grantee`,
    account: sql`p.target_id`,
  })}
  from ${permissionsOfImages} join ${keysOfImages} on ${onImage}
  join (
    select pair.key, pair.target_id, coalesce(amigraph.key_access(pair.key, pair.target_id), 'UNKNOWN') as verdict
    from (
      select distinct k.key, p.target_id
      from amigraph.launch_permissions p join ${keysOfImages} on k.region = p.region and k.image_id = p.image_id
      where p.kind = 'ACCOUNT' and (k.key is null or k.key not in ${openKeys} or not ${isMember(sql`p.target_id`)})
    ) pair
  ) decided on decided.key is not distinct from k.key and decided.target_id = p.target_id
  where p.kind = 'ACCOUNT' and decided.verdict <> 'ALLOWED' and not ${isAwsManaged}
    and p.target_id <> i.owner_account_id and ${permissionStatus('p')} in ('ACTIVE', 'OUTSIDE_ORGANIZATION')`

/**
 * (R9) Grants to a unit or the organization: decided once for each key and grantee, over the active accounts that it
 * reaches. Of another organization's accounts nothing is known.
 */
export const keysOfUnits: Problems = sql`
  select ${problem({
    code: sql`case when denied > 0 then 'KEY_NOT_SHARED' else 'KEY_ACCESS_UNKNOWN' end`,
    severity: 'BLOCKS_LAUNCH',
    message: sql`case
      when reached is null then format('Whether %s lets the accounts of %s launch with it is not known', coalesce(k.key, 'the key of a volume'), p.grantee)
      when denied > 0 then format('%s does not let %s of the %s accounts launch with it, such as %s', k.key, denied, reached, example)
      else format('Whether %s lets %s of the %s accounts launch with it is not known, such as %s',
        coalesce(k.key, 'the key of a volume'), open, reached, example) end`,
    grantee: sql`p.grantee`,
  })}
  from ${permissionsOfImages} join ${keysOfImages} on ${onImage}
  join (
    select pair.key, pair.owner_account_id, pair.kind, pair.target_id, decided.*
    from (
      select distinct k.key, p.owner_account_id, p.kind, p.target_id
      from amigraph.launch_permissions p join ${keysOfImages} on k.region = p.region and k.image_id = p.image_id
      where p.kind in ('ORGANIZATIONAL_UNIT', 'ORGANIZATION')
        and (k.key is null or k.key not in ${openKeys} or ${permissionStatus('p')} <> 'ACTIVE')
    ) pair
    cross join lateral (
      select nullif(count(*), 0) as reached, count(*) filter (where verdict = 'DENIED') as denied,
        count(*) filter (where verdict = 'UNKNOWN') as open,
        coalesce(min(account_id) filter (where verdict = 'DENIED'), min(account_id) filter (where verdict = 'UNKNOWN')) as example
      from (
        select a.account_id, coalesce(amigraph.key_access(pair.key, a.account_id), 'UNKNOWN') as verdict
        from amigraph.accounts a
        where a.state = 'ACTIVE' and a.account_id <> pair.owner_account_id
          and case pair.kind when 'ORGANIZATION' then a.organization_id = pair.target_id
            else a.ancestor_ids @> array[pair.target_id] end
      ) account
    ) decided
  ) decided on decided.key is not distinct from k.key and decided.kind = p.kind and decided.target_id = p.target_id
    and decided.owner_account_id = p.owner_account_id
  where not ${isAwsManaged} and case ${permissionStatus('p')}
    when 'ACTIVE' then denied > 0 or open > 0
    when 'OUTSIDE_ORGANIZATION' then true
    else false end`
