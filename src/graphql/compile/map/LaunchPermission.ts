import { sql } from 'kysely'
import { namedAccount } from '../../../db/accounts/any-account.ts'
import { column } from '../../../db/concept.ts'
import { launchPermission } from '../../../db/launch-permissions/launch-permission.ts'
import { listReadAt } from '../../../db/launch-permissions/launch-permissions-read.ts'
import { organizationalUnitByKey } from '../../../db/organizational-units/organizational-unit.ts'
import type { TypeMap } from '../compilation.ts'
import { facts } from '../fact.ts'
import { one } from '../related.ts'

export const LaunchPermission: TypeMap = {
  ...facts({ ...launchPermission.fields, observedAt: listReadAt }),
  account: one(namedAccount, { key: { accountId: 'targetId' }, when: t => sql`${column('kind')(t)} = 'ACCOUNT'` }),
  organizationalUnit: one(organizationalUnitByKey, {
    key: { organizationalUnitId: 'targetId' },
    when: t => sql`${column('kind')(t)} = 'ORGANIZATIONAL_UNIT'`,
  }),
}
