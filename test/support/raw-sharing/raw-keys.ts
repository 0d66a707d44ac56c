import type { RawAnswers, RawKey } from './raw-answers.ts'

// What a key lets an account do, read from its policy and grants alone (R9).

export type KeyVerdict = 'ALLOWED' | 'DENIED' | 'UNKNOWN'
type Holds = true | false | 'unknown'
type Statement = {
  Principal: { AWS: string | string[] }
  Action: string | string[]
  Condition?: Record<string, Record<string, string | string[]>>
}

const launch = [
  'CreateGrant',
  'Decrypt',
  'DescribeKey',
  'GenerateDataKeyWithoutPlaintext',
  'ReEncryptFrom',
  'ReEncryptTo',
]

export const keyVerdict = (answers: RawAnswers, key: RawKey | undefined, account: string): KeyVerdict => {
  const { policy, grants } = key ?? {}
  if (policy === undefined || grants === undefined) return 'UNKNOWN'
  if (key?.state !== 'Enabled') return 'DENIED'
  const statements: Statement[] = JSON.parse(policy).Statement
  const may = (operation: string): Holds =>
    any([
      ...statements.map(statement => (covers(statement, operation) ? letsIn(answers, statement, account) : false)),
      ...grants.map(({ GranteePrincipal = '', Operations = [] }) =>
        (Operations as string[]).includes(operation) ? isPrincipal(GranteePrincipal, account) : false,
      ),
    ])
  if (may('CreateGrant') === false || may('Decrypt') === false) return 'DENIED'
  return launch.every(operation => may(operation) === true) ? 'ALLOWED' : 'UNKNOWN'
}

const any = (all: Holds[]): Holds => all.includes(true) || (all.includes('unknown') ? 'unknown' : false)
const listed = (value: string | string[]) => [value].flat()

const covers = ({ Action }: Statement, operation: string) =>
  listed(Action).some(action =>
    action.endsWith('*') ? `kms:${operation}`.startsWith(action.slice(0, -1)) : action === `kms:${operation}`,
  )

/** The root of an account stands for the account, a role only for itself. */
const isPrincipal = (arn: string, account: string): Holds => {
  if (arn === '*' || arn === account || arn === `arn:aws:iam::${account}:root`) return true
  return arn.startsWith(`arn:aws:iam::${account}:`) ? 'unknown' : false
}

const letsIn = (answers: RawAnswers, { Principal, Condition = {} }: Statement, account: string): Holds => {
  const conditions = Object.values(Condition).flatMap(keys => Object.entries(keys))
  const all = [
    any(listed(Principal.AWS).map(arn => isPrincipal(arn, account))),
    ...conditions.map(([name, value]) => fulfils(answers, name, listed(value), account)),
  ]
  if (all.includes(false)) return false
  return all.includes('unknown') ? 'unknown' : true
}

const fulfils = ({ organizationId, above }: RawAnswers, name: string, values: string[], account: string): Holds => {
  const units = above.get(account)
  switch (name) {
    // EC2 makes the grant for the instance.
    case 'kms:GrantIsForAWSResource':
      return true
    case 'aws:PrincipalOrgID':
      return units !== undefined && values.includes(organizationId)
    case 'aws:PrincipalOrgPaths':
      return (
        units !== undefined &&
        values.some(path => `${[organizationId, ...units].join('/')}/`.startsWith(path.replace(/\*$/, '')))
      )
    default:
      return 'unknown'
  }
}
