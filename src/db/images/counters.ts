import { sql } from 'kysely'
import { column, type Field } from '../concept.ts'
import { listWasRead } from '../launch-permissions/launch-permissions-read.ts'

/** Its list was read and is empty. Told from a counter of the whole list: what is empty for all is so for each viewer. */
export const hasNoLaunchPermission: Field = t => sql`${column('launch_permission_count')(t)} = 0`

export const hasNoProductCode: Field = t => sql`${column('product_code_count')(t)} = 0`

export const hasNoWatermark: Field = t => sql`${column('watermark_count')(t)} = 0`

/** Whether any call told of the image's watermarks. */
export const watermarksAreKnown: Field = t => sql`${column('watermark_count')(t)} is not null`

/** Whether the launch permission list of an image was ever read; looked for only where nothing was counted. */
export const listIsKnown: Field = t => sql`(${column('launch_permission_count')(t)} is not null or ${listWasRead(t)})`
