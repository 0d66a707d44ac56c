import { wildcard } from '../wildcard.ts'
import { type AccessRule, everyone, type LaunchOperation, launchOperations, type Reach } from './access-rule.ts'
import { type ConditionOutcome, conditionOutcome, type Narrowing } from './condition.ts'
import { type PolicyStatement, parseKeyPolicy } from './key-policy.ts'
import { granteeReach, principalReach, type Reached } from './principal-reach.ts'

/** A key as KMS describes it, as far as access to it goes. */
export type DescribedKey = {
  readonly keyArn: string
  readonly accountId: string
  readonly region: string
  /** AWS or CUSTOMER; null where the key could not be described */
  readonly manager: string | null
  /** In the API's spelling; null where the key could not be described */
  readonly state: string | null
  /** The policy's JSON; null where it could not be read, and for keys that AWS manages */
  readonly policy: string | null
  /** Null where they could not be listed */
  readonly grants: readonly KeyGrant[] | null
}

/** A grant on a key, as ListGrants has it. */
export type KeyGrant = {
  readonly granteePrincipal: string | null
  readonly operations: readonly string[]
  /** Whether it holds only for some encryption contexts */
  readonly isConstrained: boolean
}

/**
 * (R9) The rules by which a key lets accounts launch with it. What is not known of the key makes rules that are not
 * certain. What the accounts' own policies, or organization policies, say besides is not the key's to tell.
 */
export const accessRules = (key: DescribedKey): AccessRule[] =>
  key.manager === 'AWS'
    ? [forOwnAccount(key)]
    : merged([...rulesOfState(key), ...rulesOfPolicy(key), ...rulesOfGrants(key)])

/** The policy of the AWS managed key for EBS lets the own account's EC2 use it, and cannot be changed. */
const forOwnAccount = ({ accountId }: DescribedKey): AccessRule => ({
  effect: 'ALLOW',
  isCertain: true,
  operations: launchOperations,
  ...everyone,
  accounts: [accountId],
})

/** AWS: "Key states of AWS KMS keys": in these nobody can decrypt; a key that is gone decrypts nothing either. */
const unusable = [
  'CREATING',
  'DISABLED',
  'PENDING_DELETION',
  'PENDING_IMPORT',
  'PENDING_REPLICA_DELETION',
  'UNAVAILABLE',
  'NOT_FOUND',
]

const rulesOfState = ({ state }: DescribedKey): AccessRule[] =>
  state === null || state === 'ENABLED' || state === 'UPDATING'
    ? []
    : [{ effect: 'DENY', isCertain: unusable.includes(state), operations: launchOperations, ...everyone }]

const rulesOfPolicy = ({ keyArn, region, policy }: DescribedKey): AccessRule[] => {
  const statements = policy === null ? null : parseKeyPolicy(policy)
  if (statements === null) return [anything]
  return launchOperations.flatMap(operation =>
    statements.flatMap(statement => rulesOf(statement, { keyArn, region, operation })),
  )
}

const rulesOfGrants = ({ grants }: DescribedKey): AccessRule[] =>
  grants === null ? [anything] : grants.flatMap(rulesOfGrant)

/** Stands for what could not be read: it may let anybody in. */
const anything: AccessRule = { effect: 'ALLOW', isCertain: false, operations: launchOperations, ...everyone }

type Request = { readonly keyArn: string; readonly region: string; readonly operation: LaunchOperation }

const rulesOf = (statement: PolicyStatement, request: Request): AccessRule[] => {
  const applies = [actionApplies(statement, request.operation), resourceApplies(statement, request.keyArn)]
  if (applies.includes(false)) return []
  const outcomes = statement.conditions.map(condition => conditionOutcome(condition, request))
  if (outcomes.includes('UNMET')) return []
  return principalReach(statement)
    .flatMap(reached => narrow({ ...reached, isCertain: reached.isCertain && !applies.includes(null) }, outcomes))
    .map(({ reach, isCertain }) => ({
      effect: statement.effect,
      isCertain,
      operations: [request.operation],
      ...reach,
    }))
}

const actionApplies = ({ actions, notActions }: PolicyStatement, operation: LaunchOperation): boolean | null => {
  const isNamed = (names: readonly string[]) => names.some(name => wildcard(name, 'i').test(`kms:${operation}`))
  if (actions) return isNamed(actions)
  return notActions ? !isNamed(notActions) : null
}

/** In a key policy `*` is the key itself. */
const resourceApplies = ({ resources }: PolicyStatement, keyArn: string): boolean | null =>
  resources ? resources.some(resource => wildcard(resource).test(keyArn)) : null

/** A statement's reach under all of its conditions: usually one, two where a condition may also hold for outsiders. */
const narrow = (reached: Reached, outcomes: readonly ConditionOutcome[]): Reached[] =>
  outcomes.reduce<Reached[]>(
    (alternatives, outcome) =>
      alternatives.flatMap(alternative => {
        if (typeof outcome === 'string')
          return [{ ...alternative, isCertain: alternative.isCertain && outcome === 'MET' }]
        return alternativesOf(outcome).map(narrowing => both(alternative, narrowing))
      }),
    [reached],
  )

const alternativesOf = (narrowing: Narrowing): Narrowing[] => {
  if (!narrowing.alsoWithoutOrganization) return [narrowing]
  const { organizations, paths } = narrowing.reach
  return [
    narrowing,
    { reach: { exceptOrganizations: organizations ?? null, exceptPaths: paths ?? null }, isCertain: false },
  ]
}

/** What two reaches have in common; uncertain where one list cannot say it. */
const both = ({ reach, isCertain }: Reached, narrowing: Narrowing): Reached => {
  const { accounts, exceptAccounts, organizations, exceptOrganizations, paths, exceptPaths } = {
    ...everyone,
    ...narrowing.reach,
  }
  return {
    isCertain: isCertain && narrowing.isCertain && (reach.paths === null || paths === null),
    reach: {
      accounts: common(reach.accounts, accounts),
      exceptAccounts: together(reach.exceptAccounts, exceptAccounts),
      organizations: common(reach.organizations, organizations),
      exceptOrganizations: together(reach.exceptOrganizations, exceptOrganizations),
      paths: reach.paths ?? paths,
      exceptPaths: together(reach.exceptPaths, exceptPaths),
    },
  }
}

type List = readonly string[] | null

const common = (left: List, right: List): List =>
  left === null || right === null ? (left ?? right) : left.filter(item => right.includes(item))

const together = (left: List, right: List): List =>
  left === null || right === null ? (left ?? right) : [...new Set([...left, ...right])]

/**
 * AWS: "Grants in AWS KMS": the grantee is an account, or a role or user of one. Grants that EC2 itself made for a
 * volume that is attached are that instance's, and let nobody launch another.
 */
const rulesOfGrant = ({ granteePrincipal, operations, isConstrained }: KeyGrant): AccessRule[] => {
  if (granteePrincipal === null || /:assumed-role\/aws:ec2-infrastructure\//.test(granteePrincipal)) return []
  const granted = launchOperations.filter(operation => operations.includes(operation))
  if (granted.length === 0) return []
  return granteeReach(granteePrincipal).map(({ reach, isCertain }) => ({
    effect: 'ALLOW',
    isCertain: isCertain && !isConstrained,
    operations: granted,
    ...reach,
  }))
}

/** Rules that differ in their operations alone, as one. */
const merged = (rules: readonly AccessRule[]): AccessRule[] => {
  const operations = new Map<string, LaunchOperation[]>()
  for (const { operations: some, ...rest } of rules) {
    const key = JSON.stringify(rest)
    operations.set(key, [...(operations.get(key) ?? []), ...some])
  }
  return [...operations].map(([key, names]) => ({
    ...(JSON.parse(key) as Reach & Pick<AccessRule, 'effect' | 'isCertain'>),
    operations: launchOperations.filter(name => names.includes(name)),
  }))
}
