import { sql } from 'kysely'
import { permissionStatus } from '../../launch-permissions/status.ts'
import { type Problems, permissionsOfImages, problem } from './problem.ts'

const status = permissionStatus('p')

/** (R12) Grants that lead to nobody. */
export const lostGrantees: Problems = sql`
  select ${problem({
    code: sql`case ${status} when 'ACCOUNT_CLOSED' then 'GRANTEE_CLOSED' else 'GRANTEE_NOT_FOUND' end`,
    severity: 'INFORMATION',
    message: sql`case ${status}
      when 'ACCOUNT_CLOSED' then format('Account %s is not active: the share leads to nobody', p.target_id)
      else format('The organization has no unit %s (any more): the share leads to nobody', p.target_id) end`,
    grantee: sql`p.grantee`,
    account: sql`case p.kind when 'ACCOUNT' then p.target_id else '' end`,
  })}
  from ${permissionsOfImages}
  where ${status} in ('ACCOUNT_CLOSED', 'NOT_FOUND')`
