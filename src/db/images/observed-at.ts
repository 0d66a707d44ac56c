import { sql } from 'kysely'
import { column, type Field } from '../concept.ts'

/**
 * When the call that an image's row comes from last succeeded. A look-up by ID is made once a Region for the whole
 * organization, whichever account its source is booked on.
 */
export const imageObservedAt: Field = t => sql`(
    select max(c.last_success_at) from amigraph.coverage c
    where c.region = ${column('region')(t)}
      and c.kind = case ${column('evidence')(t)} when 'OWNER' then 'IMAGES_OWNED' when 'CONSUMER' then 'IMAGES_SHARED'
        when 'LOOKUP' then 'IMAGES_THIRD_PARTY' else 'INSTANCE_IMAGES' end
      and (c.account_id = ${column('evidence_account_id')(t)} or c.kind = 'IMAGES_THIRD_PARTY'))`
