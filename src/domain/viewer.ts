/** What a viewer may see. A unit stands for the accounts that are in it now, at any depth. */
export type ViewerScope =
  | { readonly kind: 'organization' }
  | {
      readonly kind: 'limited'
      readonly accountIds: readonly string[]
      readonly organizationalUnitIds: readonly string[]
    }

/** What a viewer may do besides reading: `sync` may ask for a sync, `admin` may administer. */
export const viewerRoles = ['sync', 'admin'] as const
export type ViewerRole = (typeof viewerRoles)[number]

/** Who calls, and what that allows. */
export type Viewer = {
  /** For the audit log */
  readonly name: string
  readonly scope: ViewerScope
  readonly roles: readonly ViewerRole[]
}

export const wholeOrganization: ViewerScope = { kind: 'organization' }

/** Equal for scopes that see the same, whoever has them: the part of a cache's key that keeps viewers apart. */
export const scopeKey = (scope: ViewerScope): string =>
  scope.kind === 'organization'
    ? 'organization'
    : `limited ${sorted(scope.accountIds)} ${sorted(scope.organizationalUnitIds)}`

const sorted = (ids: readonly string[]): string => [...new Set(ids)].sort().join(',')
