import { accountsBelowUnit, accountsInUnit } from '../../../db/accounts/account.ts'
import {
  childrenOfUnit,
  organizationalUnit,
  organizationalUnitByKey,
} from '../../../db/organizational-units/organizational-unit.ts'
import { organizationScope } from '../../../domain/coverage-scope.ts'
import { accountsOf } from '../accounts-of.ts'
import type { TypeMap } from '../compilation.ts'
import { connection } from '../connection.ts'
import { coverage } from '../coverage.ts'
import { facts } from '../fact.ts'
import { one } from '../related.ts'

export const OrganizationalUnit: TypeMap = {
  ...facts(organizationalUnit.fields),
  parent: one(organizationalUnitByKey, { key: { organizationalUnitId: 'parentId' } }),
  children: connection(childrenOfUnit, { scope: () => organizationScope }),
  accounts: connection(({ descendants }) => (descendants ? accountsBelowUnit : accountsInUnit), { scope: accountsOf }),
  coverage: coverage(() => organizationScope),
}
