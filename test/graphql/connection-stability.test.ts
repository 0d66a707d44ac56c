import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestApi, type TestApi } from '../support/api.ts'
import { connectionKinds, type Kind, rememberImage } from '../support/connection-kinds.ts'
import { askConnection, connectionFields, ways } from '../support/connections.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { seedInventory } from '../support/inventory.ts'

/**
 * Every connection of the schema, read page by page while rows come and go on both sides of the cursor, and the row that
 * the cursor marks goes as well: whatever was there all the time comes exactly once, in the list's order.
 */
let database: TestDatabase
let api: TestApi
let kinds: Record<string, Kind>
beforeAll(async () => {
  database = await createTestDatabase()
  await seedInventory(database.pool)
  await rememberImage(database.pool)
  kinds = connectionKinds(database.pool)
  api = await createTestApi(database.pool)
})
afterAll(async () => {
  await api.stop()
  await database.drop()
})

type Edge = { cursor: string; node: unknown }
type Page = { edges: Edge[]; nodes: unknown[]; totalCount: number; pageInfo: Record<string, unknown> }

it('knows how to make rows for every connection of the schema', () => {
  expect(connectionFields.length).toBeGreaterThanOrEqual(30)
  expect([...new Set(connectionFields.map(({ node }) => node))].toSorted()).toEqual(Object.keys(kinds).toSorted())
  expect([...new Set(connectionFields.map(({ parent }) => parent))].toSorted()).toEqual(Object.keys(ways).toSorted())
})

describe.each(connectionFields)('$path', field => {
  let kind: Kind
  beforeAll(() => {
    kind = kinds[field.node] as Kind
  })
  const page = (args: string): Promise<Page> =>
    askConnection(
      api,
      field,
      args,
      `edges { cursor node { ${kind.key} } } nodes { ${kind.key} } totalCount
       pageInfo { hasNextPage hasPreviousPage startCursor endCursor }`,
    )
  const keys = ({ edges }: Page) => edges.map(({ node: found }) => JSON.stringify(found))
  const even = Array.from({ length: 8 }, (_, i) => 2 * i)
  const odd = even.map(i => i + 1)

  /** Reads in pages of three; between two of them rows come and go. */
  const walk = async (way: 'first' | 'last') => {
    const [from, cursor] = way === 'first' ? ['after', 'endCursor'] : ['before', 'startCursor']
    const read: string[] = []
    const removed: string[] = []
    for (let at = '', step = 0; ; step += 1) {
      const part = await page(`${way}: 3 ${at}`)
      expect(part.nodes.map(found => JSON.stringify(found))).toEqual(keys(part))
      for (const { cursor: opaque } of part.edges) expect(opaque).toMatch(/^[\w-]+$/)
      if (way === 'first') read.push(...keys(part))
      else read.unshift(...keys(part))
      if (!part.pageInfo[way === 'first' ? 'hasNextPage' : 'hasPreviousPage']) return { read, removed }
      at = `${from}: "${part.pageInfo[cursor as string]}"`
      const came = odd[step]
      if (came !== undefined) await kind.add(came)
      const left = even[(step * 5) % 8]
      if (left !== undefined && step < 4) {
        const before = keys(await page('first: 1000'))
        await kind.remove(left)
        const after = new Set(keys(await page('first: 1000')))
        removed.push(...before.filter(key => !after.has(key)))
      }
    }
  }

  it.each(['first', 'last'] as const)('is stable while rows come and go, read with %s', async way => {
    for (const i of even) await kind.add(i)
    try {
      const before = keys(await page('first: 1000'))
      expect(before.length).toBeGreaterThanOrEqual(8)
      const { read, removed } = await walk(way)
      expect(removed.length).toBeGreaterThan(0)
      expect(new Set(read).size).toBe(read.length)
      const stayed = before.filter(key => !removed.includes(key))
      expect(read.filter(key => stayed.includes(key))).toEqual(stayed)
    } finally {
      for (const i of [...even, ...odd]) await kind.remove(i)
    }
  })

  it('has pages of nothing, and both ends', async () => {
    for (const i of even) await kind.add(i)
    try {
      const whole = keys(await page('first: 1000'))
      const nothing = await page('first: 0')
      expect(nothing).toMatchObject({ edges: [], nodes: [], totalCount: whole.length })
      expect(nothing.pageInfo).toMatchObject({ hasNextPage: true, startCursor: null, endCursor: null })
      expect((await page('last: 0')).edges).toEqual([])
      expect(keys(await page('first: 2'))).toEqual(whole.slice(0, 2))
      expect(keys(await page('last: 2'))).toEqual(whole.slice(-2))
      const all = await page(`first: ${whole.length}`)
      expect(all.totalCount).toBe(whole.length)
      expect(all.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: false })
    } finally {
      for (const i of even) await kind.remove(i)
    }
  })
})
