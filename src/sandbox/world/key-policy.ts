/** The policy document of a key, as the console and the EBS User Guide have people write it. */
import { pathOf } from './organization-tree.ts'
import type { World, WorldKey } from './world.ts'

type Statement = {
  Sid: string
  Effect: 'Allow'
  Principal: { AWS: string | string[] }
  Action: string | string[]
  Resource: '*'
  Condition?: Record<string, Record<string, string | string[]>>
}

const use = ['kms:Encrypt', 'kms:Decrypt', 'kms:ReEncrypt*', 'kms:GenerateDataKey*', 'kms:DescribeKey']
const administer = ['kms:Create*', 'kms:Describe*', 'kms:Enable*', 'kms:List*', 'kms:Put*', 'kms:Get*', 'kms:Delete*']

export const keyPolicy = (world: World, key: WorldKey): string =>
  JSON.stringify({ Version: '2012-10-17', Id: 'key-policy', Statement: statements(world, key) }, null, 2)

const statements = (world: World, key: WorldKey): Statement[] => {
  if (key.awsManaged) return [managedByAws(key)]
  const root = `arn:aws:iam::${key.ownerId}:root`
  const own: Statement = key.isClosed
    ? allow('Only key administrators', `arn:aws:iam::${key.ownerId}:role/key-administrator`, administer)
    : allow('Enable IAM User Permissions', root, 'kms:*')
  return [own, ...lettingIn(world, key)]
}

/** AWS lets whoever EBS acts for in the key's own account, and lets nobody change it. */
const managedByAws = ({ region, ownerId }: WorldKey): Statement => ({
  ...allow('Allow access through EBS for all principals in the account that are authorized to use EBS', '*', [
    ...use,
    'kms:CreateGrant',
  ]),
  Condition: { StringEquals: { 'kms:CallerAccount': ownerId, 'kms:ViaService': `ec2.${region}.amazonaws.com` } },
})

const lettingIn = (world: World, key: WorldKey): Statement[] => {
  const accounts = [...key.sharedWith].map(accountId => `arn:aws:iam::${accountId}:root`)
  const paths = [...key.sharedWithUnits].map(unitId => `${pathOf(world.organization, unitId)}*`)
  return [
    ...(accounts.length > 0 ? letIn('accounts', accounts) : []),
    ...(key.sharedWithOrganization
      ? letIn('the organization', '*', { StringEquals: { 'aws:PrincipalOrgID': world.organization.id } })
      : []),
    ...(paths.length > 0
      ? letIn('organizational units', '*', { 'ForAnyValue:StringLike': { 'aws:PrincipalOrgPaths': paths } })
      : []),
    ...(key.isConditional
      ? letIn('tagged roles', '*', { StringEquals: { 'aws:PrincipalTag/image-consumer': 'approved' } })
      : []),
  ]
}

/** Both statements that another account needs: to use the key, and to let EBS use it for an instance. */
const letIn = (
  whom: string,
  principal: string | string[],
  condition?: NonNullable<Statement['Condition']>,
): Statement[] => [
  { ...allow(`Allow use of the key by ${whom}`, principal, use), ...(condition && { Condition: condition }) },
  {
    ...allow(`Allow attachment of persistent resources by ${whom}`, principal, [
      'kms:CreateGrant',
      'kms:ListGrants',
      'kms:RevokeGrant',
    ]),
    Condition: { ...condition, Bool: { 'kms:GrantIsForAWSResource': 'true' } },
  },
]

const allow = (Sid: string, principal: string | string[], Action: string | string[]): Statement => ({
  Sid,
  Effect: 'Allow',
  Principal: { AWS: principal },
  Action,
  Resource: '*',
})
