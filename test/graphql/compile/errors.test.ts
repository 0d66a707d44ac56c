import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Read } from '../../../src/db/statement.ts'
import { createTestApi, type TestApi } from '../../support/api.ts'
import { createTestDatabase, type TestDatabase } from '../../support/database.ts'
import { images, seedInventory } from '../../support/inventory.ts'

/** Every mistake, and every failure of the database, is told as the resolvers tell it. */
let database: TestDatabase
let compiled: TestApi
let resolved: TestApi

beforeAll(async () => {
  database = await createTestDatabase()
  await seedInventory(database.pool)
  compiled = await createTestApi(database.pool)
  resolved = await createTestApi(database.pool, { compile: false })
})
afterAll(async () => {
  await compiled.stop()
  await resolved.stop()
  await database.drop()
})

const page =
  'query ($first: Int, $last: Int, $after: String, $ids: [ID!]!) { a: images(first: $first, last: $last, after: $after) { nodes { id } } b: nodes(ids: $ids) { id } }'

it.each<[string, string, Record<string, unknown>]>([
  ['a page that is too large', page, { first: 1001, ids: [] }],
  ['a page below nothing', page, { last: -1, ids: [] }],
  ['both directions', page, { first: 1, last: 1, ids: [] }],
  ['a malformed cursor', page, { after: '????', ids: [] }],
  ['a cursor of another order', page, { after: Buffer.from('["NAME","a","b","c"]').toString('base64url'), ids: [] }],
  ['a malformed global ID among others', page, { ids: [`Image:eu-central-1:${images.private}`, 'nonsense'] }],
  ['a malformed page that nothing is asked of', '{ images(first: 1001) { __typename } }', {}],
  ['a malformed image ID', 'query ($id: ID!) { image(imageId: $id) { id } }', { id: 'nonsense' }],
  ['an ID in two Regions', 'query ($id: ID!) { image(imageId: $id) { id } }', { id: images.twoRegions }],
  ['a NUL in a text', 'query ($n: String) { images(filter: { name: { eq: $n } }) { totalCount } }', { n: 'a\0b' }],
  [
    'months that end before they begin',
    'query ($m: MonthRange!) { account(accountId: "100000000002") { monthlyCosts(months: $m) { month } } }',
    { m: { from: '2026-02', to: '2026-01' } },
  ],
  [
    'too many months',
    'query ($m: MonthRange!) { account(accountId: "100000000002") { monthlyCosts(months: $m) { month } } }',
    { m: { from: '2020-02', to: '2026-01' } },
  ],
  [
    'a malformed month',
    'query ($m: MonthRange!) { account(accountId: "100000000002") { monthlyCosts(months: $m) { month } } }',
    { m: { from: '2026-13', to: '2026-01' } },
  ],
  ['a missing variable', 'query ($id: ID!) { image(imageId: $id) { id } }', {}],
  ['more gaps than there may be', 'query ($n: Int!) { images { coverage { gaps(first: $n) { kind } } } }', { n: 1001 }],
  [
    'more permissions than there may be',
    `query ($n: Int) { image(imageId: "${images.private}") { launchPermissions(first: $n) { kind } } }`,
    { n: 1001 },
  ],
])('tells of %s', async (_, query, variables) => {
  const [left, right] = [await compiled.query(query, variables), await resolved.query(query, variables)]
  expect(left.errors).toBeDefined()
  expect({ data: left.data, errors: left.errors }).toEqual({ data: right.data, errors: right.errors })
})

const failing = (code: string, message: string) => (): Read =>
  Object.assign(async () => {
    throw Object.assign(new Error(message), { code })
  })

it.each([
  ['that is away', 'ECONNREFUSED', 'SERVICE_UNAVAILABLE'],
  ['that takes too long', '57014', 'TIMEOUT'],
  ['that has no such column', '42703', 'INTERNAL_SERVER_ERROR'],
])('tells of a database %s, and nothing of its message', async (_, sqlState, code) => {
  const read = failing(sqlState, 'column secret does not exist')
  const [one, other] = [
    await createTestApi(database.pool, { read }),
    await createTestApi(database.pool, { read, compile: false }),
  ]
  for (const query of [
    '{ image(imageId: "ami-00000001", region: "eu-central-1") { id } }',
    '{ images { totalCount } }',
  ]) {
    const [left, right] = [await one.query(query), await other.query(query)]
    expect(left.data).toEqual(right.data)
    expect(left.errors).toHaveLength(1)
    const [error, same] = [left.errors?.[0], right.errors?.[0]]
    expect(error).toMatchObject({ message: same?.message, extensions: { code } })
    expect({ path: error?.path, locations: error?.locations }).toEqual({ path: same?.path, locations: same?.locations })
    expect(JSON.stringify(left)).not.toContain('secret')
  }
  await one.stop()
  await other.stop()
})
