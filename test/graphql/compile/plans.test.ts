import { buildSchema, Kind, type OperationDefinitionNode, parse } from 'graphql'
import { expect, it } from 'vitest'
import type { Bindings } from '../../../src/db/slot.ts'
import { bind } from '../../../src/graphql/compile/plan.ts'
import { createPlans, type FoundPlan } from '../../../src/graphql/compile/plans.ts'
import { readTypeDefs } from '../../../src/graphql/schema.ts'

const schema = buildSchema(readTypeDefs().join('\n'))

/** Finds plans as the server does: the same text is the same document. */
const createFinder = () => {
  const defects: unknown[] = []
  const find = createPlans(schema, defect => defects.push(defect))
  const documents = new Map<string, ReturnType<typeof parse>>()
  return (text: string, variables: Bindings = {}, isNarrow = false): FoundPlan | null => {
    const document = documents.get(text) ?? parse(text)
    documents.set(text, document)
    const operation = document.definitions.find(each => each.kind === Kind.OPERATION_DEFINITION)
    const found = find({ document, operation: operation as OperationDefinitionNode, variables, isNarrow })
    expect(defects).toEqual([])
    return found
  }
}

const statementsOf = (found: FoundPlan | null) =>
  found?.plan.fields.map(({ statement }) => statement && bind(statement, found.variables)) ?? []

it('makes a statement once for all values of a shape, and binds each', () => {
  const find = createFinder()
  const query =
    'query ($owner: AccountId, $first: Int) { images(first: $first, filter: { owner: { eq: $owner } }) { nodes { imageId } } }'
  const one = find(query, { owner: '100000000001', first: 2 })
  const other = find(query, { owner: '100000000002', first: 3 })
  expect(one?.plan).toBe(other?.plan)
  expect(statementsOf(one)[0]?.values).toEqual(['100000000001', 2])
  expect(statementsOf(other)[0]?.values).toEqual(['100000000002', 3])
})

it.each<[string, string, Bindings, Bindings]>([
  [
    'a value that is absent',
    'query ($o: AccountId) { images(filter: { owner: { eq: $o } }) { nodes { id } } }',
    {},
    { o: '100000000001' },
  ],
  [
    'null',
    'query ($o: AccountId) { images(filter: { owner: { eq: $o } }) { nodes { id } } }',
    { o: null },
    { o: '100000000001' },
  ],
  [
    'the condition of a directive',
    'query ($b: Boolean!) { images { nodes { id name @include(if: $b) } } }',
    { b: true },
    { b: false },
  ],
  [
    'the order',
    'query ($o: ImageOrder) { images(orderBy: $o) { nodes { id } } }',
    { o: { field: 'NAME' } },
    { o: { field: 'IMAGE_ID' } },
  ],
  [
    'the fields of an input',
    'query ($f: ImageFilter) { images(filter: $f) { nodes { id } } }',
    { f: { deprecated: true } },
    { f: { paid: true } },
  ],
  [
    'the length of a list of inputs',
    'query ($f: ImageFilter) { images(filter: $f) { nodes { id } } }',
    { f: { any: [{}] } },
    { f: { any: [{}, {}] } },
  ],
])('makes another statement for %s', (_, query, left, right) => {
  const find = createFinder()
  const [one, other] = [find(query, left), find(query, right)]
  expect(one).not.toBeNull()
  expect(other).not.toBeNull()
  expect(one?.plan).not.toBe(other?.plan)
})

it('has values of lists, enumerations, times and literals as parameters', () => {
  const find = createFinder()
  const query = `query ($ids: [ID!], $state: ImageState, $filter: ImageFilter) {
    images(first: 7, filter: { all: [{ imageId: { in: $ids } }, { state: { eq: $state } }, $filter, { name: { like: "a*" } }] }) { totalCount }
  }`
  const variables = {
    ids: ['ami-00000001', 'ami-00000002'],
    state: 'DISABLED',
    filter: { creationDate: { after: '2026-01-01T00:00:00Z' } },
  }
  const [statement] = statementsOf(find(query, variables))
  expect(statement?.values).toEqual([['ami-00000001', 'ami-00000002'], 'DISABLED', '2026-01-01T00:00:00Z', 'a%'])
  expect(statement?.text).not.toContain('DISABLED')
})

it.each([
  ['introspection', '{ __schema { queryType { name } } }', {}],
  ['a field of code beside facts', '{ syncStatus { running } images { totalCount } }', {}],
  ['first and last at once', '{ images(first: 1, last: 1) { nodes { id } } }', {}],
  ['a page that is too large', '{ images(first: 1001) { nodes { id } } }', {}],
  ['a malformed cursor', '{ images(after: "x") { nodes { id } } }', {}],
  ['a malformed ID', '{ image(imageId: "x") { id } }', {}],
  ['a value of another type', 'query ($first: Int) { images(first: $first) { nodes { id } } }', { first: 'x' }],
])('leaves %s to the resolvers', (_, query, variables) => {
  expect(createFinder()(query, variables)).toBeNull()
})

it('asks the database for nothing that is not asked for', () => {
  const text = (query: string) => statementsOf(createFinder()(query))[0]?.text ?? ''
  expect(text('{ images { totalCount } }')).not.toContain('limit')
  expect(text('{ images { nodes { imageId } } }')).not.toContain('count(')
  expect(text('{ images { nodes { imageId } } }')).not.toContain('row_number')
  expect(text('{ images { nodes { imageId } } }')).not.toMatch(/exists|json_build_array/)
  expect(text('{ images { pageInfo { hasNextPage } } }')).not.toContain('row_to_json(o) from (select "t1"."image_id"')
})

it('tells what besides the facts decides an answer', () => {
  const dependsOn = (query: string) => createFinder()(query)?.plan.dependsOn
  const selection = (fields: string) => `{ images { nodes { ${fields} } } }`
  expect(dependsOn(selection('imageId visibility launchPermissions { kind } launchableBy { totalCount }'))).toEqual({
    observations: false,
    time: false,
  })
  expect(dependsOn(selection('deprecated'))).toEqual({ observations: false, time: true })
  expect(dependsOn('{ images(filter: { deprecated: true }) { totalCount } }')).toEqual({
    observations: false,
    time: true,
  })
  expect(dependsOn(selection('observedAt'))).toEqual({ observations: true, time: false })
  expect(dependsOn(selection('launchPermissions { observedAt }'))).toEqual({ observations: true, time: false })
  expect(dependsOn(selection('launchPermissionsRead { attemptedAt }'))).toEqual({ observations: true, time: false })
  expect(dependsOn('{ images { coverage { complete } } }')).toEqual({ observations: true, time: true })
  expect(dependsOn('{ coverage { nodes { status } } }')).toEqual({ observations: true, time: true })
})

it('begins lists from what a viewer sees where that is little', () => {
  const find = createFinder()
  const [all, little] = [find('{ images { totalCount } }'), find('{ images { totalCount } }', {}, true)]
  expect(all?.plan).not.toBe(little?.plan)
  expect(statementsOf(little)[0]?.text).toContain('viewer_images')
})

it('recognises variables that it was asked with before, and takes none for others', () => {
  const find = createFinder()
  const query =
    'query ($first: Int, $o: AccountId) { images(first: $first, filter: { owner: { eq: $o } }) { nodes { id } } }'
  const asked = (variables: Bindings) => find(query, variables)?.id
  expect(asked({ first: 2, o: '100000000001' })).toBe(asked({ first: 2, o: '100000000001' }))
  const all = [{ first: 2 }, { first: 3 }, { first: null }, { first: 2, o: null }, { first: 2, o: '100000000001' }, {}]
  expect(new Set(all.map(asked)).size).toBe(all.length)
  expect(find(query, { first: 2 }, true)?.id).not.toBe(asked({ first: 2 }))
  // In JSON they look the same.
  expect(find(query, { first: null })).not.toBeNull()
  expect(find(query, { first: Number.POSITIVE_INFINITY })).toBeNull()
})
