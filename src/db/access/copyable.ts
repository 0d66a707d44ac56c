import { sql } from 'kysely'
import type { Alias } from '../concept.ts'
import type { Sql } from '../statement.ts'

/**
 * (R7) Whether an account may copy an image that it may launch: YES, NO or UNKNOWN. Launching is not copying: for that it
 * has to read the storage of every volume, and use its key where it is encrypted (R9).
 */
export const copyable = (image: Alias, account: Alias): Sql => {
  const ref = (name: string) => sql.ref(`${image}.${name}`)
  const accountId = sql.ref(`${account}.account_id`)
  return sql`(
    select case
      when ${ref('owner_account_id')} = ${accountId} then 'YES'
      when bool_or('NO' in (storage, key)) then 'NO'
      when count(*) = 0 or bool_or('UNKNOWN' in (storage, key)) then 'UNKNOWN'
      else 'YES' end
    from (
      select amigraph.snapshot_access(v.region, v.snapshot_id, ${accountId}) as storage,
        case when not v.encrypted then 'YES' when v.encrypted then
          case amigraph.key_access(amigraph.key_of(v.key_reference, v.region, v.key_account_id), ${accountId})
            when 'ALLOWED' then 'YES' when 'DENIED' then 'NO' else 'UNKNOWN' end
          else 'UNKNOWN' end as key
      from amigraph.image_storage v
      where v.region = ${ref('region')} and v.image_id = ${ref('image_id')}
    ) volume)`
}
