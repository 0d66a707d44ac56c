import { AwsError, type CallContext } from '../../call.ts'

/** Any account of the organization may go on. */
export const requireMember = ({ world, caller }: CallContext): void => {
  if (!world.accounts.has(caller.accountId))
    throw new AwsError('AWSOrganizationsNotInUseException', 'Your account is not a member of an organization.')
}

/** Only the management account and delegated administrators may look at the accounts and the tree. */
export const requireAdministrator = (context: CallContext): void => {
  requireMember(context)
  const { organization } = context.world
  const { accountId } = context.caller
  if (accountId !== organization.managementAccountId && !organization.delegatedAdministrators.has(accountId))
    throw new AwsError('AccessDeniedException', "You don't have permissions to access this resource.")
}
