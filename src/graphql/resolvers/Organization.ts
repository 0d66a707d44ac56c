import { rootOfOrganization } from '../../db/organizational-units/organizational-unit.ts'
import { organizationScope } from '../../domain/coverage-scope.ts'
import { coverageOf } from '../coverage.ts'
import { loadAccount } from '../load-account.ts'
import type { OrganizationResolvers } from '../schema.generated.ts'
import { selectionOf } from '../selection.ts'

export const Organization: OrganizationResolvers = {
  managementAccount: ({ managementAccountId }, _, context, info) => loadAccount(context, managementAccountId, info),

  root: ({ organizationId }, _, { load }, info) => load.one(rootOfOrganization, { organizationId }, selectionOf(info)),

  coverage: (_row, _, context) => coverageOf(context, organizationScope),
}
