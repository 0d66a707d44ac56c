import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createApiKey } from '../../src/auth/api-key.ts'
import { createAuthenticate, everybody } from '../../src/auth/authenticate.ts'
import { requireRole } from '../../src/auth/require-role.ts'
import { oidcClaims } from '../../src/config/oidc-claims.ts'
import { insertApiKey } from '../../src/db/api-keys/insert-api-key.ts'
import { listApiKeys } from '../../src/db/api-keys/list-api-keys.ts'
import { revokeApiKey } from '../../src/db/api-keys/revoke-api-key.ts'
import { createPool } from '../../src/db/pool.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { eventually } from '../support/eventually.ts'
import { type Issuer, startIssuer } from '../support/issuer.ts'

let database: TestDatabase
let issuer: Issuer
beforeAll(async () => {
  database = await createTestDatabase()
  issuer = await startIssuer()
})
afterAll(async () => {
  await issuer.close()
  await database.drop()
})

const claims = oidcClaims.parse('{"grants":[{"claim":"groups","value":"cloud","organization":true}]}')
const oidc = () => ({ issuer: issuer.url, audience: ['amigraph'], jwksUrl: null, claims })
const both = () => createAuthenticate({ oidc: oidc(), apiKeys: true }, database.pool)
const bearer = (credentials: string) => `Bearer ${credentials}`

const makeKey = async (expiresAt = new Date(Date.now() + 60_000)) => {
  const key = createApiKey()
  await insertApiKey(database.pool, {
    ...key,
    name: 'report',
    scope: { kind: 'limited', accountIds: ['100000000001'], organizationalUnitIds: ['ou-main-unit0001'] },
    roles: ['sync'],
    expiresAt,
  })
  return key
}

test('a token and a key each say who calls', async () => {
  const authenticate = both()
  expect(await authenticate(bearer(await issuer.sign({ groups: ['cloud'] })))).toEqual({
    name: 'somebody',
    scope: { kind: 'organization' },
    roles: [],
  })
  const key = await makeKey()
  expect(await authenticate(`bearer  ${key.text} `)).toEqual({
    name: `key ${key.id} (report)`,
    scope: { kind: 'limited', accountIds: ['100000000001'], organizationalUnitIds: ['ou-main-unit0001'] },
    roles: ['sync'],
  })
})

test('where nothing is configured everybody may do everything, whatever they send', async () => {
  const authenticate = createAuthenticate({ oidc: null, apiKeys: false }, database.pool)
  expect(await authenticate(undefined)).toBe(everybody)
  expect(await authenticate('Basic eDp5')).toBe(everybody)
})

test.each<[what: string, header: string | undefined, reason: string]>([
  ['no header', undefined, 'no credentials'],
  ['another scheme', 'Basic eDp5', 'malformed credentials'],
  ['an empty one', 'Bearer ', 'malformed credentials'],
  ['two', 'Bearer a b', 'malformed credentials'],
  ['far too long', `Bearer ${'a'.repeat(20_000)}`, 'malformed credentials'],
  ['a key of no form', 'Bearer amg_x', 'malformed credentials'],
  ['a key that was made up', `Bearer ${createApiKey().text}`, 'unknown key'],
  ['a token that was made up', 'Bearer a.b.c', 'invalid token'],
])('%s is turned away', async (_what, header, reason) => {
  await expect(both()(header)).rejects.toMatchObject({ code: 'UNAUTHENTICATED', status: 401, reason })
})

test('what is not switched on is not accepted', async () => {
  const key = await makeKey()
  const tokensOnly = createAuthenticate({ oidc: oidc(), apiKeys: false }, database.pool)
  await expect(tokensOnly(bearer(key.text))).rejects.toMatchObject({ status: 401 })
  const keysOnly = createAuthenticate({ oidc: null, apiKeys: true }, database.pool)
  await expect(keysOnly(bearer(await issuer.sign({ groups: ['cloud'] })))).rejects.toMatchObject({ status: 401 })
})

test('a token that grants nothing is 403, and says whose it is', async () => {
  await expect(both()(bearer(await issuer.sign({ sub: 'guest' })))).rejects.toMatchObject({
    code: 'FORBIDDEN',
    status: 403,
    viewer: 'guest',
  })
})

describe('a key', () => {
  test('with another secret is not the key', async () => {
    const { text } = await makeKey()
    const last = text.endsWith('A') ? 'B' : 'A'
    await expect(both()(bearer(text.slice(0, -1) + last))).rejects.toMatchObject({ reason: 'unknown key' })
  })

  test('works until it expires or is revoked', async () => {
    const expired = await makeKey(new Date(Date.now() - 1))
    await expect(both()(bearer(expired.text))).rejects.toMatchObject({ reason: 'key expired' })
    const revoked = await makeKey()
    await both()(bearer(revoked.text))
    expect(await revokeApiKey(database.pool, revoked.id)).toBe(true)
    await expect(both()(bearer(revoked.text))).rejects.toMatchObject({ reason: 'key revoked' })
    expect(await revokeApiKey(database.pool, 'none')).toBe(false)
  })

  test('is kept as a hash only, and its use is noted at most once a minute', async () => {
    const { id, text } = await makeKey()
    const { rows } = await database.pool.query('select k::text from amigraph.api_keys k')
    expect(JSON.stringify(rows)).not.toContain(text.slice(15))
    const lastUsed = async () => (await listApiKeys(database.pool)).find(key => key.id === id)?.lastUsedAt
    expect(await lastUsed()).toBeNull()
    await both()(bearer(text))
    const first = await eventually(async () => {
      const at = await lastUsed()
      expect(at).toBeInstanceOf(Date)
      return at
    })
    await both()(bearer(text))
    await database.pool.query('select 1')
    expect(await lastUsed()).toEqual(first)
    await database.pool.query(`update amigraph.api_keys set last_used_at = now() - interval '2 minutes'`)
    await both()(bearer(text))
    await eventually(async () => expect((await lastUsed())?.getTime()).toBeGreaterThan(Date.now() - 30_000))
  })

  test('is looked up once in a while, not with every request', async () => {
    const { text } = await makeKey()
    let lookups = 0
    const counting = {
      query: ((statement: string, values: unknown[]) => {
        if (statement.includes('secret_hash')) lookups += 1
        return database.pool.query(statement, values)
      }) as typeof database.pool.query,
    }
    const authenticate = createAuthenticate({ oidc: null, apiKeys: true }, counting)
    for (let i = 0; i < 20; i++) await authenticate(bearer(text))
    expect(lookups).toBe(1)
  })

  test('that cannot be looked up is nobody’s fault', async () => {
    const away = createPool({ url: 'postgres://nobody@127.0.0.1:1/none', poolSize: 1 }, { applicationName: 'test' })
    const authenticate = createAuthenticate({ oidc: null, apiKeys: true }, away)
    await expect(authenticate(bearer(createApiKey().text))).rejects.toMatchObject({ name: 'CheckUnavailable' })
    await away.end()
  })
})

test('a role is needed for what it is for', () => {
  const viewer = { name: 'me', scope: { kind: 'organization' }, roles: ['sync'] } as const
  expect(() => requireRole(viewer, 'sync')).not.toThrow()
  expect(() => requireRole(viewer, 'admin')).toThrow(expect.objectContaining({ code: 'FORBIDDEN', status: 403 }))
})
