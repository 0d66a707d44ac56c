import type { CreateVolumePermission, LaunchPermission } from '@aws-sdk/client-ec2'
import { unitsAbove } from './organization-tree.ts'
import type { World } from './world.ts'

/** Everyone: the `all` group (R6) */
export const everyone = 'all'

export const accountPrincipal = (accountId: string): string => `account ${accountId}`

/** One text for whom a permission names, the key of the indexes by principal; ARNs as they were given. */
export const principalOf = (permission: LaunchPermission | CreateVolumePermission): string => {
  if (permission.Group !== undefined) return permission.Group
  if (permission.UserId !== undefined) return accountPrincipal(permission.UserId)
  if ('OrganizationArn' in permission && permission.OrganizationArn !== undefined) return permission.OrganizationArn
  if ('OrganizationalUnitArn' in permission && permission.OrganizationalUnitArn !== undefined)
    return permission.OrganizationalUnitArn
  return ''
}

/**
 * The principals that stand for an account besides everyone: itself, and, for a member, the organization and every
 * organizational unit above it (R6).
 */
export const principalsFor = (world: World, accountId: string): string[] => {
  const account = world.accounts.get(accountId)
  if (account === undefined) return [accountPrincipal(accountId)]
  const units = unitsAbove(world.organization, account.parentId).map(unit => unit.arn)
  return [accountPrincipal(accountId), world.organization.arn, ...units]
}
