import { like } from '../wildcard.ts'
import { type AccessRule, essentialOperations, type LaunchOperation, launchOperations } from './access-rule.ts'
import { accessRules, type DescribedKey } from './access-rules.ts'

/** Who wants to use a key. */
export type KeyUser = {
  readonly accountId: string
  /** Null: not a member of the organization, so that what else it is a member of is not known */
  readonly membership: { readonly path: string } | null
  /** The organization that memberships are of */
  readonly organizationId: string
}

/** ALLOWED: the key lets the account in, so that the account's own policies decide who in it launches. */
export type KeyVerdict = 'ALLOWED' | 'DENIED' | 'UNKNOWN'

export type KeyAccess = {
  readonly verdict: KeyVerdict
  readonly reason: 'ALL_ALLOWED' | 'NOT_DECIDED' | 'NOT_ALLOWED' | 'EXPLICITLY_DENIED'
  /** What is not certainly allowed */
  readonly operations: readonly LaunchOperation[]
}

/** (R9) Whether a key lets an account launch what it encrypts. */
export const keyAccess = (key: DescribedKey, user: KeyUser): KeyAccess => accessByRules(accessRules(key), user)

/** The same by a key's rules. Never ALLOWED where one leaves it open. */
const accessByRules = (rules: readonly AccessRule[], user: KeyUser): KeyAccess => {
  const states = launchOperations.map(operation => ({ operation, ...stateOf(operation, rules, user) }))
  const operations = states.filter(({ allowed }) => allowed !== true).map(({ operation }) => operation)
  const refused = states.filter(
    ({ operation, allowed }) => allowed === false && essentialOperations.includes(operation),
  )
  if (refused.length > 0) {
    const reason = refused.some(({ isExplicit }) => isExplicit) ? 'EXPLICITLY_DENIED' : 'NOT_ALLOWED'
    return { verdict: 'DENIED', reason, operations }
  }
  return operations.length === 0
    ? { verdict: 'ALLOWED', reason: 'ALL_ALLOWED', operations }
    : { verdict: 'UNKNOWN', reason: 'NOT_DECIDED', operations }
}

/** True, false, or null where it is not known. */
type Truth = boolean | null

const stateOf = (operation: LaunchOperation, rules: readonly AccessRule[], user: KeyUser) => {
  const applying = (effect: AccessRule['effect']) =>
    some(
      rules
        .filter(rule => rule.effect === effect && rule.operations.includes(operation))
        .map(rule => (rule.isCertain ? applies(rule, user) : (applies(rule, user) ?? true) && null)),
    )
  const denied = applying('DENY')
  return { allowed: every([applying('ALLOW'), not(denied)]), isExplicit: denied === true }
}

const applies = (rule: AccessRule, { accountId, membership, organizationId }: KeyUser): Truth => {
  const isInOrganization = (ids: readonly string[]): Truth =>
    membership ? ids.includes(organizationId) : ids.every(id => id === organizationId) ? false : null
  const isOnPath = (patterns: readonly string[]): Truth =>
    membership
      ? patterns.some(pattern => like(pattern).test(membership.path))
      : patterns.every(pattern => pattern.startsWith(`${organizationId}/`))
        ? false
        : null
  const given = <Value>(list: readonly Value[] | null, test: (list: readonly Value[]) => Truth) =>
    list === null ? true : test(list)
  return every([
    given(rule.accounts, ids => ids.includes(accountId)),
    given(rule.exceptAccounts, ids => !ids.includes(accountId)),
    given(rule.organizations, isInOrganization),
    given(rule.exceptOrganizations, ids => not(isInOrganization(ids))),
    given(rule.paths, isOnPath),
    given(rule.exceptPaths, patterns => not(isOnPath(patterns))),
  ])
}

const every = (truths: readonly Truth[]): Truth =>
  truths.includes(false) ? false : truths.includes(null) ? null : true
const some = (truths: readonly Truth[]): Truth => (truths.includes(true) ? true : truths.includes(null) ? null : false)
const not = (truth: Truth): Truth => (truth === null ? null : !truth)
