import type { ApiKeyRow } from '../db/api-keys/api-key-row.ts'
import { insertApiKey } from '../db/api-keys/insert-api-key.ts'
import { listApiKeys } from '../db/api-keys/list-api-keys.ts'
import { revokeApiKey } from '../db/api-keys/revoke-api-key.ts'
import type { Queryable } from '../db/pool.ts'
import { createApiKey } from './api-key.ts'
import type { Audit } from './audit.ts'
import { type KeyRequest, KeyRequestError } from './key-request.ts'

/** Does what is asked, records it, and returns what to print. A new key is in there once and nowhere else. */
export const keepKeys = async (
  primary: Queryable,
  request: KeyRequest,
  { audit, viewer }: { audit: Audit; viewer: string },
): Promise<string> => {
  if (request.do === 'list') return describeKeys(await listApiKeys(primary), new Date())
  if (request.do === 'revoke') {
    if (!(await revokeApiKey(primary, request.id))) throw new KeyRequestError(`There is no key ${request.id}`)
    audit.administration({ viewer, action: 'revoke API key', keyId: request.id })
    return `Key ${request.id} is revoked. It stops working within 5 seconds.`
  }
  const { id, text, hash } = createApiKey()
  const { name, scope, roles, lifeMs } = request
  const expiresAt = new Date(Date.now() + lifeMs)
  await insertApiKey(primary, { id, hash, name, scope, roles, expiresAt })
  audit.administration({ viewer, action: 'create API key', keyId: id, keyName: name, scope, roles, expiresAt })
  return [
    `Key ${id} (${name}), good until ${expiresAt.toISOString()}:`,
    '',
    text,
    '',
    'It is shown this once. Send it as "Authorization: Bearer …".',
  ].join('\n')
}

const describeKeys = (keys: readonly ApiKeyRow[], now: Date): string =>
  keys.length === 0 ? 'There are no keys.' : keys.map(key => describeKey(key, now)).join('\n')

const describeKey = (key: ApiKeyRow, now: Date): string => {
  const sees = key.isOrganizationWide
    ? 'the whole organization'
    : [...key.accountIds, ...key.organizationalUnitIds].join(', ')
  const state = key.revokedAt
    ? `revoked ${key.revokedAt.toISOString()}`
    : `${key.expiresAt <= now ? 'expired' : 'good until'} ${key.expiresAt.toISOString()}`
  const used = key.lastUsedAt ? `last used ${key.lastUsedAt.toISOString()}` : 'never used'
  return [
    key.id,
    key.name,
    state,
    used,
    `sees ${sees}`,
    ...(key.roles.length ? [`may ${key.roles.join(', ')}`] : []),
  ].join(' · ')
}
