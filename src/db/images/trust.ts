import { sql } from 'kysely'
import { column, type Field } from '../concept.ts'

/** (R3) By the alias that only Amazon gives, then by the owner; null where the owner is not known. */
export const trust: Field = t => {
  const owner = column('owner_account_id')(t)
  return sql`case
    when ${column('owner_alias')(t)} = 'amazon' then 'AMAZON'
    when ${column('owner_alias')(t)} = 'aws-marketplace' then 'AWS_MARKETPLACE'
    when ${column('owner_alias')(t)} = 'aws-backup-vault' then 'AWS_BACKUP'
    when ${owner} is null then null
    when exists (select from amigraph.member_accounts o where o.account_id = ${owner}) then 'ORGANIZATION'
    when exists (select from amigraph.trusted_owners o where o.account_id = ${owner}) then 'ALLOWLISTED'
    else 'UNTRUSTED' end`
}
