import type { DescribedKey, KeyGrant } from '../../../src/domain/kms/access-rules.ts'
import type { KeyAccess, KeyUser } from '../../../src/domain/kms/key-access.ts'

export const organizationId = 'o-main000001'
export const owner = '100000000002'
export const appA = '100000000003'
export const appB = '100000000004'
export const outsider = '900000000009'
export const region = 'eu-central-1'
export const keyArn = `arn:aws:kms:${region}:${owner}:key/11111111-2222-3333-4444-555555555555`

/** What is above each member account. */
export const ancestors: Readonly<Record<string, readonly string[]>> = {
  [owner]: ['r-main'],
  [appA]: ['r-main', 'ou-main-work0000', 'ou-main-prod0000'],
  [appB]: ['r-main', 'ou-main-work0000'],
}

export const user = (accountId: string): KeyUser => ({
  accountId,
  membership: ancestors[accountId] ? { path: `${[organizationId, ...ancestors[accountId]].join('/')}/` } : null,
  organizationId,
})

type Statement = Record<string, unknown>
type Verdicts = Partial<Record<string, KeyAccess['verdict']>>

export type Case = {
  readonly name: string
  /** The title of the AWS document that says so */
  readonly document: string
  readonly key: DescribedKey
  /** By account */
  readonly expected: Verdicts
  readonly reason?: KeyAccess['reason']
}

const root = (account: string) => `arn:aws:iam::${account}:root`
const role = (account: string, name = 'deploy') => `arn:aws:iam::${account}:role/${name}`

const use = ['kms:Decrypt', 'kms:DescribeKey', 'kms:Encrypt', 'kms:GenerateDataKey*', 'kms:ReEncrypt*']
const administration: Statement = { Effect: 'Allow', Principal: { AWS: root(owner) }, Action: 'kms:*', Resource: '*' }
const allow = (principal: unknown, more: Statement = {}): Statement => ({
  Effect: 'Allow',
  Principal: principal,
  Action: [...use, 'kms:CreateGrant'],
  Resource: '*',
  ...more,
})
const deny = (more: Statement): Statement => ({ Effect: 'Deny', Action: 'kms:*', Resource: '*', ...more })
const when = (operator: string, key: string, value: unknown): Statement => ({
  Condition: { [operator]: { [key]: value } },
})

const enabled = { keyArn, accountId: owner, region, manager: 'CUSTOMER', state: 'ENABLED' }

const policyOf = (statements: readonly Statement[]) =>
  JSON.stringify({ Version: '2012-10-17', Statement: [administration, ...statements] })

const of = (
  document: string,
  name: string,
  statements: readonly Statement[],
  expected: Verdicts,
  more: { grants?: KeyGrant[] | null; reason?: KeyAccess['reason'] } = {},
): Case => ({
  name,
  document,
  key: { ...enabled, policy: policyOf(statements), grants: more.grants === undefined ? [] : more.grants },
  expected,
  ...(more.reason && { reason: more.reason }),
})

const grant = (granteePrincipal: string, operations: string[], isConstrained = false): KeyGrant => ({
  granteePrincipal,
  operations,
  isConstrained,
})
const everything = [
  'CreateGrant',
  'Decrypt',
  'DescribeKey',
  'GenerateDataKeyWithoutPlaintext',
  'ReEncryptFrom',
  'ReEncryptTo',
]

const crossAccount = 'Allowing users in other accounts to use a KMS key'
const defaultPolicy = 'Default key policy'
const ebs = 'Share the KMS key used to encrypt a shared Amazon EBS snapshot'
const principals = 'AWS JSON policy elements: Principal'
const notPrincipals = 'AWS JSON policy elements: NotPrincipal'
const operators = 'IAM JSON policy elements: Condition operators'
const globalKeys = 'AWS global condition context keys'
const kmsKeys = 'AWS KMS condition keys'
const logic = 'Policy evaluation logic'
const grants = 'Grants in AWS KMS'

const inOrganization = when('StringEquals', 'aws:PrincipalOrgID', organizationId)
const onPath = (operator: string, path: string) => when(operator, 'aws:PrincipalOrgPaths', [path])
const production = `${organizationId}/r-main/ou-main-work0000/ou-main-prod0000/`
const aws = { AWS: '*' }

export const cases: readonly Case[] = [
  of(defaultPolicy, 'the default policy lets the own account in, no other', [], {
    [owner]: 'ALLOWED',
    [appA]: 'DENIED',
    [outsider]: 'DENIED',
  }),
  of(crossAccount, 'the root of another account stands for the account', [allow({ AWS: root(appA) })], {
    [appA]: 'ALLOWED',
    [appB]: 'DENIED',
  }),
  of(principals, 'an account ID is its root', [allow({ AWS: [appA, outsider] })], {
    [appA]: 'ALLOWED',
    [outsider]: 'ALLOWED',
    [appB]: 'DENIED',
  }),
  of(crossAccount, 'a role of another account: who launches decides', [allow({ AWS: role(appA) })], {
    [appA]: 'UNKNOWN',
    [appB]: 'DENIED',
  }),
  of(
    principals,
    'a session of a role is as good as the role',
    [allow({ AWS: `arn:aws:sts::${appA}:assumed-role/a/b` })],
    {
      [appA]: 'UNKNOWN',
      [appB]: 'DENIED',
    },
  ),
  of(principals, 'the unique ID of a deleted role lets nobody in', [allow({ AWS: 'AROA1234567890ABCDEFG' })], {
    [appA]: 'DENIED',
  }),
  of(principals, 'everybody', [allow('*')], { [appA]: 'ALLOWED', [outsider]: 'ALLOWED' }),
  of(principals, 'everybody, the other way to write it', [allow(aws)], { [appA]: 'ALLOWED', [outsider]: 'ALLOWED' }),
  of(principals, 'a service uses the key for itself, not for a launch', [allow({ Service: 'ec2.amazonaws.com' })], {
    [appA]: 'DENIED',
  }),
  of(principals, 'federated principals are not accounts', [allow({ Federated: 'cognito-identity.amazonaws.com' })], {
    [appA]: 'UNKNOWN',
  }),
  of(
    principals,
    'an ARN of another partition is an account, too',
    [allow({ AWS: `arn:aws-us-gov:iam::${appA}:root` })],
    {
      [appA]: 'ALLOWED',
    },
  ),

  of(
    ebs,
    'use and grants in two statements, as AWS shows it',
    [
      { Effect: 'Allow', Principal: { AWS: root(appA) }, Action: use, Resource: '*' },
      {
        Effect: 'Allow',
        Principal: { AWS: root(appA) },
        Action: ['kms:CreateGrant', 'kms:ListGrants', 'kms:RevokeGrant'],
        Resource: '*',
        ...when('Bool', 'kms:GrantIsForAWSResource', 'true'),
      },
    ],
    { [appA]: 'ALLOWED', [appB]: 'DENIED' },
  ),
  of(
    kmsKeys,
    'kms:GrantIsForAWSResource is not in a request to decrypt',
    [allow({ AWS: root(appA) }, when('Bool', 'kms:GrantIsForAWSResource', true))],
    { [appA]: 'DENIED' },
  ),
  of(
    operators,
    '… unless IfExists says that it need not be',
    [allow({ AWS: root(appA) }, when('BoolIfExists', 'kms:GrantIsForAWSResource', true))],
    { [appA]: 'ALLOWED' },
  ),
  of(ebs, 'without CreateGrant the launch dies', [allow({ AWS: root(appA) }, { Action: use })], { [appA]: 'DENIED' }),
  of(ebs, 'without Decrypt, too', [allow({ AWS: root(appA) }, { Action: ['kms:CreateGrant', 'kms:DescribeKey'] })], {
    [appA]: 'DENIED',
  }),
  of(
    'Requirements for Amazon EBS encryption',
    'some of what AWS documents as needed is missing',
    [allow({ AWS: root(appA) }, { Action: ['kms:CreateGrant', 'kms:Decrypt', 'kms:DescribeKey'] })],
    { [appA]: 'UNKNOWN' },
    {},
  ),
  of(
    'IAM JSON policy elements: Action',
    'actions are compared without case, with wildcards',
    [allow({ AWS: root(appA) }, { Action: 'KMS:*' })],
    { [appA]: 'ALLOWED' },
  ),
  of(
    'IAM JSON policy elements: NotAction',
    'NotAction allows all others',
    [allow({ AWS: root(appA) }, { Action: undefined, NotAction: 'kms:ScheduleKeyDeletion' })],
    { [appA]: 'ALLOWED' },
  ),
  of(
    'IAM JSON policy elements: NotAction',
    'NotAction leaves out what it names',
    [allow({ AWS: root(appA) }, { Action: undefined, NotAction: 'kms:Create*' })],
    { [appA]: 'DENIED' },
  ),
  of(
    'Resource element in a key policy',
    'a statement about another key says nothing of this one',
    [allow({ AWS: root(appA) }, { Resource: `arn:aws:kms:${region}:${owner}:key/other` })],
    { [appA]: 'DENIED' },
  ),
  of(
    'Resource element in a key policy',
    'a key named by its own ARN',
    [allow({ AWS: root(appA) }, { Resource: keyArn })],
    {
      [appA]: 'ALLOWED',
    },
  ),

  of(globalKeys, 'everybody in the organization', [allow(aws, inOrganization)], {
    [appA]: 'ALLOWED',
    [outsider]: 'DENIED',
  }),
  of(
    globalKeys,
    'everybody in another organization: of an outsider nobody here knows whether it is in it',
    [allow(aws, when('StringEquals', 'aws:PrincipalOrgID', 'o-other00001'))],
    { [appA]: 'DENIED', [outsider]: 'UNKNOWN' },
  ),
  of(operators, 'an organization by a pattern', [allow(aws, when('StringLike', 'aws:PrincipalOrgID', 'o-main*'))], {
    [appA]: 'UNKNOWN',
    [outsider]: 'UNKNOWN',
  }),
  of(
    operators,
    'IfExists also lets in who is in no organization at all',
    [allow(aws, when('StringEqualsIfExists', 'aws:PrincipalOrgID', organizationId))],
    { [appA]: 'ALLOWED', [outsider]: 'UNKNOWN' },
  ),
  of(globalKeys, 'a unit and all below it', [allow(aws, onPath('ForAnyValue:StringLike', `${production}*`))], {
    [appA]: 'ALLOWED',
    [appB]: 'DENIED',
    [outsider]: 'DENIED',
  }),
  of(
    globalKeys,
    'directly in a unit, not below it',
    [allow(aws, onPath('ForAnyValue:StringEquals', `${organizationId}/r-main/ou-main-work0000/`))],
    { [appA]: 'DENIED', [appB]: 'ALLOWED' },
  ),
  of(
    globalKeys,
    'one unit among several paths; a question mark is one character',
    [allow(aws, when('ForAnyValue:StringLike', 'aws:PrincipalOrgPaths', ['o-x/*', `${organizationId}/r-mai?/ou-*`]))],
    { [appA]: 'ALLOWED', [appB]: 'ALLOWED', [owner]: 'ALLOWED', [outsider]: 'UNKNOWN' },
  ),
  of(operators, 'all values: also met by none', [allow(aws, onPath('ForAllValues:StringLike', `${production}*`))], {
    [appA]: 'UNKNOWN',
    [appB]: 'UNKNOWN',
  }),
  of(operators, 'several values without a set operator', [allow(aws, onPath('StringLike', `${production}*`))], {
    [appA]: 'UNKNOWN',
  }),
  of(
    kmsKeys,
    'everybody whose call comes from these accounts',
    [allow(aws, when('StringEquals', 'kms:CallerAccount', [appA]))],
    {
      [appA]: 'ALLOWED',
      [appB]: 'DENIED',
    },
  ),
  of(
    globalKeys,
    'an account by both, its ID and its organization',
    [
      allow(aws, {
        Condition: { StringEquals: { 'aws:PrincipalAccount': [appA, outsider], 'aws:PrincipalOrgID': organizationId } },
      }),
    ],
    { [appA]: 'ALLOWED', [outsider]: 'DENIED', [appB]: 'DENIED' },
  ),
  of(
    kmsKeys,
    'through EC2 alone, which a launch is',
    [allow(aws, when('StringEquals', 'kms:ViaService', `ec2.${region}.amazonaws.com`))],
    {
      [appA]: 'ALLOWED',
    },
  ),
  of(kmsKeys, 'through EC2 in any Region', [allow(aws, when('StringLike', 'kms:ViaService', 'ec2.*.amazonaws.com'))], {
    [appA]: 'ALLOWED',
  }),
  of(
    kmsKeys,
    'through another service, or EC2 elsewhere',
    [
      allow(
        aws,
        when('StringEquals', 'kms:ViaService', ['s3.eu-central-1.amazonaws.com', 'ec2.us-east-1.amazonaws.com']),
      ),
    ],
    { [appA]: 'DENIED' },
  ),
  of(
    defaultPolicy,
    'what AWS writes for its managed key: the own account through EC2',
    [
      allow(aws, {
        Condition: { StringEquals: { 'kms:CallerAccount': owner, 'kms:ViaService': `ec2.${region}.amazonaws.com` } },
      }),
    ],
    { [owner]: 'ALLOWED', [appA]: 'DENIED' },
  ),
  of(
    globalKeys,
    'roles by pattern, of one account',
    [allow(aws, when('ArnLike', 'aws:PrincipalArn', role(appA, '*')))],
    {
      [appA]: 'UNKNOWN',
      [appB]: 'DENIED',
    },
  ),
  of(globalKeys, 'roles of any account', [allow(aws, when('ArnLike', 'aws:PrincipalArn', 'arn:aws:iam::*:role/x'))], {
    [appA]: 'UNKNOWN',
  }),
  of(operators, 'a key that is not handled here', [allow(aws, when('StringEquals', 'aws:PrincipalTag/team', 'a'))], {
    [appA]: 'UNKNOWN',
  }),
  of(kmsKeys, 'one volume', [allow(aws, when('StringEquals', 'kms:EncryptionContext:aws:ebs:id', 'vol-1'))], {
    [appA]: 'UNKNOWN',
  }),
  of(operators, 'an operator that is not handled here', [allow(aws, when('StringSounds', 'kms:CallerAccount', appA))], {
    [appA]: 'UNKNOWN',
  }),
  of(
    'IAM policy elements: Variables and tags',
    'a policy variable',
    [allow(aws, when('StringEquals', 'aws:PrincipalOrgID', `$\{aws:ResourceOrgID}`))],
    { [appA]: 'UNKNOWN' },
  ),
  of(operators, 'a key that has to be missing, but is there', [allow(aws, when('Null', 'kms:ViaService', 'true'))], {
    [appA]: 'DENIED',
  }),

  of(
    logic,
    'an explicit Deny wins',
    [allow(aws, inOrganization), deny({ Principal: { AWS: root(appA) } })],
    {
      [appA]: 'DENIED',
      [appB]: 'ALLOWED',
    },
    { reason: 'EXPLICITLY_DENIED' },
  ),
  of(
    globalKeys,
    'a Deny for all outside the organization',
    [allow(aws), deny({ Principal: '*', ...when('StringNotEquals', 'aws:PrincipalOrgID', organizationId) })],
    { [appA]: 'ALLOWED', [outsider]: 'DENIED' },
  ),
  of(
    globalKeys,
    'a Deny for all outside another organization hits ours',
    [allow(aws), deny({ Principal: '*', ...when('StringNotEquals', 'aws:PrincipalOrgID', 'o-other00001') })],
    { [appA]: 'DENIED', [outsider]: 'UNKNOWN' },
  ),
  of(
    kmsKeys,
    'a Deny for all accounts but some',
    [allow(aws), deny({ Principal: '*', ...when('StringNotEquals', 'kms:CallerAccount', [owner, appA]) })],
    { [appA]: 'ALLOWED', [appB]: 'DENIED', [owner]: 'ALLOWED' },
  ),
  of(
    globalKeys,
    'a Deny for all but a unit',
    [allow(aws), deny({ Principal: '*', ...onPath('ForAnyValue:StringNotLike', `${production}*`) })],
    { [appA]: 'ALLOWED', [appB]: 'DENIED', [outsider]: 'DENIED' },
  ),
  of(logic, 'a Deny for one role leaves the others', [allow(aws), deny({ Principal: { AWS: role(appA) } })], {
    [appA]: 'UNKNOWN',
    [appB]: 'ALLOWED',
  }),
  of(
    logic,
    'a Deny under a condition that is not known',
    [allow(aws), deny({ Principal: '*', ...when('IpAddress', 'aws:SourceIp', '10.0.0.0/8') })],
    {
      [appA]: 'UNKNOWN',
    },
  ),
  of(
    logic,
    'a Deny of what a launch does not need',
    [allow(aws), deny({ Principal: '*', Action: 'kms:ScheduleKeyDeletion' })],
    {
      [appA]: 'ALLOWED',
    },
  ),
  of(logic, 'a Deny of what not every launch needs', [allow(aws), deny({ Principal: '*', Action: 'kms:ReEncrypt*' })], {
    [appA]: 'UNKNOWN',
  }),
  of(
    'Infrastructure security in AWS KMS',
    'a Deny without TLS never holds',
    [allow(aws), deny({ Principal: '*', ...when('Bool', 'aws:SecureTransport', 'false') })],
    { [appA]: 'ALLOWED' },
  ),
  of(
    kmsKeys,
    'a Deny of grants that are not for AWS leaves those of a launch',
    [
      allow(aws),
      deny({ Principal: '*', Action: 'kms:CreateGrant', ...when('Bool', 'kms:GrantIsForAWSResource', 'false') }),
    ],
    { [appA]: 'ALLOWED' },
  ),
  of(
    notPrincipals,
    'a Deny for all but an account hits every other; in it, it depends',
    [allow(aws), deny({ NotPrincipal: { AWS: [root(appA), role(appA)] } })],
    { [appA]: 'UNKNOWN', [appB]: 'DENIED', [outsider]: 'DENIED' },
  ),
  of(
    notPrincipals,
    'an Allow for all but an account is not relied on',
    [allow(undefined, { NotPrincipal: { AWS: root(appB) } })],
    {
      [appA]: 'UNKNOWN',
    },
  ),

  of(
    grants,
    'a grant to an account',
    [],
    { [appA]: 'ALLOWED', [appB]: 'DENIED' },
    { grants: [grant(root(appA), everything)] },
  ),
  of(
    grants,
    'a grant to a role of it, as for Auto Scaling',
    [],
    { [appA]: 'UNKNOWN', [appB]: 'DENIED' },
    {
      grants: [grant(role(appA, 'aws-service-role/autoscaling.amazonaws.com/x'), everything)],
    },
  ),
  of(
    grants,
    'a grant for one encryption context',
    [],
    { [appA]: 'UNKNOWN' },
    { grants: [grant(root(appA), everything, true)] },
  ),
  of(grants, 'a grant of too little', [], { [appA]: 'DENIED' }, { grants: [grant(root(appA), ['Decrypt'])] }),
  of(
    grants,
    'policy and grant together',
    [allow({ AWS: root(appA) }, { Action: use })],
    { [appA]: 'ALLOWED' },
    {
      grants: [grant(root(appA), ['CreateGrant'])],
    },
  ),
  of(
    grants,
    'a grant that EC2 made for a volume',
    [],
    { [appA]: 'DENIED' },
    {
      grants: [grant(`arn:aws:sts::${appA}:assumed-role/aws:ec2-infrastructure/i-1`, everything)],
    },
  ),
  of(
    grants,
    'a grant to a service',
    [],
    { [appA]: 'DENIED' },
    { grants: [grant('rds.eu-central-1.amazonaws.com', everything)] },
  ),
  of(
    grants,
    'an explicit Deny in the policy wins over a grant',
    [deny({ Principal: { AWS: root(appA) } })],
    { [appA]: 'DENIED' },
    {
      grants: [grant(root(appA), everything)],
    },
  ),
  of(grants, 'grants that could not be listed', [], { [owner]: 'ALLOWED', [appA]: 'UNKNOWN' }, { grants: null }),
  ...[
    ['DISABLED', 'DENIED'],
    ['PENDING_DELETION', 'DENIED'],
    ['UNAVAILABLE', 'DENIED'],
    ['UPDATING', 'ALLOWED'],
    ['OTHER', 'UNKNOWN'],
  ].map(
    ([state = '', verdict]): Case => ({
      name: `a key that is ${state}`,
      document: 'Key states of AWS KMS keys',
      key: { ...enabled, state, policy: policyOf([allow(aws)]), grants: [] },
      expected: { [owner]: verdict as KeyAccess['verdict'], [appA]: verdict as KeyAccess['verdict'] },
    }),
  ),
  {
    name: 'the AWS managed key is for the own account alone, and nobody can change that',
    document: 'AWS managed keys',
    key: { ...enabled, manager: 'AWS', policy: null, grants: [] },
    expected: { [owner]: 'ALLOWED', [appA]: 'DENIED', [outsider]: 'DENIED' },
  },
  {
    name: 'a policy that could not be read',
    document: 'GetKeyPolicy',
    key: { ...enabled, policy: null, grants: [] },
    expected: { [owner]: 'UNKNOWN', [appA]: 'UNKNOWN' },
    reason: 'NOT_DECIDED',
  },
  ...['{', '[]', '{"Statement": ["x"]}', '{"Statement": {"Effect": "Perhaps"}}'].map(
    (policy): Case => ({
      name: `what is no policy: ${policy}`,
      document: 'IAM JSON policy elements reference',
      key: { ...enabled, policy, grants: [] },
      expected: { [owner]: 'UNKNOWN' },
      reason: 'NOT_DECIDED',
    }),
  ),
]
