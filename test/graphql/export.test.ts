import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type RunningApi, startApi } from '../../src/graphql/start-api.ts'
import { createTestApi, type TestApi, testContext } from '../support/api.ts'
import { eventually } from '../support/eventually.ts'
import { createSyncedSandbox, type SyncedSandbox } from '../support/synced-sandbox.ts'

let synced: SyncedSandbox
let api: RunningApi
let queries: TestApi
let folder: string

const trusted = `query ByRegion($region: Region!) {
  images(filter: { region: { eq: $region } }, orderBy: { field: NAME }) {
    nodes { imageId name: name note: description owner { accountId } creationDate deprecated launchPermissions { grantee } }
  }
}`

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'amigraph-export-'))
  mkdirSync(join(folder, 'documents'))
  writeFileSync(join(folder, 'documents', 'by-region.graphql'), trusted)
  writeFileSync(join(folder, 'documents', 'page.graphql'), '{ images(first: 10) { nodes { id } } }')
  writeFileSync(join(folder, 'documents', 'counted.graphql'), '{ images { totalCount nodes { id } } }')
  writeFileSync(join(folder, 'documents', 'coded.graphql'), '{ syncStatus { running } }')
  synced = await createSyncedSandbox()
  await synced.sync()
  api = await startApi(testContext(synced.pool, { settings: { trustedDocuments: join(folder, 'documents') } }))
  queries = await createTestApi(synced.pool)
})
afterAll(async () => {
  await queries?.stop()
  await api?.close()
  await synced?.close()
  rmSync(folder, { recursive: true, force: true })
})

const get = (path: string, headers: Record<string, string> = {}) => fetch(`${api.url}/export/${path}`, { headers })
const variables = encodeURIComponent(JSON.stringify({ region: 'eu-west-1' }))

describe('an export', () => {
  it('has every node of the list as JSON Lines, as a query would answer it', async () => {
    const response = await get(`by-region?variables=${variables}`)
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe('application/jsonl; charset=utf-8')
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="by-region.jsonl"')
    const lines = (await response.text()).trimEnd().split('\n')
    const { data } = await queries.query(trusted.replace('images(', 'images(first: 1000, '), { region: 'eu-west-1' })
    expect(lines.map(line => JSON.parse(line))).toEqual(data.images.nodes)
    expect(lines.length).toBeGreaterThan(20)
  })

  it('is found by the hash of its document too', async () => {
    const hash = createHash('sha256').update(trusted).digest('hex')
    const byHash = await get(`${hash}?variables=${variables}`)
    expect(await byHash.text()).toBe(await (await get(`by-region?variables=${variables}`)).text())
  })

  it('is CSV on demand: a column for each field, lists and objects as JSON, unknown values empty', async () => {
    const response = await get(`by-region?format=csv&variables=${variables}`)
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8; header=present')
    const [head, ...lines] = (await response.text()).trimEnd().split('\r\n')
    expect(head).toBe('imageId,name,note,owner,creationDate,deprecated,launchPermissions')
    const { data } = await queries.query(trusted.replace('images(', 'images(first: 1000, '), { region: 'eu-west-1' })
    const quoted = (value: unknown): string => `"${JSON.stringify(value).replaceAll('"', '""')}"`
    const cell = (text: string | null): string =>
      text !== null && /[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : (text ?? '')
    expect(lines).toEqual(
      data.images.nodes.map((node: Record<string, unknown>) =>
        [
          node['imageId'],
          cell(node['name'] as string | null),
          cell(node['note'] as string | null),
          quoted(node['owner']),
          node['creationDate'],
          String(node['deprecated']),
          node['launchPermissions'] === null
            ? ''
            : JSON.stringify(node['launchPermissions']) === '[]'
              ? '[]'
              : quoted(node['launchPermissions']),
        ].join(','),
      ),
    )
  })

  it.each(['images', 'instances', 'accounts', 'coverage'])('of %s comes with amigraph, in both formats', async name => {
    const response = await get(name)
    expect(response.status).toBe(200)
    const nodes = (await response.text()).trimEnd().split('\n')
    const { data } = await queries.query(`{ ${name} { totalCount } }`)
    expect(nodes.length).toBe(data[name].totalCount)
    for (const node of nodes) JSON.parse(node)
    expect((await get(`${name}?format=csv`)).status).toBe(200)
  })

  it('is compressed for who takes it compressed', async () => {
    const { hostname, port } = new URL(api.url)
    const { request } = await import('node:http')
    const body = await new Promise<Buffer>((resolve, reject) => {
      const asked = request(
        { hostname, port, path: '/export/images', headers: { 'accept-encoding': 'gzip' } },
        response => {
          const chunks: Buffer[] = []
          response.on('data', chunk => chunks.push(chunk)).on('end', () => resolve(Buffer.concat(chunks)))
        },
      )
      asked.on('error', reject).end()
    })
    expect(gunzipSync(body).toString()).toBe(await (await get('images')).text())
  })
})

describe('what cannot be exported gets a clear error', () => {
  it.each([
    ['nobody', 404, 'PERSISTED_QUERY_NOT_FOUND', /nobody/],
    ['images?format=xml', 400, 'BAD_USER_INPUT', /jsonl or csv/],
    ['by-region', 400, 'BAD_USER_INPUT', /region/],
    ['by-region?variables=[', 400, 'BAD_USER_INPUT', /JSON object/],
    [`by-region?variables=${encodeURIComponent('{"region":5}')}`, 400, 'BAD_USER_INPUT', /region/],
    ['page', 400, 'BAD_USER_INPUT', /leave out first/],
    ['counted', 400, 'BAD_USER_INPUT', /nodes alone/],
    ['coded', 400, 'BAD_USER_INPUT', /one list/],
  ])('%s', async (path, status, code, message) => {
    const response = await get(path)
    expect(response.status).toBe(status)
    const { errors } = (await response.json()) as { errors: { message: string; extensions: { code: string } }[] }
    expect(errors[0]?.extensions.code).toBe(code)
    expect(errors[0]?.message).toMatch(message)
  })
})

it('gives its connection back when the client goes away', async () => {
  // The sync keeps one of its own.
  const lent = () => synced.pool.totalCount - synced.pool.idleCount
  const before = lent()
  for (let round = 0; round < 6; round += 1) {
    const controller = new AbortController()
    const response = await fetch(`${api.url}/export/images`, { signal: controller.signal })
    controller.abort()
    await response.text().catch(() => {})
  }
  await eventually(async () => expect((await get('accounts')).status).toBe(200))
  await eventually(() => expect(lent()).toBe(before))
})
