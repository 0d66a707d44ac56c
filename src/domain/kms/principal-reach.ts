import { everyone, type Reach } from './access-rule.ts'
import type { PolicyPrincipal, PolicyStatement } from './key-policy.ts'

/** Whom a statement names, as far as accounts can tell. */
export type Reached = { readonly reach: Reach; readonly isCertain: boolean }

/**
 * Accounts behind a statement's Principal or NotPrincipal. An account's root, or its ID, stands for the whole account; a
 * role or user for some of it, and then only its administrators know who launches. AWS: "AWS JSON policy elements:
 * Principal" and "NotPrincipal".
 */
export const principalReach = ({ effect, principal, notPrincipal }: PolicyStatement): Reached[] => {
  if (principal) return Object.entries(principal).flatMap(([kind, names]) => reachOf(kind, names))
  if (notPrincipal) return effect === 'DENY' ? allBut(notPrincipal) : [{ reach: everyone, isCertain: false }]
  return [{ reach: everyone, isCertain: false }]
}

/** The account behind a grant's grantee; a service is none. */
export const granteeReach = (grantee: string): Reached[] =>
  reachOf('AWS', [grantee]).filter(({ reach }) => reach.accounts !== null)

const reachOf = (kind: string, names: readonly string[]): Reached[] => {
  // A service acts for itself with these; a launch is asked for by an account, and EC2 passes on that caller's permissions.
  if (kind === 'Service') return []
  if (kind !== 'AWS') return [{ reach: everyone, isCertain: false }]
  if (names.includes('*')) return [{ reach: everyone, isCertain: true }]
  const whole = names.flatMap(name => wholeAccount(name) ?? [])
  const partly = names.flatMap(name => (wholeAccount(name) === null ? (accountOf(name) ?? []) : []))
  const strange = names.some(name => wholeAccount(name) === null && accountOf(name) === null && !isDeleted(name))
  return [
    ...(whole.length > 0 ? [{ reach: { ...everyone, accounts: whole }, isCertain: true }] : []),
    ...(partly.length > 0 ? [{ reach: { ...everyone, accounts: partly }, isCertain: false }] : []),
    ...(strange ? [{ reach: everyone, isCertain: false }] : []),
  ]
}

/** A Deny for all but these denies every other account; within the accounts named it depends on who launches. */
const allBut = (notPrincipal: PolicyPrincipal): Reached[] => {
  const names = notPrincipal['AWS'] ?? []
  if (names.includes('*')) return []
  const named = names.map(name => wholeAccount(name) ?? accountOf(name))
  const accounts = named.filter(account => account !== null)
  const isCertain = accounts.length === names.length && Object.keys(notPrincipal).every(kind => kind !== 'Federated')
  return [
    { reach: { ...everyone, exceptAccounts: accounts }, isCertain },
    ...(accounts.length > 0 ? [{ reach: { ...everyone, accounts }, isCertain: false }] : []),
  ]
}

const wholeAccount = (name: string): string | null =>
  /^(\d{12})$/.exec(name)?.[1] ?? /^arn:aws[\w-]*:iam::(\d{12}):root$/.exec(name)?.[1] ?? null

/** The account that a role, user or session belongs to. */
export const accountOf = (arn: string): string | null => /^arn:aws[\w-]*:(?:iam|sts)::(\d{12}):/.exec(arn)?.[1] ?? null

/** IAM leaves the unique ID of a role or user that is gone; nobody can be it again. */
const isDeleted = (name: string) => /^A[A-Z]{3}[A-Z0-9]{12,}$/.test(name)
