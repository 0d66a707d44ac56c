import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createApiKey } from '../../src/auth/api-key.ts'
import type { Audit, AuditedOperation, AuditedRefusal } from '../../src/auth/audit.ts'
import { createAuthenticate } from '../../src/auth/authenticate.ts'
import { oidcClaims } from '../../src/config/oidc-claims.ts'
import { insertApiKey } from '../../src/db/api-keys/insert-api-key.ts'
import type { ViewerScope } from '../../src/domain/viewer.ts'
import { type RunningApi, startApi } from '../../src/graphql/start-api.ts'
import { testContext } from '../support/api.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { accounts, images, regions, seedInventory } from '../support/inventory.ts'
import { type Issuer, startIssuer } from '../support/issuer.ts'
import { openViewers, type TestViewers } from '../support/viewers.ts'

let database: TestDatabase
let viewers: TestViewers
let issuer: Issuer
let api: RunningApi
const operations: AuditedOperation[] = []
const refusals: AuditedRefusal[] = []
const audit: Audit = {
  operation: entry => operations.push(entry),
  refusal: entry => refusals.push(entry),
  administration: () => {},
}

beforeAll(async () => {
  database = await createTestDatabase()
  await seedInventory(database.pool)
  viewers = openViewers(database.url)
  issuer = await startIssuer()
  const claims = oidcClaims.parse(
    '{"accounts":"aws","grants":[{"claim":"groups","value":"cloud","organization":true}]}',
  )
  api = await startApi(
    testContext(database.pool, {
      read: viewers.reads,
      readPrimary: viewers.reads,
      authenticate: createAuthenticate(
        { oidc: { issuer: issuer.url, audience: ['amigraph'], jwksUrl: null, claims }, apiKeys: true },
        database.pool,
      ),
      audit,
    }),
  )
})
afterAll(async () => {
  await api.close()
  await issuer.close()
  await viewers.close()
  await database.drop()
})

const ask = async (query: string, credentials: string | null, variables = {}) => {
  const response = await fetch(`${api.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(credentials && { authorization: `Bearer ${credentials}` }) },
    body: JSON.stringify({ query, variables }),
  })
  // biome-ignore lint/suspicious/noExplicitAny: a test knows the shape of its own query's answer
  return { status: response.status, headers: response.headers, body: (await response.json()) as any }
}

const keyOf = async (scope: ViewerScope) => {
  const key = createApiKey()
  const expiresAt = new Date(Date.now() + 60_000)
  await insertApiKey(database.pool, { ...key, name: 'test', scope, roles: [], expiresAt })
  return key.text
}
const limited = (...accountIds: string[]) => keyOf({ kind: 'limited', accountIds, organizationalUnitIds: [] })

describe('whoever asks', () => {
  test('without credentials is told to log in, in GraphQL’s form', async () => {
    refusals.length = 0
    const { status, headers, body } = await ask('{ organization { id } }', null)
    expect(status).toBe(401)
    expect(headers.get('www-authenticate')).toBe('Bearer realm="amigraph"')
    expect(body).toEqual({ errors: [{ message: expect.any(String), extensions: { code: 'UNAUTHENTICATED' } }] })
    expect(refusals).toEqual([
      {
        requestId: expect.any(String),
        viewer: null,
        address: '127.0.0.1',
        status: 'UNAUTHENTICATED',
        reason: 'no credentials',
      },
    ])
  })

  test.each([
    ['a made-up token', 'a.b.c'],
    ['a made-up key', createApiKey().text],
  ])('with %s is turned away without being told why', async (_what, credentials) => {
    const { status, headers, body } = await ask('{ organization { id } }', credentials)
    expect(status).toBe(401)
    expect(headers.get('www-authenticate')).toContain('error="invalid_token"')
    expect(body.errors).toEqual([
      { message: 'The token or key is not valid, or not any more', extensions: { code: 'UNAUTHENTICATED' } },
    ])
  })

  test('with a token that grants nothing is forbidden', async () => {
    const { status, body } = await ask('{ organization { id } }', await issuer.sign())
    expect(status).toBe(403)
    expect(body.errors[0].extensions.code).toBe('FORBIDDEN')
  })

  test('is not let in by GET either, nor by a method or type that nobody uses', async () => {
    const url = `${api.url}/graphql?query=${encodeURIComponent('{organization{id}}')}`
    for (const init of [{}, { headers: { accept: 'text/html' } }, { method: 'POST', body: 'x' }, { method: 'HEAD' }]) {
      expect((await fetch(url, init)).status).toBe(401)
    }
  })

  test('may see health and the explorer page, which tell nothing', async () => {
    expect((await fetch(`${api.url}/healthz`)).status).toBe(200)
    expect((await fetch(`${api.url}/readyz`)).status).toBe(200)
    const page = await fetch(`${api.url}/graphql`, { headers: { accept: 'text/html' } })
    expect(page.status).toBe(200)
    expect(page.headers.get('content-type')).toContain('text/html')
  })

  test('gets 503 where logins cannot be checked', async () => {
    issuer.setAway(true)
    const { status, body } = await ask('{ organization { id } }', await issuer.sign({ jti: 'not seen before' }))
    issuer.setAway(false)
    // The keys may be known already; then nobody has to be asked.
    expect([503, 403]).toContain(status)
    expect(body.errors).toHaveLength(1)
  })
})

const question = `query Seen($id: ID!) {
  images(first: 100) { totalCount }
  image(imageId: $id) {
    name visibility owner { accountId name inOrganization } tags { key value }
    launchPermissions { kind } launchableBy { totalCount nodes { account { accountId } } } instanceCount
  }
}`

test('each viewer gets its own answer to the same question, at the same time', async () => {
  const all = await issuer.sign({ groups: ['cloud'] })
  const one = await issuer.sign({ aws: [accounts.appA] })
  const other = await limited(accounts.sandbox)
  const asked = await Promise.all(
    Array.from({ length: 60 }, (_, i) => ask(question, [all, one, other][i % 3] ?? '', { id: images.manyPaths })),
  )
  const expected = [
    { total: 16, name: 'golden', tags: 3, grants: 5, launchableBy: 5 },
    { total: 7, name: null, tags: 2, grants: 4, launchableBy: 1 },
    { total: 4, name: null, tags: 0, grants: 2, launchableBy: 1 },
  ]
  for (const [i, { status, body }] of asked.entries()) {
    expect(status).toBe(200)
    const { images: list, image } = body.data
    expect({
      total: list.totalCount,
      name: image.owner.name,
      tags: image.tags.length,
      grants: image.launchPermissions.length,
      launchableBy: image.launchableBy.totalCount,
    }).toEqual(expected[i % 3])
    expect(image.owner).toMatchObject({ accountId: accounts.golden, inOrganization: true })
  }
})

test('what is hidden is answered as what was never seen', async () => {
  const key = await limited(accounts.sandbox)
  const query = (id: string) =>
    `{ image(imageId: "${id}") { id } node(id: "Image:${regions.frankfurt}:${id}") { id }
       images(filter: { imageId: { eq: "${id}" } }) { totalCount nodes { id } coverage { gapCount } } }`
  const [hidden, unknown] = await Promise.all([ask(query(images.private), key), ask(query('ami-12345678'), key)])
  expect(hidden.body).toEqual(unknown.body)
  expect(hidden.body.data.image).toBeNull()
})

test('each operation is on record, with who asked and without what was asked for', async () => {
  operations.length = 0
  const { headers } = await ask(question, await issuer.sign({ aws: [accounts.appA], sub: 'alice' }), {
    id: images.manyPaths,
  })
  await ask('query Broken { nowhere(secret: "hunter2") }', await issuer.sign({ groups: ['cloud'], sub: 'bob' }))
  expect(headers.get('content-type')).toContain('json')
  expect(operations).toEqual([
    {
      requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      viewer: 'alice',
      operation: 'Seen',
      kind: 'query',
      documentHash: expect.stringMatching(/^[0-9a-f]{64}$/),
      cost: expect.anything(),
      rows: expect.any(Number),
      durationMs: expect.any(Number),
      status: 'OK',
    },
    expect.objectContaining({ viewer: 'bob', status: 'GRAPHQL_VALIDATION_FAILED' }),
  ])
  expect(JSON.stringify(operations)).not.toMatch(new RegExp(`hunter2|${images.manyPaths}`))
})
