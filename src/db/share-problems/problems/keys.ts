import { sql } from 'kysely'
import { launchOperations } from '../../../domain/kms/access-rule.ts'
import { isMember } from '../../accounts/named-accounts.ts'
import { permissionStatus } from '../../launch-permissions/status.ts'
import type { Sql } from '../../statement.ts'
import { type Problems, permissionsOfImages, problem } from './problem.ts'
import { reachedBy } from './reached.ts'

const onImage = sql`k.region = i.region and k.image_id = i.image_id`
const isAwsManaged = sql`coalesce(k.manager = 'AWS', false)`

/** Keys that are known to let every account of the organization in, whatever it is: most that are shared at all. */
const openKeys = sql`(
  select r.key_arn
  from amigraph.kms_key_access r
  where r.key_arn in (select key from image_key) and exists (select from amigraph.kms_keys known where known.arn = r.key_arn)
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
  from ${permissionsOfImages} join image_key k on ${onImage}
  where ${isAwsManaged} and p.target_id <> i.owner_account_id`

/** WITH items that the next two are found over: what each key says to each account, or to all of a grantee, decided once. */
export const keyVerdicts: Sql = sql`
  account_verdict as materialized (
    select pair.key, pair.target_id, coalesce(amigraph.key_access(pair.key, pair.target_id), 'UNKNOWN') as verdict
    from (
      select distinct k.key, p.target_id
      from image_key k join amigraph.launch_permissions p on p.region = k.region and p.image_id = k.image_id
      where p.kind = 'ACCOUNT' and (k.key is null or k.key not in ${openKeys} or not ${isMember(sql`p.target_id`)})
    ) pair
  ), grantee_verdict as materialized (
    select key, owner_account_id, kind, target_id, nullif(count(account_id), 0) as reached,
      count(*) filter (where verdict = 'DENIED') as denied, count(*) filter (where verdict = 'UNKNOWN') as open,
      coalesce(min(account_id) filter (where verdict = 'DENIED'), min(account_id) filter (where verdict = 'UNKNOWN')) as example
    from (
      select pair.*, reached.account_id,
        case when reached.account_id is not null
          then coalesce(amigraph.key_access(pair.key, reached.account_id), 'UNKNOWN') end as verdict
      from (
        select distinct k.key, p.owner_account_id, p.kind, p.target_id
        from image_key k join amigraph.launch_permissions p on p.region = k.region and p.image_id = k.image_id
        where p.kind in ('ORGANIZATIONAL_UNIT', 'ORGANIZATION')
          and (k.key is null or k.key not in ${openKeys} or ${permissionStatus('p')} <> 'ACTIVE')
      ) pair
      left join ${reachedBy('pair')} reached on true
      -- Evaluated here, once, and not again in each aggregate
      offset 0
    ) account
    group by key, owner_account_id, kind, target_id
  )`

/** (R9) Grants to an account. */
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
  from ${permissionsOfImages} join image_key k on ${onImage}
  join account_verdict decided on decided.key is not distinct from k.key and decided.target_id = p.target_id
  where p.kind = 'ACCOUNT' and decided.verdict <> 'ALLOWED' and not ${isAwsManaged}
    and p.target_id <> i.owner_account_id and ${permissionStatus('p')} in ('ACTIVE', 'OUTSIDE_ORGANIZATION')`

/**
 * (R9) Grants to a unit or the organization: over the active accounts that it reaches. Of another organization's accounts nothing is known.
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
  from ${permissionsOfImages} join image_key k on ${onImage}
  join grantee_verdict decided on decided.key is not distinct from k.key and decided.kind = p.kind and decided.target_id = p.target_id
    and decided.owner_account_id = p.owner_account_id
  where not ${isAwsManaged} and case ${permissionStatus('p')}
    when 'ACTIVE' then denied > 0 or open > 0
    when 'OUTSIDE_ORGANIZATION' then true
    else false end`
