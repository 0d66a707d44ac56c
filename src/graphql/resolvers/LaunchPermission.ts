import { organizationalUnitByKey } from '../../db/organizational-units/organizational-unit.ts'
import { loadAccount } from '../load-account.ts'
import type { LaunchPermissionResolvers } from '../schema.generated.ts'
import { selectionOf } from '../selection.ts'

export const LaunchPermission: LaunchPermissionResolvers = {
  account: ({ kind, targetId }, _, context, info) => (kind === 'ACCOUNT' ? loadAccount(context, targetId, info) : null),

  organizationalUnit: ({ kind, targetId }, _, { load }, info) =>
    kind === 'ORGANIZATIONAL_UNIT'
      ? load.one(organizationalUnitByKey, { organizationalUnitId: targetId }, selectionOf(info))
      : null,
}
