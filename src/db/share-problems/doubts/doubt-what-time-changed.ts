import type { Queryable } from '../../pool.ts'
import { ofCode } from './of-code.ts'

/**
 * Doubts what changes by itself, since problems were last found as a whole: deprecation times that have come (R4), ages
 * that Allowed AMIs settings count (R13), and, of what owner and consumer see differently, readings that change the
 * likely reason (R21). By indexes: costs grow with those settings and differences, and with what has come of age.
 */
export const doubtWhatTimeChanged = async (client: Queryable): Promise<void> => {
  await client.query(
    `with since as (select settled_at as at from amigraph.share_problem_state where settled_at is not null)
     insert into amigraph.share_doubts
     select 'IMAGE', i.region, i.image_id
     from since join amigraph.images i
       on coalesce(i.deprecation_time, 'infinity') > since.at and coalesce(i.deprecation_time, 'infinity') <= now()
     union
     select 'IMAGE', i.region, i.image_id
     from since
     cross join (
       select distinct s.region, (c ->> 'maximumDaysSinceCreated')::integer as days
       from amigraph.allowed_images_settings s, jsonb_array_elements(s.criteria) as c
       where s.state = 'ENABLED' and c ->> 'maximumDaysSinceCreated' is not null
     ) aged
     join amigraph.images i on i.region = aged.region
       and coalesce(i.creation_date, '-infinity') > since.at - make_interval(secs => 86400 * aged.days)
       and coalesce(i.creation_date, '-infinity') <= now() - make_interval(secs => 86400 * aged.days)
     union
     select 'IMAGE', i.region, i.image_id
     from since
     cross join (
       select distinct s.region, (c ->> 'maximumDaysSinceDeprecated')::integer as days
       from amigraph.allowed_images_settings s, jsonb_array_elements(s.criteria) as c
       where s.state = 'ENABLED' and c ->> 'maximumDaysSinceDeprecated' is not null
     ) aged
     join amigraph.images i on i.region = aged.region
       and coalesce(i.deprecation_time, 'infinity') > since.at - make_interval(secs => 86400 * aged.days)
       and coalesce(i.deprecation_time, 'infinity') <= now() - make_interval(secs => 86400 * aged.days)
     union
     select 'IMAGE', s.region, s.image_id
     from since
     join amigraph.share_problems s on ${ofCode('OWNER_CONSUMER_MISMATCH')}
     where exists (
       select from amigraph.coverage c
       where c.account_id = s.account_id and c.region = s.region and c.kind = 'IMAGES_SHARED'
         and c.last_success_at > since.at
     ) or exists (
       select from amigraph.launch_permission_reads r
       where r.region = s.region and r.image_id = s.image_id and r.observed_at > since.at)`,
  )
}
