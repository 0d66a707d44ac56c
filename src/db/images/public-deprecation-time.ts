import { sql } from 'kysely'
import { column, type Field } from '../concept.ts'

/** (R4) AWS deprecates a public image two years after its creation, however late its own date is. */
export const publicDeprecationTime: Field = t => sql`case
  when ${column('is_public')(t)} or exists (
    select from amigraph.launch_permissions p
    where p.region = ${column('region')(t)} and p.image_id = ${column('image_id')(t)} and p.kind = 'PUBLIC')
  then least(${column('deprecation_time')(t)}, case
    -- What lies beyond has no form that clients could read.
    when ${column('creation_date')(t)} < '9990-01-01Z'::timestamptz
    then (${column('creation_date')(t)} at time zone 'UTC' + interval '2 years') at time zone 'UTC' end) end`

/** (R4) The image is public and has no date, or one later than AWS allows public images. */
export const beyondPublicDeprecation: Field = t => sql`coalesce(
  ${publicDeprecationTime(t)} < ${column('deprecation_time')(t)}
    or ${publicDeprecationTime(t)} is not null and ${column('deprecation_time')(t)} is null, false)`
