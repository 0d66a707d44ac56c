import type { AccessConfig } from '../config/config.ts'
import type { Queryable } from '../db/pool.ts'
import type { Viewer } from '../domain/viewer.ts'
import { AccessError, invalidCredentials } from './access-error.ts'
import { looksLikeApiKey } from './api-key.ts'
import { Remembered } from './remembered.ts'
import { verifyApiKey } from './verify-api-key.ts'
import { createVerifyToken, type KeySetOptions } from './verify-token.ts'
import { viewerOfClaims } from './viewer-of-claims.ts'

/**
 * Who calls, by the Authorization header. Rejects with an `AccessError` for who is not let in, and with `CheckUnavailable`
 * where that cannot be decided right now. Who is known already is told at once.
 */
export type Authenticate = (authorization: string | undefined) => Viewer | Promise<Viewer>

/** Where no way to log in is configured, whoever reaches the port (`checkExposure`) is this. */
export const everybody: Viewer = {
  name: 'local',
  scope: { kind: 'organization' },
  roles: ['sync', 'admin'],
}

export const isAccessControlled = ({ oidc, apiKeys }: Pick<AccessConfig, 'oidc' | 'apiKeys'>): boolean =>
  oidc !== null || apiKeys

const mostRemembered = 10_000
/** For so long a key that was revoked, or a token whose signing key was taken back, may still work in a process. */
const keyMs = 5000
const tokenMs = 60_000

export const createAuthenticate = (
  { oidc, apiKeys }: Pick<AccessConfig, 'oidc' | 'apiKeys'>,
  primary: Queryable,
  options: KeySetOptions = {},
): Authenticate => {
  if (!isAccessControlled({ oidc, apiKeys })) return () => everybody
  const known = new Remembered<Viewer>(mostRemembered)
  const verifyToken = oidc && createVerifyToken(oidc, options)

  const verify = async (credentials: string): Promise<{ viewer: Viewer; until: number }> => {
    if (looksLikeApiKey(credentials)) {
      if (!apiKeys) throw invalidCredentials('credentials of a kind that is not accepted')
      const { viewer, expiresAt } = await verifyApiKey(primary, credentials)
      return { viewer, until: Math.min(expiresAt.getTime(), Date.now() + keyMs) }
    }
    if (!verifyToken) throw invalidCredentials('credentials of a kind that is not accepted')
    const claims = await verifyToken(credentials)
    return { viewer: viewerOfClaims(claims, oidc.claims), until: Math.min(claims.exp * 1000, Date.now() + tokenMs) }
  }

  const admit = async (authorization: string | undefined, credentials: string | undefined): Promise<Viewer> => {
    if (authorization === undefined) {
      throw new AccessError(
        'UNAUTHENTICATED',
        'no credentials',
        'Log in: send a token or key as "Authorization: Bearer …"',
      )
    }
    if (credentials === undefined) throw invalidCredentials('malformed credentials')
    const { viewer, until } = await verify(credentials)
    known.set(credentials, viewer, until)
    return viewer
  }

  return authorization => {
    const credentials = authorization && /^bearer +([\x21-\x7e]{1,16384})$/i.exec(authorization.trim())?.[1]
    return (credentials && known.get(credentials)) || admit(authorization, credentials)
  }
}
