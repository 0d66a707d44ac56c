import type { OidcClaims } from '../config/oidc-claims.ts'
import type { Viewer, ViewerRole } from '../domain/viewer.ts'
import { AccessError } from './access-error.ts'

export type TokenClaims = Readonly<Record<string, unknown>>

/** What the claims of a valid token let its bearer see and do. Throws where that is nothing. */
export const viewerOfClaims = (claims: TokenClaims, mapping: OidcClaims): Viewer => {
  const granted = mapping.grants.filter(({ claim, value }) => valuesOf(claims, claim).includes(value))
  const name = (valuesOf(claims, mapping.name)[0] ?? valuesOf(claims, 'sub')[0] ?? 'unnamed').slice(0, 200)
  const roles = [...new Set(granted.flatMap(grant => grant.roles))].sort() as ViewerRole[]
  if (granted.some(grant => grant.organization)) return { name, scope: { kind: 'organization' }, roles }

  const listed = (claim: string | null, form: RegExp) =>
    claim === null ? [] : valuesOf(claims, claim).filter(value => form.test(value))
  const accountIds = unique([...granted.flatMap(grant => grant.accounts), ...listed(mapping.accounts, accountId)])
  const organizationalUnitIds = unique([
    ...granted.flatMap(grant => grant.organizationalUnits),
    ...listed(mapping.organizationalUnits, organizationalUnitId),
  ])
  if (accountIds.length + organizationalUnitIds.length + roles.length === 0) {
    throw new AccessError(
      'FORBIDDEN',
      'token gives access to nothing',
      'The token is valid, but nothing is granted to its bearer here',
      name,
    )
  }
  return { name, scope: { kind: 'limited', accountIds, organizationalUnitIds }, roles }
}

// What a provider writes into a claim is not ours to repair: an entry of another form grants nothing.
const accountId = /^\d{12}$/
const organizationalUnitId = /^(ou-[a-z0-9]{4,32}-[a-z0-9]{8,32}|r-[a-z0-9]{4,32})$/

/**
 * The values of a claim: of a list its texts, of a text its words, because some providers join lists by spaces or commas.
 * The whole text counts as well. A name with dots is that of a claim (`https://example.com/groups`) or, where there is no
 * such claim, a path (`realm_access.roles`).
 */
const valuesOf = (claims: TokenClaims, name: string): string[] => {
  const value = Object.hasOwn(claims, name) ? claims[name] : follow(claims, name.split('.'))
  if (Array.isArray(value)) return value.filter(item => typeof item === 'string')
  if (typeof value !== 'string') return []
  return unique([value, ...value.split(/[\s,]+/).filter(word => word !== '')])
}

const follow = (value: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>(
    (inner, part) =>
      typeof inner === 'object' && inner !== null && Object.hasOwn(inner, part)
        ? (inner as TokenClaims)[part]
        : undefined,
    value,
  )

const unique = (values: readonly string[]): string[] => [...new Set(values)]
