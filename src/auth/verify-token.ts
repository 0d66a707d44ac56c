import { createRemoteJWKSet, errors, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from 'jose'
import type { OidcConfig } from '../config/config.ts'
import { isLoopback } from '../config/loopback.ts'
import { CheckUnavailable, invalidCredentials } from './access-error.ts'

/** Signatures by a private key that only the issuer has. With HS256 our copy of a public key would sign, and `none` is none. */
const algorithms = ['RS256', 'PS256', 'ES256', 'EdDSA']
const clockToleranceSeconds = 30
const requestTimeoutMs = 5000

export type VerifyToken = (token: string) => Promise<JWTPayload & { readonly exp: number }>

export type KeySetOptions = {
  /** A key that is not known makes us ask for the keys again, but not more often than this */
  readonly cooldownMs?: number
  /** Keys are asked for again when they are older, so that one that the issuer took back stops working */
  readonly maxAgeMs?: number
}

/**
 * Checks a token of the issuer: signature, issuer, audience, times. Keys are fetched with the first token. Throws an
 * `AccessError` for a token that is not valid, `CheckUnavailable` where the issuer's keys cannot be had.
 */
export const createVerifyToken = (
  { issuer, audience, jwksUrl }: Pick<OidcConfig, 'issuer' | 'audience' | 'jwksUrl'>,
  { cooldownMs = 30_000, maxAgeMs = 600_000 }: KeySetOptions = {},
): VerifyToken => {
  let keys: Promise<JWTVerifyGetKey> | undefined
  const keySet = () => {
    keys ??= (jwksUrl === null ? discover(issuer) : Promise.resolve(new URL(jwksUrl))).then(url =>
      createRemoteJWKSet(url, {
        cooldownDuration: cooldownMs,
        cacheMaxAge: maxAgeMs,
        timeoutDuration: requestTimeoutMs,
      }),
    )
    // What stood in the way may be gone the next time.
    keys.catch(() => {
      keys = undefined
    })
    return keys
  }
  return async token => {
    try {
      const { payload } = await jwtVerify(token, await keySet(), {
        issuer,
        audience: [...audience],
        algorithms,
        clockTolerance: clockToleranceSeconds,
        requiredClaims: ['exp'],
      })
      return { ...payload, exp: payload.exp ?? 0 }
    } catch (error) {
      throw explain(error)
    }
  }
}

/** The URL of the issuer's keys, from its discovery document (OpenID Connect Discovery 1.0). */
const discover = async (issuer: string): Promise<URL> => {
  const url = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`
  const response = await fetch(url, { signal: AbortSignal.timeout(requestTimeoutMs), redirect: 'error' })
  if (!response.ok) throw new CheckUnavailable(`${url} answers with status ${response.status}`)
  const document = (await response.json()) as { issuer?: unknown; jwks_uri?: unknown }
  // A document that speaks for another issuer would let that one sign for this one.
  if (document.issuer !== issuer) throw new CheckUnavailable(`${url} is not the document of ${issuer}`)
  const keys = typeof document.jwks_uri === 'string' && URL.canParse(document.jwks_uri) && new URL(document.jwks_uri)
  if (!keys || (keys.protocol !== 'https:' && !isLoopback(keys.hostname))) {
    throw new CheckUnavailable(`${url} names no https URL of keys`)
  }
  return keys
}

const tokensFault = [
  errors.JWSInvalid,
  errors.JWTInvalid,
  errors.JWTClaimValidationFailed,
  errors.JWSSignatureVerificationFailed,
  errors.JOSEAlgNotAllowed,
  errors.JOSENotSupported,
  errors.JWKSNoMatchingKey,
  errors.JWKSMultipleMatchingKeys,
]

const explain = (error: unknown): unknown => {
  if (error instanceof CheckUnavailable) return error
  if (error instanceof errors.JWTExpired) return invalidCredentials('token expired')
  if (tokensFault.some(kind => error instanceof kind)) return invalidCredentials('invalid token')
  return new CheckUnavailable(`The issuer's keys cannot be had: ${(error as Error).message}`, { cause: error })
}
