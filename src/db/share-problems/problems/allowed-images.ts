import { sql } from 'kysely'
import { type Problems, permissionsOfImages, problem } from './problem.ts'
import { reachedBy } from './reached.ts'

/** (R13) Shares that reach an account whose Allowed AMIs settings hide them. */
export const hiddenImages: Problems = sql`
  select ${problem({
    code: sql`'HIDDEN_BY_ALLOWED_IMAGES'`,
    severity: 'BLOCKS_LAUNCH',
    message: sql`format('The Allowed AMIs settings of account %s in %s hide the image from it', hidden.account_id, i.region)`,
    grantee: sql`hidden.grantee`,
    account: sql`hidden.account_id`,
  })}
  from (
    select p.region, p.image_id, reached.account_id, min(p.grantee) as grantee
    from ${permissionsOfImages}
    cross join ${reachedBy('p')} reached
    -- By the account, and not by going through all settings of the Region.
    cross join lateral (
      select s.criteria from amigraph.allowed_images_settings s
      where s.account_id = reached.account_id and s.region = p.region and s.state = 'ENABLED'
      offset 0
    ) s
    where i.state = 'AVAILABLE' and not amigraph.meets_criteria(s.criteria, i)
    group by p.region, p.image_id, reached.account_id
  ) hidden
  cross join lateral (
    select i.* from amigraph.images i where i.region = hidden.region and i.image_id = hidden.image_id
    offset 0
  ) i`
