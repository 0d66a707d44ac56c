import { createHmac } from 'node:crypto'
import { exportSPKI, importJWK, SignJWT } from 'jose'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createVerifyToken, type KeySetOptions } from '../../src/auth/verify-token.ts'
import { type Issuer, startIssuer } from '../support/issuer.ts'

let issuer: Issuer
beforeAll(async () => {
  issuer = await startIssuer()
})
afterAll(() => issuer.close())

const verifier = (options: KeySetOptions = { cooldownMs: 0 }) =>
  createVerifyToken({ issuer: issuer.url, audience: ['other', 'amigraph'], jwksUrl: null }, options)

const seconds = (fromNow: number) => Math.floor(Date.now() / 1000) + fromNow
const base64 = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')

test.each(['RS256', 'PS256', 'ES256', 'EdDSA'])('a token that is signed with %s is good', async alg => {
  const key = await issuer.addKey(alg)
  expect(await verifier()(await issuer.sign({ sub: 'me' }, { key }))).toMatchObject({ sub: 'me' })
  issuer.removeKey(key)
})

describe('a token is not good', () => {
  const invalid = { code: 'UNAUTHENTICATED', reason: 'invalid token' }
  const forged: [what: string, make: () => Promise<string>, error?: object][] = [
    ['that has expired', () => issuer.sign({ exp: seconds(-31) }), { reason: 'token expired' }],
    ['that never expires', () => issuer.sign({ exp: undefined })],
    ['that is not good yet', () => issuer.sign({ nbf: seconds(60) })],
    ['of another issuer', () => issuer.sign({ iss: 'https://elsewhere.example.com' })],
    ['of an issuer that only begins alike', () => issuer.sign({ iss: `${issuer.url}.example.com` })],
    ['for another audience', () => issuer.sign({ aud: 'somebody-else' })],
    ['for no audience', () => issuer.sign({ aud: undefined })],
    [
      'without a signature (none)',
      async () => {
        const [, payload] = (await issuer.sign()).split('.')
        return `${base64({ alg: 'none' })}.${payload}.`
      },
    ],
    [
      'whose payload was changed',
      async () => {
        const [header, , signature] = (await issuer.sign()).split('.')
        return `${header}.${base64({ iss: issuer.url, aud: 'amigraph', sub: 'admin', exp: seconds(300) })}.${signature}`
      },
    ],
    [
      'that is signed with the public key as a shared secret (HS256)',
      async () => {
        const key = await issuer.addKey()
        const publicKey = await exportSPKI(
          (await importJWK(key.publicJwk, 'RS256', { extractable: true })) as CryptoKey,
        )
        const [, payload] = (await issuer.sign({}, { key })).split('.')
        const signed = `${base64({ alg: 'HS256', kid: key.kid })}.${payload}`
        return `${signed}.${createHmac('sha256', publicKey).update(signed).digest('base64url')}`
      },
    ],
    [
      'that is signed with an algorithm that is not accepted (RS384)',
      async () => {
        const key = await issuer.addKey('RS384')
        return issuer.sign({}, { key })
      },
    ],
    [
      'that brings its own key',
      async () => {
        const other = await startIssuer()
        const key = await other.addKey()
        const token = await new SignJWT({ iss: issuer.url, aud: 'amigraph', exp: seconds(300) })
          .setProtectedHeader({ alg: 'RS256', kid: key.kid, jwk: key.publicJwk, jku: `${other.url}/keys` })
          .sign(key.privateKey)
        await other.close()
        return token
      },
    ],
    [
      'with a critical extension that nobody knows',
      () =>
        issuer
          .sign({}, { header: { crit: ['x'], x: 1 } })
          .catch(() => `${base64({ alg: 'RS256', crit: ['x'], x: 1 })}.e30.e30`),
    ],
    ['that is no token', async () => 'not.a.token'],
    ['that is no text of a token at all', async () => '☃'],
  ]
  test.each(forged)('%s', async (_what, make, error = {}) => {
    await expect(verifier()(await make())).rejects.toMatchObject({ ...invalid, ...error })
  })

  test('but a clock may be off by half a minute', async () => {
    const token = await issuer.sign({ exp: seconds(-20), nbf: seconds(20) })
    expect(await verifier()(token)).toMatchObject({ sub: 'somebody' })
  })
})

describe('keys', () => {
  test('are fetched once, and again for one that is not known yet', async () => {
    const verify = verifier({ cooldownMs: 0 })
    const before = issuer.keyRequests()
    for (let i = 0; i < 5; i++) await verify(await issuer.sign())
    expect(issuer.keyRequests() - before).toBe(1)
    const rotated = await issuer.addKey()
    await verify(await issuer.sign({}, { key: rotated }))
    expect(issuer.keyRequests() - before).toBe(2)
  })

  test('are not fetched for every token with a made-up key', async () => {
    const verify = verifier({ cooldownMs: 60_000 })
    await verify(await issuer.sign())
    const before = issuer.keyRequests()
    for (let i = 0; i < 20; i++) {
      await expect(verify(await issuer.sign({}, { header: { kid: `made-up-${i}` } }))).rejects.toMatchObject({
        reason: 'invalid token',
      })
    }
    expect(issuer.keyRequests()).toBe(before)
  })

  test('that the issuer took back stop working once they are fetched again', async () => {
    const verify = verifier({ cooldownMs: 0, maxAgeMs: 0 })
    const leaked = await issuer.addKey()
    const token = await issuer.sign({}, { key: leaked })
    await verify(token)
    issuer.removeKey(leaked)
    await expect(verify(token)).rejects.toMatchObject({ reason: 'invalid token' })
  })

  test('that cannot be had are nobody’s fault, and can be had later without a restart', async () => {
    const verify = verifier()
    const token = await issuer.sign()
    issuer.setAway(true)
    await expect(verify(token)).rejects.toMatchObject({ name: 'CheckUnavailable' })
    issuer.setAway(false)
    expect(await verify(token)).toMatchObject({ sub: 'somebody' })
  })

  test('are where a setting says, without discovery', async () => {
    const verify = createVerifyToken({
      issuer: 'https://elsewhere.example.com',
      audience: ['amigraph'],
      jwksUrl: `${issuer.url}/keys`,
    })
    expect(await verify(await issuer.sign({ iss: 'https://elsewhere.example.com' }))).toMatchObject({ sub: 'somebody' })
  })

  test('of a discovery document that speaks for another issuer, or leads astray, are not used', async () => {
    const token = await issuer.sign()
    for (const discovery of [
      { issuer: 'https://evil.example.com' },
      { jwks_uri: 'http://evil.example.com/keys' },
      { jwks_uri: 7 },
    ]) {
      issuer.discovery = discovery
      await expect(verifier()(token)).rejects.toMatchObject({ name: 'CheckUnavailable' })
    }
    issuer.discovery = {}
  })
})
