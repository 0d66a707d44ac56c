import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createPool } from '../../src/db/pool.ts'
import { createRead } from '../../src/db/statement.ts'
import { type RunningApi, startApi } from '../../src/graphql/start-api.ts'
import { testContext } from '../support/api.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { images, seedInventory } from '../support/inventory.ts'

const dataDir = join(tmpdir(), `amigraph-http-test-${process.pid}`)
let database: TestDatabase
let api: RunningApi

beforeAll(async () => {
  database = await createTestDatabase()
  await seedInventory(database.pool)
  api = await startApi(testContext(database.pool, { dataDir }))
})
afterAll(async () => {
  await api.close()
  await database.drop()
  await rm(dataDir, { recursive: true, force: true })
})

const json = { 'content-type': 'application/json' }
const post = (body: unknown, headers: Record<string, string> = json, url = api.url) =>
  fetch(`${url}/graphql`, { method: 'POST', headers, body: typeof body === 'string' ? body : JSON.stringify(body) })

describe('GraphQL over HTTP', () => {
  const query = `{ image(imageId: "${images.private}") { name } }`

  it('answers POST', async () => {
    const answer = await post({ query })
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toContain('application/json')
    expect(answer.headers.get('x-amigraph-data')).toBeNull()
    expect(await answer.json()).toEqual({ data: { image: { name: 'golden-linux-1' } } })
  })

  it('answers GET, but not where another site could have sent it', async () => {
    const url = `${api.url}/graphql?query=${encodeURIComponent(query)}`
    expect((await fetch(url, { headers: { 'apollo-require-preflight': '1' } })).status).toBe(200)
    const refused = await fetch(url)
    expect(refused.status).toBe(400)
    expect(((await refused.json()) as { errors: { message: string }[] }).errors[0]?.message).toContain('CSRF')
  })

  it('compresses long answers', async () => {
    const long = await post(
      { query: '{ __schema { types { name description fields { name description } } } }' },
      { ...json, 'accept-encoding': 'gzip' },
    )
    expect(long.headers.get('content-encoding')).toBe('gzip')
  })

  it('tells browsers to load nothing, and to sniff nothing', async () => {
    const { headers } = await post({ query })
    expect(headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin')
    expect(headers.get('x-frame-options')).toBe('SAMEORIGIN')
    // That is for pages.
    expect(headers.get('cross-origin-opener-policy')).toBeNull()
  })

  it.each<[string, number, string, unknown, Record<string, string>]>([
    ['broken JSON', 400, 'BAD_REQUEST', '{"query":', json],
    ['an empty body', 400, 'BAD_REQUEST', '', json],
    ['a body that is no object', 400, 'BAD_REQUEST', '[]', json],
    ['no query', 400, 'BAD_REQUEST', {}, json],
    ['a query that is no text', 400, 'BAD_REQUEST', { query: 1 }, json],
    ['variables that are no object', 400, 'BAD_REQUEST', { query, variables: 'x' }, json],
    ['a batch', 400, 'BAD_REQUEST', [{ query }, { query }], json],
    ['a form', 415, 'UNSUPPORTED_MEDIA_TYPE', 'query=x', { 'content-type': 'application/x-www-form-urlencoded' }],
    ['text', 400, 'BAD_REQUEST', query, { 'content-type': 'text/plain' }],
    ['a body beyond 1 MiB', 413, 'PAYLOAD_TOO_LARGE', { query, variables: { x: 'x'.repeat(1024 * 1024) } }, json],
    ['a syntax error', 400, 'GRAPHQL_PARSE_FAILED', { query: '{' }, json],
    ['an unknown field', 400, 'GRAPHQL_VALIDATION_FAILED', { query: '{ nonsense }' }, json],
    ['a malformed literal', 400, 'BAD_USER_INPUT', { query: '{ account(accountId: "x") { id } }' }, json],
    [
      'an unknown operation',
      400,
      'OPERATION_RESOLUTION_FAILURE',
      { query: 'query A { __typename }', operationName: 'B' },
      json,
    ],
    [
      'too deep a query',
      400,
      'QUERY_TOO_DEEP',
      { query: `{ organization { root ${'{ parent '.repeat(25)} { id } ${'}'.repeat(25)} } }` },
      json,
    ],
    ['a mutation that there is not', 400, 'GRAPHQL_VALIDATION_FAILED', { query: 'mutation { x }' }, json],
    ['a subscription', 400, 'OPERATION_RESOLUTION_FAILURE', { query: 'subscription { x }' }, json],
    ['too many tokens', 400, 'GRAPHQL_PARSE_FAILED', { query: `{ ${'__typename '.repeat(20_000)} }` }, json],
  ])('answers %s with %i', async (_, status, code, body, headers) => {
    const answer = await post(body, headers)
    const { errors, data } = (await answer.json()) as { errors: { extensions: { code: string } }[]; data?: unknown }
    expect({ status: answer.status, code: errors[0]?.extensions.code, data }).toEqual({ status, code, data: undefined })
    expect(JSON.stringify(errors)).not.toMatch(/node_modules|at [A-Z]\w+\.|stacktrace/)
  })

  it('answers other methods and paths', async () => {
    const put = await fetch(`${api.url}/graphql`, { method: 'PUT' })
    expect(put.status).toBe(405)
    expect(put.headers.get('allow')).toBe('GET, POST')
    const nothing = await fetch(`${api.url}/nothing`)
    expect(nothing.status).toBe(404)
    expect(await nothing.json()).toMatchObject({ errors: [{ extensions: { code: 'NOT_FOUND' } }] })
  })
})

describe('health', () => {
  it('is told of process and database', async () => {
    expect(await (await fetch(`${api.url}/healthz`)).json()).toEqual({ status: 'ok' })
    const ready = await fetch(`${api.url}/readyz`)
    expect(ready.status).toBe(200)
    expect(await ready.json()).toEqual({ status: 'ready', inventory: 'filled' })
  })

  it('says what is missing, and recovers without a restart', async () => {
    const away = createPool({ url: 'postgres://nobody@127.0.0.1:1/none', poolSize: 1 }, { applicationName: 'test' })
    let pool = away
    const read: ReturnType<typeof createRead> = statement => createRead(pool)(statement)
    const own = await startApi(testContext(database.pool, { read: () => read, readPrimary: () => read, dataDir }))
    const ask = () => post({ query: '{ images(first: 1) { nodes { id } } organization { id } }' }, json, own.url)

    expect((await fetch(`${own.url}/healthz`)).status).toBe(200)
    expect((await fetch(`${own.url}/readyz`)).status).toBe(503)
    const answer = await ask()
    expect(answer.status).toBe(503)
    expect(answer.headers.get('retry-after')).toBe('5')
    const { errors } = (await answer.json()) as { errors: { extensions: unknown }[] }
    expect(errors[0]?.extensions).toEqual({ code: 'SERVICE_UNAVAILABLE' })

    pool = database.pool
    expect((await ask()).status).toBe(200)
    expect((await fetch(`${own.url}/readyz`)).status).toBe(200)
    await own.close()
    await away.end()
  })

  it('is not ready before the first migration', async () => {
    const bare = createPool({ url: new URL('/postgres', database.url).href, poolSize: 1 }, { applicationName: 'test' })
    const own = await startApi(testContext(bare, { dataDir }))
    const answer = await fetch(`${own.url}/readyz`)
    expect(answer.status).toBe(503)
    expect(await answer.json()).toEqual({ status: 'not ready', reason: expect.stringContaining('not migrated') })
    await own.close()
    await bare.end()
  })
})

describe('the explorer page', () => {
  const html = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' }

  it('loads nothing from anywhere else', async () => {
    const page = await fetch(`${api.url}/graphql`, { headers: html })
    expect(page.status).toBe(200)
    const policy = page.headers.get('content-security-policy') ?? ''
    expect(page.headers.get('cross-origin-opener-policy')).toBe('same-origin')
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("script-src 'self';")
    const text = await page.text()
    expect(text).not.toContain('Sandbox')
    expect(text).not.toMatch(/https?:/)
    const files = [...text.matchAll(/(?:src|href)="([^"]+)"/g)]
      .map(([, file]) => file ?? '')
      .filter(file => file !== 'data:,')
    expect(files).toEqual(['/explorer/explorer.css', '/explorer/explorer.js'])

    const seen = [...files, ...['editor', 'json', 'graphql'].map(name => `/explorer/${name}.worker.js`)]
    for (let file = seen.shift(); file; file = seen.shift()) {
      const asset = await fetch(api.url + file)
      expect(asset.status, file).toBe(200)
      const content = await asset.text()
      if (file.endsWith('.css')) {
        const urls = [...content.matchAll(/(?:url\(|@import\s*)["']?([^"')]+)/g)].map(([, url]) => url ?? '')
        const outside = urls.filter(url => !url.startsWith('data:') && !url.startsWith('./') && !url.startsWith('#'))
        expect(outside).toEqual([])
        seen.push(...urls.filter(url => url.startsWith('./')).map(url => `/explorer/${url.slice(2)}`))
      } else if (file.endsWith('.js')) {
        expect(content).not.toMatch(/(import\(|importScripts\(|fetch\(|new Worker\()["'`]https?:/)
      }
    }
  })

  it('gives out no other file', async () => {
    for (const path of [
      '../serve-explorer.ts',
      '..%2fserve-explorer.ts',
      '%2e%2e%2f%2e%2e%2fschema.ts',
      'nothing.js',
    ]) {
      expect((await fetch(`${api.url}/explorer/${path}`)).status, path).toBeGreaterThanOrEqual(400)
    }
  })

  it('says of sandbox data that they are made up, as does every answer', async () => {
    const own = await startApi(testContext(database.pool, { sandbox: true, dataDir }))
    const page = await fetch(`${own.url}/graphql`, { headers: html })
    expect(await page.text()).toContain('Sandbox data: made up')
    const answer = await post({ query: '{ syncStatus { running } }' }, json, own.url)
    expect(answer.headers.get('x-amigraph-data')).toBe('sandbox')
    expect(await answer.json()).toEqual({ data: { syncStatus: { running: false } }, extensions: { data: 'sandbox' } })
    await own.close()
  })
})

it('finishes what is under way when it stops, and takes nothing new', async () => {
  let release = () => {}
  const released = new Promise<void>(resolve => {
    release = resolve
  })
  let begun = () => {}
  const beginning = new Promise<void>(resolve => {
    begun = resolve
  })
  const read = createRead(database.pool)
  const own = await startApi(
    testContext(database.pool, {
      dataDir,
      read: () => async statement => {
        begun()
        await released
        return read(statement)
      },
    }),
  )
  const underWay = post({ query: '{ images(first: 1) { nodes { id } } }' }, json, own.url)
  await beginning
  const closed = own.close()
  release()
  const answer = await underWay
  expect(answer.status).toBe(200)
  expect(await answer.json()).toMatchObject({ data: { images: { nodes: [{}] } } })
  await closed
  await expect(fetch(`${own.url}/healthz`)).rejects.toThrow()
})

it('says what to do where its port is taken', async () => {
  const port = Number(new URL(api.url).port)
  await expect(startApi(testContext(database.pool, { port, dataDir }))).rejects.toMatchObject({
    name: 'ListenError',
    code: 'EADDRINUSE',
    message: expect.stringContaining(`127.0.0.1, port ${port}: another program has the port`),
  })
})
