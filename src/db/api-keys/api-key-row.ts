import type { Viewer, ViewerRole, ViewerScope } from '../../domain/viewer.ts'

/** A key as it is listed: everything but its hash. */
export type ApiKeyRow = {
  readonly id: string
  readonly name: string
  readonly isOrganizationWide: boolean
  readonly accountIds: string[]
  readonly organizationalUnitIds: string[]
  readonly roles: ViewerRole[]
  readonly createdAt: Date
  readonly expiresAt: Date
  readonly revokedAt: Date | null
  readonly lastUsedAt: Date | null
}

/** The column list of `ApiKeyRow`. */
export const apiKeyColumns = `api_key_id as id, name, is_organization_wide as "isOrganizationWide",
  account_ids as "accountIds", organizational_unit_ids as "organizationalUnitIds", roles, created_at as "createdAt",
  expires_at as "expiresAt", revoked_at as "revokedAt", last_used_at as "lastUsedAt"`

/** What a key lets its bearer see. */
export const scopeOfKey = (key: ApiKeyRow): ViewerScope =>
  key.isOrganizationWide
    ? { kind: 'organization' }
    : { kind: 'limited', accountIds: key.accountIds, organizationalUnitIds: key.organizationalUnitIds }

/** Who calls with a key. */
export const viewerOfKey = (key: ApiKeyRow): Viewer => ({
  name: `key ${key.id} (${key.name})`,
  scope: scopeOfKey(key),
  roles: key.roles,
})
