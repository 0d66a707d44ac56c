import { sql } from 'kysely'
import { type Concept, column, type Field, table, textKey } from '../concept.ts'
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

/** When the launch permission list that a row is of (an image's, or a permission's) was last read; null: never. */
export const listReadAt: Field = t => sql`(
  select r.observed_at from amigraph.launch_permission_reads r
  where r.region = ${column('region')(t)} and r.image_id = ${column('image_id')(t)})`

/**
 * Whether the launch permission list of an image was ever read. By the alias `known` it is told from what changes with
 * every reading (`answer-dependencies.ts`).
 */
export const listWasRead: Field = t => sql`exists (
  select from amigraph.launch_permission_reads as known
  where known.region = ${column('region')(t)} and known.image_id = ${column('image_id')(t)}
    and known.observed_at is not null)`
