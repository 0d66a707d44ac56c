import { sql } from 'kysely'
import { type Concept, column, table, textKey } from '../concept.ts'
import { relate } from '../relation.ts'
import { seesAccount } from '../sees-account.ts'

/** When and how an image's launch permission list was last read. */
export const launchPermissionsRead: Concept = {
  name: 'LaunchPermissionsRead',
  from: table('amigraph.launch_permission_reads'),
  fields: {
    observedAt: column('observed_at'),
    attemptedAt: column('attempted_at'),
    error: t => sql`case when ${column('error_code')(t)} is not null and ${seesAccount(column('owner_account_id')(t))}
      then json_build_object('code', ${column('error_code')(t)}, 'message', ${column('error_message')(t)}) end`,
  },
  always: ['observedAt'],
  filters: {},
  orders: { IMAGE: [textKey('region'), textKey('image_id')] },
  defaultOrder: { field: 'IMAGE', direction: 'ASC' },
}

/** What every row of a read has. */
export type LaunchPermissionsReadRow = { readonly observedAt: Date | null }

export const permissionsReadOfImage = relate('permissions read of image', launchPermissionsRead, {
  region: 'region',
  image_id: 'imageId',
})
