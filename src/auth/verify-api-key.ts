import { viewerOfKey } from '../db/api-keys/api-key-row.ts'
import { findApiKey } from '../db/api-keys/find-api-key.ts'
import { touchApiKey } from '../db/api-keys/touch-api-key.ts'
import type { Queryable } from '../db/pool.ts'
import type { Viewer } from '../domain/viewer.ts'
import { CheckUnavailable, invalidCredentials } from './access-error.ts'
import { apiKeyId, isSameKey } from './api-key.ts'

/** Who calls with this key, and until when it is good. `primary` is where keys are written. */
export const verifyApiKey = async (primary: Queryable, text: string): Promise<{ viewer: Viewer; expiresAt: Date }> => {
  const id = apiKeyId(text)
  if (id === undefined) throw invalidCredentials('malformed credentials')
  const key = await findApiKey(primary, id).catch((error: Error) => {
    throw new CheckUnavailable(`API keys cannot be looked up: ${error.message}`, { cause: error })
  })
  if (key === undefined || !isSameKey(text, key.hash)) throw invalidCredentials('unknown key')
  if (key.revokedAt !== null) throw invalidCredentials('key revoked')
  if (key.expiresAt <= new Date()) throw invalidCredentials('key expired')
  const usedAt = key.lastUsedAt?.getTime() ?? 0
  // Whether the note can be made must not decide whether the key works.
  if (Date.now() - usedAt > 60_000) void touchApiKey(primary, id).catch(() => {})
  return { viewer: viewerOfKey(key), expiresAt: key.expiresAt }
}
