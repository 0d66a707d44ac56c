import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type RunningApi, startApi } from '../../../src/graphql/start-api.ts'
import { testContext } from '../../support/api.ts'
import { createTestDatabase, type TestDatabase } from '../../support/database.ts'
import { seedInventory } from '../../support/inventory.ts'

let database: TestDatabase
let api: RunningApi
beforeAll(async () => {
  database = await createTestDatabase()
  await seedInventory(database.pool)
  api = await startApi(
    testContext(database.pool, {
      settings: { costBudget: 1000, maxQueryCost: 500, introspection: false },
      authenticate: async authorization => ({
        name: authorization ?? 'nobody',
        scope: { kind: 'organization' },
        roles: [],
      }),
    }),
  )
})
afterAll(async () => {
  await api.close()
  await database.drop()
})

let callers = 0
/** Each with a budget of its own, unless a name is given. */
const ask = async (query: string, variables: unknown = {}, headers: Record<string, string> = {}) => {
  callers += 1
  const answer = await fetch(`${api.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `caller ${callers}`, ...headers },
    body: JSON.stringify({ query, variables }),
  })
  // biome-ignore lint/suspicious/noExplicitAny: a test knows the shape of its own query's answer
  const body = (await answer.json()) as { data?: any; errors?: any[]; extensions?: any }
  return { status: answer.status, headers: answer.headers, ...body }
}

const nested = (levels: number): unknown => (levels === 0 ? {} : { not: nested(levels - 1) })
const literal = (levels: number): string => (levels === 0 ? '{}' : `{ not: ${literal(levels - 1)} }`)
const filtered = 'query ($filter: ImageFilter) { images(first: 1, filter: $filter) { nodes { id } } }'

describe('a query that is too much', () => {
  it.each<[string, string, unknown, string]>([
    [
      'aliases',
      `{ organization { ${Array.from({ length: 201 }, (_, i) => `a${i}: id`).join(' ')} } }`,
      {},
      'QUERY_TOO_LARGE',
    ],
    ['directives', `{ organization { ${'id @include(if: true) '.repeat(201)} } }`, {}, 'QUERY_TOO_LARGE'],
    [
      'fields at its root',
      `{ ${Array.from({ length: 51 }, (_, i) => `a${i}: __typename`).join(' ')} }`,
      {},
      'QUERY_TOO_LARGE',
    ],
    [
      'fields by its fragments',
      `{ organization { root { ...F0 } } } ${Array.from({ length: 12 }, (_, i) => `fragment F${i} on OrganizationalUnit { ${i < 11 ? `a: parent { ...F${i + 1} } b: parent { ...F${i + 1} }` : 'id'} }`).join(' ')}`,
      {},
      'QUERY_TOO_LARGE',
    ],
    ['levels of a variable', filtered, { filter: nested(40) }, 'VARIABLES_TOO_LARGE'],
    ['levels of a variable, by far', filtered, { filter: nested(5000) }, 'VARIABLES_TOO_LARGE'],
    ['levels of a literal', `{ images(first: 1, filter: ${literal(40)}) { nodes { id } } }`, {}, 'VARIABLES_TOO_LARGE'],
    [
      'values',
      filtered,
      { filter: { name: { in: Array.from({ length: 10_001 }, () => 'x') } } },
      'VARIABLES_TOO_LARGE',
    ],
    [
      'values that no variable has',
      filtered,
      { other: Array.from({ length: 10_001 }, () => 1) },
      'VARIABLES_TOO_LARGE',
    ],
    ['cost', '{ images(first: 1000) { nodes { id } } }', {}, 'QUERY_TOO_EXPENSIVE'],
    [
      'cost by a variable',
      'query ($n: Int) { images(first: $n) { nodes { id } } }',
      { n: 1000 },
      'QUERY_TOO_EXPENSIVE',
    ],
  ])('in %s', async (_, query, variables, code) => {
    const { status, errors, data } = await ask(query, variables)
    expect({ status, code: errors?.[0]?.extensions.code, data }).toEqual({ status: 400, code, data: undefined })
    expect(errors).toHaveLength(1)
  })

  it('in cost is told how much it would be', async () => {
    const { errors } = await ask('{ images(first: 1000) { nodes { id } } }')
    expect(errors?.[0].extensions).toEqual({ code: 'QUERY_TOO_EXPENSIVE', cost: 1001, maxCost: 500 })
  })
})

describe('the budget of a minute', () => {
  it('is told to who asks for it', async () => {
    const query = '{ images(first: 9) { nodes { id } } }'
    expect((await ask(query)).extensions).toBeUndefined()
    const { extensions, data } = await ask(query, {}, { 'x-amigraph-cost': '1' })
    expect(data.images.nodes).toHaveLength(9)
    expect(extensions.cost).toEqual({ requested: 10, remaining: 990, resetAt: expect.any(String) })
    expect(Date.parse(extensions.cost.resetAt)).toBeGreaterThan(Date.now() - 1000)
  })

  it("is each viewer's own, and says when to come back", async () => {
    const query = '{ images(first: 400) { nodes { id } } }'
    const as = (authorization: string) => ask(query, {}, { authorization, 'x-amigraph-cost': '1' })
    expect((await as('spender')).status).toBe(200)
    expect((await as('spender')).status).toBe(200)
    const refused = await as('spender')
    expect(refused.status).toBe(429)
    expect(refused.data).toBeUndefined()
    expect(refused.errors?.[0].extensions).toMatchObject({ code: 'RATE_LIMITED', cost: 401 })
    const wait = Number(refused.headers.get('retry-after'))
    expect(wait).toBeGreaterThan(5)
    expect(wait).toBeLessThanOrEqual(13)
    expect((await as('another')).status).toBe(200)
  })

  it('is not touched by what is refused', async () => {
    const authorization = 'careful'
    await ask('{ images(first: 1000) { nodes { id } } }', {}, { authorization })
    await ask('{ nonsense }', {}, { authorization })
    const { extensions } = await ask('{ organization { id } }', {}, { authorization, 'x-amigraph-cost': '1' })
    expect(extensions.cost).toMatchObject({ requested: 1, remaining: 999 })
  })
})

describe('where the schema cannot be asked for', () => {
  it.each(['{ __schema { types { name } } }', '{ __type(name: "Image") { name } }'])('%s is refused', async query => {
    const { status, errors } = await ask(query)
    expect(status).toBe(400)
    expect(errors?.[0].message).toContain('introspection')
  })

  it('errors do not suggest its names either', async () => {
    for (const query of [
      '{ imges { nodes { id } } }',
      '{ images(frst: 1) { nodes { id } } }',
      '{ images(orderBy: { field: NAM }) { nodes { id } } }',
    ]) {
      const { errors } = await ask(query)
      expect(JSON.stringify(errors)).not.toContain('Did you mean')
    }
  })

  it('there is no page to explore it with', async () => {
    const page = await fetch(`${api.url}/graphql`, { headers: { accept: 'text/html' } })
    expect(page.status).toBe(400)
  })
})
