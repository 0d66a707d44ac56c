import { namedAccount } from '../../../db/accounts/any-account.ts'
import { organization } from '../../../db/organization/organization.ts'
import { rootOfOrganization } from '../../../db/organizational-units/organizational-unit.ts'
import { organizationScope } from '../../../domain/coverage-scope.ts'
import type { TypeMap } from '../compilation.ts'
import { coverage } from '../coverage.ts'
import { facts } from '../fact.ts'
import { one } from '../related.ts'

export const Organization: TypeMap = {
  ...facts(organization.fields),
  managementAccount: one(namedAccount, { key: { accountId: 'managementAccountId' } }),
  root: one(rootOfOrganization),
  coverage: coverage(() => organizationScope),
}
