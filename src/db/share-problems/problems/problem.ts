import { sql } from 'kysely'
import type { Sql } from '../../statement.ts'

/**
 * A statement whose rows are problems of one kind: the columns of amigraph.share_problems but those of its history. Of the
 * images in `doubted`; what `foundOver` has besides may be used as well.
 */
export type Problems = Sql

/** What most problems are told over: permissions of images, each with its image, by these aliases. */
export const permissionsOfImages = sql`doubted
  join amigraph.launch_permissions p on p.region = doubted.region and p.image_id = doubted.image_id
  join amigraph.images i on i.region = p.region and i.image_id = p.image_id and i.owner_account_id = p.owner_account_id`

/** The images themselves, by the alias `i`. */
export const doubtedImages = sql`doubted
  join amigraph.images i on i.region = doubted.region and i.image_id = doubted.image_id`

/** The columns of a problem, in their order. */
export const problem = (columns: {
  code: Sql
  severity: 'BLOCKS_LAUNCH' | 'BLOCKS_COPY' | 'INFORMATION'
  message: Sql
  grantee?: Sql
  account?: Sql
}): Sql => sql`i.region, i.image_id, ${columns.code} as code, ${columns.grantee ?? sql`''`} as grantee,
  ${columns.account ?? sql`''`} as account_id, i.owner_account_id, ${sql.lit(columns.severity)} as severity,
  ${columns.message} as message`
