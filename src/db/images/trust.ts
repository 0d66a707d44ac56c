import { sql } from 'kysely'
import { isMember } from '../accounts/named-accounts.ts'
import { type Alias, column, type Field } from '../concept.ts'
import type { Sql } from '../statement.ts'

const ownerOf = column('owner_account_id')

/** (R3) By the alias that only Amazon gives, then by the owner; null where the owner is not known. */
export const trustWhere = (t: Alias, isMembers: Sql): Sql => sql`case
    when ${column('owner_alias')(t)} = 'amazon' then 'AMAZON'
    when ${column('owner_alias')(t)} = 'aws-marketplace' then 'AWS_MARKETPLACE'
    when ${column('owner_alias')(t)} = 'aws-backup-vault' then 'AWS_BACKUP'
    when ${ownerOf(t)} is null then null
    when ${isMembers} then 'ORGANIZATION'
    when exists (select from amigraph.trusted_owners o where o.account_id = ${ownerOf(t)}) then 'ALLOWLISTED'
    else 'UNTRUSTED' end`

/** What a trust rests on, in words. */
export const reasonOf = (t: Alias, trusted: Sql): Sql => sql`(
    select case
      when trust in ('AMAZON', 'AWS_MARKETPLACE', 'AWS_BACKUP')
        then format('Amazon gave the owner the alias %s', ${column('owner_alias')(t)})
      when trust = 'ORGANIZATION' then format('The owner %s is a member of the organization', ${ownerOf(t)})
      when trust = 'ALLOWLISTED' then format(
        'The owner %s is no member of the organization, but trusted by configuration (AMIGRAPH_TRUSTED_OWNERS)',
        ${ownerOf(t)})
      when trust = 'UNTRUSTED' then format(
        'The owner %s has no alias of Amazon, is no member of the organization and not trusted by configuration',
        ${ownerOf(t)})
      else 'No call named the owner' end
    from (select ${trusted} as trust) told)`

export const trust: Field = t => trustWhere(t, isMember(ownerOf(t)))

export const trustReason: Field = t => reasonOf(t, trust(t))
