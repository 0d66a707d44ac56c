import { accountsBelowUnit, accountsInUnit } from '../../db/accounts/account.ts'
import { childrenOfUnit, organizationalUnitByKey } from '../../db/organizational-units/organizational-unit.ts'
import { accountsScope, narrowedTo, organizationScope } from '../../domain/coverage-scope.ts'
import { connect } from '../connection.ts'
import { coverageOf } from '../coverage.ts'
import type { OrganizationalUnitResolvers } from '../schema.generated.ts'
import { selectionOf } from '../selection.ts'

export const OrganizationalUnit: OrganizationalUnitResolvers = {
  parent: ({ parentId }, _, { load }, info) =>
    parentId === null ? null : load.one(organizationalUnitByKey, { organizationalUnitId: parentId }, selectionOf(info)),

  children: ({ organizationalUnitId }, args, context, info) =>
    connect(context, info, childrenOfUnit, args, {
      of: { organizationalUnitId },
      scope: () => organizationScope,
    }),

  accounts: ({ organizationalUnitId }, { descendants, ...args }, context, info) =>
    connect(context, info, descendants ? accountsBelowUnit : accountsInUnit, args, {
      of: { organizationalUnitId },
      scope: (filter, used) => accountsScope(narrowedTo(filter, 'accountId'), used),
    }),

  coverage: (_row, _, context) => coverageOf(context, organizationScope),
}
