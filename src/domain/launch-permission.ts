import type { LaunchPermission } from './facts.ts'

/** A launch permission as EC2 gives it: exactly one member is set (ec2 API Reference, LaunchPermission). */
export type GivenPermission = {
  UserId?: string | undefined
  Group?: string | undefined
  OrganizationArn?: string | undefined
  OrganizationalUnitArn?: string | undefined
}

/**
 * (R6) Names what a permission grants to. ARNs are kept as they were given; only their last part is compared with an
 * account's place in the organization, so that an ARN with a part missing still names the same target.
 * Returns null for a permission of a form that AWS does not document: there is nothing it could grant.
 */
export function readLaunchPermission(given: GivenPermission): LaunchPermission | null {
  if (given.Group !== undefined) return { kind: 'PUBLIC', grantee: given.Group, targetId: given.Group }
  if (given.UserId !== undefined) return { kind: 'ACCOUNT', grantee: given.UserId, targetId: given.UserId }
  if (given.OrganizationArn !== undefined) return arnPermission('ORGANIZATION', given.OrganizationArn)
  if (given.OrganizationalUnitArn !== undefined)
    return arnPermission('ORGANIZATIONAL_UNIT', given.OrganizationalUnitArn)
  return null
}

function arnPermission(kind: 'ORGANIZATION' | 'ORGANIZATIONAL_UNIT', arn: string): LaunchPermission {
  return { kind, grantee: arn, targetId: arn.slice(arn.lastIndexOf('/') + 1) }
}
