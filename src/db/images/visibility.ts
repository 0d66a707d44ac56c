import { sql } from 'kysely'
import { column, type Field } from '../concept.ts'
import { listWasRead } from '../launch-permissions/launch-permissions-read.ts'
import { seesAccount } from '../sees-account.ts'

/**
 * (R6) By the owner's launch permission list; where that was never read, by what the accounts of the organization see
 * (R21). Never PRIVATE by guess: that is also why only who sees the whole list, the owner, is told that it is empty.
 */
export const visibility: Field = t => {
  const same = sql`region = ${column('region')(t)} and image_id = ${column('image_id')(t)}`
  return sql`case
    when ${column('is_public')(t)}
      or exists (select from amigraph.launch_permissions where ${same} and kind = 'PUBLIC') then 'PUBLIC'
    when exists (select from amigraph.launch_permissions where ${same}) then 'SHARED'
    when ${listWasRead(t)}
      and ${seesAccount(column('owner_account_id')(t))} then 'PRIVATE'
    when exists (
      select from amigraph.image_view_members join amigraph.image_views using (view_id, region) where ${same}
    ) then 'SHARED'
    else 'UNKNOWN' end`
}
