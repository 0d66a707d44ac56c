import type { ViewerRole, ViewerScope } from '../../domain/viewer.ts'
import type { Queryable } from '../pool.ts'

export type NewApiKey = {
  readonly id: string
  readonly hash: Buffer
  readonly name: string
  readonly scope: ViewerScope
  readonly roles: readonly ViewerRole[]
  readonly expiresAt: Date
}

export const insertApiKey = async (client: Queryable, key: NewApiKey): Promise<void> => {
  const { scope } = key
  const [accounts, units] = scope.kind === 'organization' ? [[], []] : [scope.accountIds, scope.organizationalUnitIds]
  await client.query(
    `insert into amigraph.api_keys (api_key_id, secret_hash, name, is_organization_wide, account_ids,
       organizational_unit_ids, roles, expires_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [key.id, key.hash, key.name, scope.kind === 'organization', accounts, units, key.roles, key.expiresAt],
  )
}
