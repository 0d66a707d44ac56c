import { describe, expect, it } from 'vitest'
import { readLaunchPermission } from '../../src/domain/launch-permission.ts'

// EC2 API Reference, LaunchPermission; EC2 User Guide, "Share an AMI with organizations and OUs" (R6).
const organizationArn = 'arn:aws:organizations::111122223333:organization/o-123example'
const unitArn = 'arn:aws:organizations::111122223333:ou/o-123example/ou-1234-5example'

describe('readLaunchPermission', () => {
  it.each([
    ['an account', { UserId: '111122223333' }, 'ACCOUNT', '111122223333', '111122223333'],
    ['everybody', { Group: 'all' }, 'PUBLIC', 'all', 'all'],
    ['an organization', { OrganizationArn: organizationArn }, 'ORGANIZATION', organizationArn, 'o-123example'],
    ['a unit', { OrganizationalUnitArn: unitArn }, 'ORGANIZATIONAL_UNIT', unitArn, 'ou-1234-5example'],
    [
      'a unit whose ARN lacks a part, as it was given',
      { OrganizationalUnitArn: 'arn:aws:organizations:111122223333:ou/o-x/ou-y' },
      'ORGANIZATIONAL_UNIT',
      'arn:aws:organizations:111122223333:ou/o-x/ou-y',
      'ou-y',
    ],
  ])('reads %s', (_case, given, kind, grantee, targetId) => {
    expect(readLaunchPermission(given)).toEqual({ kind, grantee, targetId })
  })

  it('grants nothing through a form that AWS does not document', () => {
    expect(readLaunchPermission({})).toBeNull()
  })
})
