import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { everybody } from '../../src/auth/authenticate.ts'
import { createPool } from '../../src/db/pool.ts'
import { createRead, type Read } from '../../src/db/statement.ts'
import { createApollo } from '../../src/graphql/apollo.ts'
import { createRequestContext } from '../../src/graphql/request-context.ts'
import { createTestApi, silentLogger, type TestApi, testContext } from '../support/api.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { images, seedInventory } from '../support/inventory.ts'

let database: TestDatabase
let api: TestApi

beforeAll(async () => {
  database = await createTestDatabase()
  await seedInventory(database.pool)
  api = await createTestApi(database.pool)
})
afterAll(async () => {
  await api.stop()
  await database.drop()
})

const cursor = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')

describe('what a caller gets wrong', () => {
  it.each<[string, string, string]>([
    ['{ images(first: 1001) { nodes { id } } }', 'INVALID_PAGE_SIZE', 'first has to be from 0 to 1000, it is 1001'],
    ['{ images(last: 1001) { nodes { id } } }', 'INVALID_PAGE_SIZE', 'last has to be from 0 to 1000, it is 1001'],
    ['{ images(first: -1) { totalCount } }', 'INVALID_PAGE_SIZE', 'first has to be from 0 to 1000, it is -1'],
    ['{ coverage(first: 2000) { nodes { kind } } }', 'INVALID_PAGE_SIZE', 'it is 2000'],
    ['{ organization { coverage { gaps(first: 1001) { kind } } } }', 'INVALID_PAGE_SIZE', 'it is 1001'],
    ['{ images(first: 1, last: 1) { nodes { id } } }', 'BAD_USER_INPUT', 'not both'],
    ['{ images(after: "") { nodes { id } } }', 'BAD_USER_INPUT', 'The cursor is malformed'],
    ['{ images(after: "!!") { nodes { id } } }', 'BAD_USER_INPUT', 'The cursor is malformed'],
    ['{ images(before: "bm90IGpzb24") { nodes { id } } }', 'BAD_USER_INPUT', 'The cursor is malformed'],
    [`{ images(after: "${cursor('CREATION_DATE')}") { nodes { id } } }`, 'BAD_USER_INPUT', 'malformed'],
    [
      `{ images(after: "${cursor(['CREATION_DATE', 'x', 'y', 'z'])}") { nodes { id } } }`,
      'BAD_USER_INPUT',
      'malformed',
    ],
    [
      `{ images(after: "${cursor(['CREATION_DATE', '2026-13-45T00:00:00Z', 'y', 'z'])}") { nodes { id } } }`,
      'BAD_USER_INPUT',
      'malformed',
    ],
    ...['0000-01-01T00:00:00Z', '2026-01-01T00:00:00+23:00', '2026-01-01T00:00:00+15:00'].map(
      (time): [string, string, string] => [
        `{ images(after: "${cursor(['CREATION_DATE', time, 'y', 'z'])}") { nodes { id } } }`,
        'BAD_USER_INPUT',
        'malformed',
      ],
    ),
    [
      `{ images(after: "${cursor(['CREATION_DATE', '2026-01-01T00:00:00Z', 'a\0', 'z'])}") { nodes { id } } }`,
      'BAD_USER_INPUT',
      'malformed',
    ],
    [
      `{ images(after: "${cursor(['CREATION_DATE', '2026-01-01T00:00:00Z'])}") { nodes { id } } }`,
      'BAD_USER_INPUT',
      'malformed',
    ],
    [
      `{ images(after: "${cursor(['NAME', 'a', 'b', 'c'])}") { nodes { id } } }`,
      'BAD_USER_INPUT',
      'ordered by NAME, this one is ordered by CREATION_DATE',
    ],
    [
      `{ snapshots(orderBy: { field: VOLUME_SIZE }, after: "${cursor(['VOLUME_SIZE', 1e12, 'b', 'c'])}") { nodes { id } } }`,
      'BAD_USER_INPUT',
      'malformed',
    ],
    [
      '{ image(imageId: "nonsense") { id } }',
      'BAD_USER_INPUT',
      '"nonsense" is not an image ID, such as ami-0123456789abcdef0',
    ],
    [`{ image(imageId: "ami-' or 1=1 --") { id } }`, 'BAD_USER_INPUT', 'is not an image ID'],
    [`{ image(imageId: "${images.twoRegions}") { id } }`, 'BAD_USER_INPUT', 'exists in eu-central-1, us-east-1'],
    ['{ instance(instanceId: "") { id } }', 'BAD_USER_INPUT', 'is not an instance ID'],
    ['{ snapshot(snapshotId: "snap") { id } }', 'BAD_USER_INPUT', 'is not a snapshot ID'],
    ['{ organizationalUnit(id: "x") { id } }', 'BAD_USER_INPUT', 'organizational unit'],
    ['{ productCode(productCode: "a b") { id } }', 'BAD_USER_INPUT', 'is not a product code'],
    ['{ node(id: "x") { id } }', 'BAD_USER_INPUT', 'is not a global ID'],
    ['{ node(id: "Image:eu-central-1") { id } }', 'BAD_USER_INPUT', 'is not a global ID'],
    ['{ node(id: "__proto__:x") { id } }', 'BAD_USER_INPUT', 'is not a global ID'],
    ['{ account(accountId: "12345") { id } }', 'BAD_USER_INPUT', 'AccountId has to be 12 digits'],
    ['{ account(accountId: 123456789012) { id } }', 'BAD_USER_INPUT', 'AccountId has to be 12 digits'],
    ['{ images(filter: { region: { eq: "Europe" } }) { totalCount } }', 'BAD_USER_INPUT', 'Region has to be'],
    [
      '{ images(filter: { creationDate: { after: "yesterday" } }) { totalCount } }',
      'BAD_USER_INPUT',
      'DateTime has to be',
    ],
    [String.raw`{ images(filter: { name: { eq: "a\u0000b" } }) { totalCount } }`, 'BAD_USER_INPUT', 'NUL'],
    ['{ images { nodes { nonsense } } }', 'GRAPHQL_VALIDATION_FAILED', 'Cannot query field'],
    ['{ images(filter: { state: { eq: NONSENSE } }) { totalCount } }', 'GRAPHQL_VALIDATION_FAILED', 'NONSENSE'],
    ['{ images(', 'GRAPHQL_PARSE_FAILED', 'Syntax Error'],
    [
      `{ images(first: 1000) { nodes { launchableBy(first: 200) { nodes { account { id } } } } } }`,
      'QUERY_TOO_EXPENSIVE',
      '402001 points, more than the 100000',
    ],
    [`{ organization { root ${'{ parent '.repeat(25)} { id } ${'}'.repeat(25)} } }`, 'QUERY_TOO_DEEP', '20 levels'],
  ])('%s', async (query, code, message) => {
    const { errors, data } = await api.query(query)
    expect(errors).toHaveLength(1)
    expect(errors?.[0]?.message).toContain(message)
    expect(errors?.[0]?.extensions).toMatchObject({ code })
    expect(JSON.stringify(data ?? null)).toMatch(/^(null|\{"[a-zA-Z]+":null\})$/)
  })

  it('is told of variables as well', async () => {
    const { errors } = await api.query('query ($id: AccountId!) { account(accountId: $id) { id } }', { id: 'x' })
    expect(errors?.[0]).toMatchObject({ extensions: { code: 'BAD_USER_INPUT' } })
  })

  it('costs the other fields nothing', async () => {
    const { data, errors } = await api.query('{ image(imageId: "x") { id } syncStatus { running } }')
    expect(errors).toHaveLength(1)
    expect(data).toEqual({ image: null, syncStatus: { running: false } })
  })
})

it('answers null for what it has never seen, without an error', async () => {
  const { data, errors } = await api.query(`{
    image(imageId: "ami-99999999") { id } account(accountId: "555555555555") { id } instance(instanceId: "i-99999999") { id }
    snapshot(snapshotId: "snap-99999999") { id } organizationalUnit(id: "ou-none-00000000") { id } productCode(productCode: "none") { id }
  }`)
  expect(errors).toBeUndefined()
  expect(new Set(Object.values(data))).toEqual(new Set([null]))
})

it('takes pages of no nodes', async () => {
  const { data } = await api.query(
    '{ images(first: 0) { nodes { id } totalCount pageInfo { hasNextPage hasPreviousPage endCursor } } }',
  )
  expect(data.images).toEqual({
    nodes: [],
    totalCount: 16,
    pageInfo: { hasNextPage: true, hasPreviousPage: false, endCursor: null },
  })
})

describe('what goes wrong here', () => {
  const broken = async (read: Read, logger = silentLogger) => {
    const context = testContext(database.pool, { read: () => read, readPrimary: () => read, logger })
    const apollo = createApollo(context)
    const { body } = await apollo.executeOperation(
      { query: '{ images { nodes { id } } }' },
      { contextValue: createRequestContext(context, { viewer: everybody, requestId: 'test' }) },
    )
    await apollo.stop()
    return body.kind === 'single' ? JSON.parse(JSON.stringify(body.singleResult)) : null
  }

  it('is masked, and found in the log by its ID', async () => {
    const logged: unknown[] = []
    const logger = Object.assign(Object.create(silentLogger), { error: (entry: unknown) => logged.push(entry) })
    const secret = new Error('syntax error at or near "select secret from passwords"')
    const { errors } = await broken(() => Promise.reject(secret), logger)
    expect(errors).toEqual([
      {
        message: expect.stringContaining('error ID'),
        locations: expect.anything(),
        path: ['images', 'nodes'],
        extensions: { code: 'INTERNAL_SERVER_ERROR', errorId: expect.stringMatching(/^[0-9a-f-]{36}$/) },
      },
    ])
    expect(logged).toEqual([expect.objectContaining({ err: secret, errorId: errors[0].extensions.errorId })])
  })

  it('says so where the database is away', async () => {
    const pool = createPool({ url: 'postgres://nobody@127.0.0.1:1/none', poolSize: 1 }, { applicationName: 'test' })
    const { errors } = await broken(createRead(pool))
    await pool.end()
    expect(errors[0]).toMatchObject({
      message: expect.stringContaining('try again'),
      extensions: { code: 'SERVICE_UNAVAILABLE' },
    })
    expect(JSON.stringify(errors)).not.toContain('127.0.0.1')
  })

  it('says so where a statement takes too long', async () => {
    const timedOut = Object.assign(new Error('canceling statement due to statement timeout'), { code: '57014' })
    const { errors } = await broken(() => Promise.reject(timedOut))
    expect(errors[0].extensions).toEqual({ code: 'TIMEOUT' })
  })
})
