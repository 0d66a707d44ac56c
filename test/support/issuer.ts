import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose'

type SigningKey = {
  readonly kid: string
  readonly alg: string
  readonly privateKey: CryptoKey
  readonly publicJwk: JWK
}

/** An OpenID Connect issuer on this machine, with real keys and real HTTP. */
export type Issuer = {
  readonly url: string
  /** How often its keys were asked for */
  keyRequests(): number
  /** A new key; tokens are signed with the first unless told otherwise */
  addKey(alg?: string): Promise<SigningKey>
  removeKey(key: SigningKey): void
  /** Answers 503 from now on, or no longer */
  setAway(isAway: boolean): void
  /** What its discovery document says besides */
  discovery: Record<string, unknown>
  sign(
    claims?: Record<string, unknown>,
    options?: { key?: SigningKey; header?: Record<string, unknown> },
  ): Promise<string>
  close(): Promise<void>
}

export const startIssuer = async (audience = 'amigraph'): Promise<Issuer> => {
  const keys: SigningKey[] = []
  let isAway = false
  let requests = 0
  let made = 0
  const server = createServer((request, response) => {
    if (isAway) return response.writeHead(503).end()
    if (request.url === '/.well-known/openid-configuration') {
      return response.end(JSON.stringify({ issuer: issuer.url, jwks_uri: `${issuer.url}/keys`, ...issuer.discovery }))
    }
    requests += 1
    return response.end(JSON.stringify({ keys: keys.map(key => key.publicJwk) }))
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const issuer: Issuer = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    discovery: {},
    keyRequests: () => requests,
    addKey: async (alg = 'RS256') => {
      made += 1
      const kid = `key-${made}-${alg}`
      const { privateKey, publicKey } = await generateKeyPair(alg, { extractable: true })
      const key = { kid, alg, privateKey, publicJwk: { ...(await exportJWK(publicKey)), kid, alg, use: 'sig' } }
      keys.push(key)
      return key
    },
    removeKey: key => keys.splice(keys.indexOf(key), 1),
    setAway: away => {
      isAway = away
    },
    sign: async (claims = {}, { key = keys[0], header = {} } = {}) => {
      if (key === undefined) throw new Error('The issuer has no key')
      const now = Math.floor(Date.now() / 1000)
      const payload = { iss: issuer.url, aud: audience, sub: 'somebody', iat: now, exp: now + 300, ...claims }
      const present = Object.fromEntries(Object.entries(payload).filter(([, value]) => value !== undefined))
      return new SignJWT(present).setProtectedHeader({ alg: key.alg, kid: key.kid, ...header }).sign(key.privateKey)
    },
    close: () => new Promise(resolve => server.close(() => resolve())),
  }
  await issuer.addKey()
  return issuer
}
