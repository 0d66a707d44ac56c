import { sql } from 'kysely'
import { listReadAt, listWasRead } from '../../launch-permissions/launch-permissions-read.ts'
import { doubtedImages, type Problems, permissionsOfImages, problem } from './problem.ts'
import { reachedBy } from './reached.ts'

const viewReadAt = (account: string) => sql`(
  select c.last_success_at from amigraph.coverage c
  where c.account_id = ${sql.ref(`${account}.account_id`)} and c.region = i.region and c.kind = 'IMAGES_SHARED')`

/** (R21) The owner's list reaches an account that does not see the image, with the likely reason. */
export const unseenImages: Problems = sql`
  select ${problem({
    code: sql`'OWNER_CONSUMER_MISMATCH'`,
    severity: 'INFORMATION',
    message: sql`format('The list of the owner reaches account %s, which does not see the image: ', unseen.account_id) || case
      when exists (
        select from amigraph.allowed_images_settings s
        where s.account_id = unseen.account_id and s.region = i.region and s.state = 'ENABLED'
          and amigraph.meets_criteria(s.criteria, i) is not true)
      then 'likely because of its Allowed AMIs settings'
      when ${viewReadAt('unseen')} < unseen.first_seen_at then 'likely because the account was read before the image was shared'
      when ${viewReadAt('unseen')} < ${listReadAt('i')} then 'likely a lag, the account was read before the list'
      else 'likely a lag of AWS, or a share that was taken back after the list was read' end`,
    grantee: sql`unseen.grantee`,
    account: sql`unseen.account_id`,
  })}
  from (
    select p.region, p.image_id, reached.account_id, min(p.grantee) as grantee, min(p.first_seen_at) as first_seen_at
    from ${permissionsOfImages}
    cross join ${reachedBy('p')} reached
    cross join lateral (
      select v.view_id from amigraph.image_views v
      where v.account_id = reached.account_id and v.region = p.region
      offset 0
    ) v
    -- By the view: all views that have the image are many, where a unit or the organization sees it.
    where i.state = 'AVAILABLE' and p.region is distinct from (
      select m.region from amigraph.image_view_members m where m.view_id = v.view_id and m.image_id = p.image_id)
    group by p.region, p.image_id, reached.account_id
  ) unseen
  cross join lateral (
    select i.* from amigraph.images i where i.region = unseen.region and i.image_id = unseen.image_id
    offset 0
  ) i`

/** (R21) An account sees an image of a member whose list does not reach it. */
export const unlistedImages: Problems = sql`
  select ${problem({
    code: sql`'OWNER_CONSUMER_MISMATCH'`,
    severity: 'INFORMATION',
    message: sql`format('Account %s sees the image, which the list of the owner does not share with it: ', v.account_id) || case
      when ${viewReadAt('v')} < ${listReadAt('i')} then 'likely because the share was taken back after the account was read'
      else 'likely because it was shared after the list was read' end`,
    account: sql`v.account_id`,
  })}
  from ${doubtedImages}
  join amigraph.image_view_members m on m.region = i.region and m.image_id = i.image_id
  join amigraph.image_views v on v.view_id = m.view_id and v.region = m.region
  join amigraph.accounts a on a.account_id = v.account_id and a.state = 'ACTIVE'
  where i.evidence = 'OWNER' and i.owner_account_id <> v.account_id and not i.is_public and ${listWasRead('i')} and not exists (
    select from amigraph.launch_permissions p
    where p.region = i.region and p.image_id = i.image_id
      and (p.kind = 'PUBLIC' or p.target_id = any(a.ancestor_ids || a.account_id || a.organization_id)))`
