import { buildSchema, getOperationAST, parse } from 'graphql'
import { describe, expect, it } from 'vitest'
import { evaluate } from '../../../src/graphql/limits/cost.ts'
import { createQueryPlanner } from '../../../src/graphql/limits/plan-query.ts'
import { readTypeDefs } from '../../../src/graphql/schema.ts'

const schema = buildSchema(readTypeDefs().join('\n'))
const planner = createQueryPlanner(schema, { mostFields: 2000, deepest: 20 })

const planOf = (query: string) => {
  const document = parse(query)
  const operation = getOperationAST(document)
  if (!operation) throw new Error('No operation')
  return planner(document, operation)
}
const costOf = (query: string, variables: Record<string, unknown> = {}) => evaluate(planOf(query).cost, variables)

describe('what a query costs', () => {
  it.each<[string, number]>([
    // An object costs 1, what it holds nothing.
    ['{ organization { id arn } }', 1],
    ['{ image(imageId: "x") { name owner { name } } }', 2],
    // A list costs 1 for itself and 1 for each node of its page.
    ['{ images { nodes { id } } }', 51],
    ['{ images(first: 10) { nodes { id } } }', 11],
    ['{ images(last: 10) { nodes { id } } }', 11],
    ['{ images(first: null, last: 7) { nodes { id } } }', 8],
    ['{ images(first: 10) { edges { cursor node { id } } } }', 11],
    ['{ images(first: 10) { edges { cursor } pageInfo { hasNextPage } } }', 1],
    ['{ images(first: 0) { nodes { id } } }', 1],
    ['{ images(first: 10) { totalCount } }', 11],
    ['{ images(first: 10) { nodes { id } coverage { complete } } }', 12],
    // Pages within pages.
    ['{ images(first: 10) { nodes { owner { name } launchableBy(first: 5) { nodes { account { id } } } } } }', 131],
    // Lists that are not read in pages.
    ['{ image(imageId: "x") { tags { key } } }', 11],
    ['{ image(imageId: "x") { launchPermissions { kind } blockDevices { deviceName } } }', 23],
    ['{ organization { coverage { gaps { kind } } } }', 12],
    ['{ organization { coverage { gaps(first: 3) { kind } } } }', 5],
    ['{ nodes(ids: ["a", "b", "c"]) { id } }', 3],
    // Beyond the largest page the answer is an error.
    ['{ images(first: 5000) { nodes { id } } }', 1001],
    ['{ images(first: -5) { nodes { id } } }', 1],
    // Equal fields are merged, aliases are not.
    ['{ images(first: 10) { nodes { id } nodes { name } } images(first: 10) { nodes { state } } }', 11],
    ['{ a: images(first: 10) { nodes { id } } b: images(first: 10) { nodes { id } } }', 22],
    ['{ ...F ...F } fragment F on Query { images(first: 10) { nodes { id } } }', 11],
    // Of several types the dearest counts.
    [
      '{ node(id: "x") { id ... on Image { owner { id } tags { key } } ... on Account { images(first: 4) { nodes { id } } } } }',
      12,
    ],
    ['{ node(id: "x") { ... on Node { ... on Image { owner { id } } } } }', 2],
    // Skipped is free.
    ['{ organization { id } images @skip(if: true) { nodes { id } } }', 1],
    ['{ organization { id } ... @include(if: false) { images { nodes { id } } } }', 1],
    ['{ __typename }', 0],
  ])('%s', (query, cost) => {
    expect(costOf(query)).toBe(cost)
  })

  it('follows the variables', () => {
    const query =
      'query ($n: Int = 3, $m: Int, $ids: [ID!]!, $all: Boolean!) { images(first: $n, last: $m) { nodes { id } } nodes(ids: $ids) { id } organization @include(if: $all) { id } }'
    expect(costOf(query, { ids: [], all: false })).toBe(4)
    expect(costOf(query, { n: 20, ids: ['a', 'b'], all: true })).toBe(24)
    expect(costOf(query, { n: null, m: 7, ids: [], all: false })).toBe(4)
    expect(costOf(query, { n: 'nonsense', ids: 'one', all: 'maybe' })).toBeGreaterThanOrEqual(4)
  })

  it('counts the introspection by how large the schema is', () => {
    const types = '{ __schema { types { name } } }'
    expect(costOf(types)).toBeGreaterThan(5)
    expect(costOf(types)).toBeLessThan(50)
    const fields = '{ __schema { types { fields { type { fields { type { fields { name } } } } } } } }'
    expect(costOf(fields)).toBeGreaterThan(1000)
  })
})

describe('a query that grows', () => {
  const chain = (length: number, body: (next: string) => string) =>
    Array.from(
      { length },
      (_, i) => `fragment F${i} on OrganizationalUnit { ${i + 1 < length ? body(`...F${i + 1}`) : 'id'} }`,
    ).join(' ')

  it('through its fragments is given up on, quickly', () => {
    const query = `{ organization { root { ...F0 } } } ${chain(18, next => `a: parent { ${next} } b: parent { ${next} }`)}`
    const started = performance.now()
    expect(planOf(query).fields).toBeGreaterThan(2000)
    expect(performance.now() - started).toBeLessThan(1000)
  })

  it('only in how often it names a fragment does not grow', () => {
    const query = `{ organization { root { ...F0 } } } ${chain(500, next => `${next} ${next}`)}`
    expect(planOf(query).fields).toBeLessThan(10)
  })

  it('under conditions is not visited without end', () => {
    const query = `query ($a: Boolean!, $b: Boolean!) { organization { root { ...F0 } } } ${chain(100, next => `${next} @include(if: $a) ${next} @include(if: $b) ${next} @skip(if: $a)`)}`
    const started = performance.now()
    expect(planOf(query).fields).toBeLessThan(10)
    expect(performance.now() - started).toBeLessThan(1000)
  })

  it('in depth is measured as far as it is allowed to go', () => {
    expect(planOf('{ organization { root { parent { id } } } }').depth).toBe(3)
    expect(planOf(`{ organization { root ${'{ parent '.repeat(500)} { id } ${'}'.repeat(500)} } }`).depth).toBe(21)
  })
})
