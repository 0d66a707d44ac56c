import { likeOf, wildcard } from '../wildcard.ts'
import type { LaunchOperation, Reach } from './access-rule.ts'
import type { PolicyCondition } from './key-policy.ts'
import { accountOf } from './principal-reach.ts'

/** What a condition of a statement comes to for a launch: met, not met, met by some accounts, or nobody knows. */
export type ConditionOutcome = 'MET' | 'UNMET' | 'UNKNOWN' | Narrowing

/** Met by the accounts in reach; uncertain where it says more than that of them. */
export type Narrowing = {
  readonly reach: Partial<Reach>
  readonly isCertain: boolean
  /** Whether it is met for who is in no organization is not known, because nobody here knows who that is */
  readonly alsoWithoutOrganization?: boolean
}

/** What is known of the request that EC2 makes for a launch. */
export type LaunchRequest = { readonly region: string; readonly operation: LaunchOperation }

type Operator = {
  readonly name: string
  readonly isNegated: boolean
  readonly hasWildcards: boolean
  readonly set: string | undefined
  readonly ifExists: boolean
}

/**
 * AWS: "IAM JSON policy elements: Condition operators", "Condition keys for AWS KMS", "AWS global condition context
 * keys". A key, operator or value that is not handled here is UNKNOWN, never met.
 */
export const conditionOutcome = (
  { operator: text, key, values }: PolicyCondition,
  request: LaunchRequest,
): ConditionOutcome => {
  const operator = parseOperator(text)
  if (operator === null || values.some(value => value.includes('${'))) return 'UNKNOWN'
  const name = key.toLowerCase()
  const known = requestValue(name, request)
  if (known !== undefined) return ofKnownValue(operator, values, known)
  return narrowings[name]?.(operator, values) ?? 'UNKNOWN'
}

const parseOperator = (text: string): Operator | null => {
  const match = /^(?:(ForAnyValue|ForAllValues):)?([A-Za-z]+?)(IfExists)?$/.exec(text)
  if (match === null) return null
  const [, set, given = '', ifExists] = match
  const isNegated = /^(String|Arn)Not/.test(given)
  return {
    name: given.replace('Not', ''),
    isNegated,
    hasWildcards: /Like$|^Arn/.test(given),
    set,
    ifExists: ifExists !== undefined,
  }
}

/** The value that a launch's request has for a key: null where it has none, undefined where nobody here can tell. */
const requestValue = (key: string, { region, operation }: LaunchRequest): string | null | undefined => {
  switch (key) {
    case 'kms:viaservice':
      return `ec2.${region}.amazonaws.com`
    case 'kms:grantisforawsresource':
      return operation === 'CreateGrant' ? 'true' : null
    // KMS has no endpoints without TLS.
    case 'aws:securetransport':
      return 'true'
    default:
      return undefined
  }
}

const ofKnownValue = (operator: Operator, values: readonly string[], known: string | null): ConditionOutcome => {
  const { name, isNegated, ifExists, set } = operator
  if (name === 'Null') return values.includes(String(known === null)) ? 'MET' : 'UNMET'
  if (!['StringEquals', 'StringLike', 'StringEqualsIgnoreCase', 'Bool'].includes(name)) return 'UNKNOWN'
  if (known === null) return isNegated || ifExists || set === 'ForAllValues' ? 'MET' : 'UNMET'
  const isEqual = values.some(value =>
    name === 'StringLike'
      ? wildcard(value).test(known)
      : name === 'StringEquals'
        ? value === known
        : value.toLowerCase() === known.toLowerCase(),
  )
  return isEqual === isNegated ? 'UNMET' : 'MET'
}

type Narrow = (operator: Operator, values: readonly string[]) => ConditionOutcome

const byAccount: Narrow = (operator, values) => {
  const accounts = wholeTexts(operator, values)
  if (accounts === null) return 'UNKNOWN'
  return { reach: operator.isNegated ? { exceptAccounts: accounts } : { accounts }, isCertain: true }
}

const byOrganization: Narrow = (operator, values) => {
  const organizations = wholeTexts(operator, values)
  if (organizations === null) return 'UNKNOWN'
  if (operator.isNegated) return { reach: { exceptOrganizations: organizations }, isCertain: true }
  return {
    reach: { organizations },
    isCertain: true,
    alsoWithoutOrganization: operator.ifExists || operator.set === 'ForAllValues',
  }
}

/** The key has several values, so AWS asks for a set operator; over all values it would also be met by none. */
const byPath: Narrow = ({ name, isNegated, hasWildcards, set, ifExists }, values) => {
  if (set !== 'ForAnyValue' || (name !== 'StringEquals' && name !== 'StringLike')) return 'UNKNOWN'
  const paths = values.map(value => likeOf(value, hasWildcards))
  if (isNegated) return { reach: { exceptPaths: paths }, isCertain: true }
  return { reach: { paths }, isCertain: true, alsoWithoutOrganization: ifExists }
}

/** Roles of some accounts: no other account is meant, but whether one of theirs launches with such a role is open. */
const byPrincipal: Narrow = ({ isNegated, ifExists }, values) => {
  const accounts = values.map(accountOf)
  if (isNegated || ifExists || accounts.includes(null)) return 'UNKNOWN'
  return { reach: { accounts: accounts.filter(account => account !== null) }, isCertain: false }
}

const narrowings: Readonly<Record<string, Narrow>> = {
  'kms:calleraccount': byAccount,
  'aws:principalaccount': byAccount,
  'aws:principalorgid': byOrganization,
  'aws:principalorgpaths': byPath,
  'aws:principalarn': byPrincipal,
}

/** Values that are compared as a whole; null where a wildcard makes more of them. */
const wholeTexts = ({ name, hasWildcards }: Operator, values: readonly string[]): readonly string[] | null => {
  if (name !== 'StringEquals' && name !== 'StringLike') return null
  return hasWildcards && values.some(value => /[*?]/.test(value)) ? null : values
}
