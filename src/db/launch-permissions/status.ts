import { sql } from 'kysely'
import { column, type Field } from '../concept.ts'

/**
 * (R12) What became of the grantee. The organization that a unit belongs to is in its ARN (`…/o-…/ou-…`); a recorded
 * ARN may lack other parts.
 */
export const permissionStatus: Field = t => {
  const target = column('target_id')(t)
  return sql`case ${column('kind')(t)}
    when 'PUBLIC' then 'ACTIVE'
    when 'ACCOUNT' then coalesce((
      select case when a.is_active then 'ACTIVE' else 'ACCOUNT_CLOSED' end
      from amigraph.member_accounts a where a.account_id = ${target}), 'OUTSIDE_ORGANIZATION')
    when 'ORGANIZATION' then case
      when exists (select from amigraph.organizations o where o.organization_id = ${target}) then 'ACTIVE'
      else 'OUTSIDE_ORGANIZATION' end
    else case
      when exists (select from amigraph.member_units u where u.organizational_unit_id = ${target}) then 'ACTIVE'
      when substring(${column('grantee')(t)} from '/(o-[a-z0-9]+)/')
        <> all (select o.organization_id from amigraph.organizations o) then 'OUTSIDE_ORGANIZATION'
      else 'NOT_FOUND' end
    end`
}

/** Whether a permission lets in somebody outside the organization: everybody, or a grantee that is not ours. */
export const leadsOutside: Field = t =>
  sql`(${column('kind')(t)} = 'PUBLIC' or ${permissionStatus(t)} = 'OUTSIDE_ORGANIZATION')`
