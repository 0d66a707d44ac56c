import { formatNodeId } from '../../domain/node-id.ts'
import type { NamedAccount } from './named-accounts.ts'

/**
 * Stands for an account without a row: one that is not a member of the organization, or one that the viewer may not see.
 * Nothing but its ID, and whether it is a member, is known.
 */
export const outsideAccount = ({
  accountId,
  inOrganization,
  isManagementAccount,
}: Pick<NamedAccount, 'accountId' | 'inOrganization' | 'isManagementAccount'>) => ({
  id: formatNodeId('Account', accountId),
  accountId,
  inOrganization,
  isManagementAccount,
  organizationalUnitId: null,
})
