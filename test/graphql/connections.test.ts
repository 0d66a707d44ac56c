import { type GraphQLField, isEnumType, isInputObjectType } from 'graphql'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestApi, type TestApi } from '../support/api.ts'
import {
  imageReferenceRow,
  instanceTypeRow,
  launchTemplateRow,
  recycledRow,
  seedConfiguration,
} from '../support/configuration.ts'
import { connectionKinds, rememberImage } from '../support/connection-kinds.ts'
import { askConnection, type ConnectionField, connectionFields, schema, ways } from '../support/connections.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import {
  accounts,
  imageRow,
  images,
  insert,
  instanceRow,
  organizationArn,
  regions,
  seedInventory,
  units,
} from '../support/inventory.ts'

const fields = connectionFields.map(connection => ({ ...connection, orders: ordersOf(connection.field) }))

function ordersOf(field: GraphQLField<unknown, unknown>): string[] {
  const input = field.args.find(({ name }) => name === 'orderBy')?.type
  const order = isInputObjectType(input) ? input.getFields()['field']?.type : undefined
  const names = order && String(order).replace('!', '')
  const type = names ? schema.getType(names) : undefined
  return isEnumType(type) ? type.getValues().map(({ name }) => name) : []
}

/** Nodes whose rows are made as for the test of stability. */
const ownRows = [
  'Account',
  'Bill',
  'BillReconciliation',
  'Change',
  'Cost',
  'DeadLetter',
  'DeregistrationSaving',
  'Exposure',
  'GoldenDrift',
  'GoldenImage',
  'ImageRelative',
  'ImageUnderCriteria',
  'ImageVersion',
  'InstanceUnderCriteria',
  'PaidProduct',
  'ReplacementSaving',
  'ShareProblem',
  'UsageOperationDrift',
]

let database: TestDatabase
let api: TestApi

beforeAll(async () => {
  database = await createTestDatabase()
  const { pool } = database
  await seedInventory(pool)
  // More of everything, with equal and missing values, because ties are where paging goes wrong.
  const many = Array.from({ length: 9 }, (_, i) => i)
  await insert(
    pool,
    'images',
    many.map(i =>
      imageRow(`ami-0000001${i}`, {
        creation_date: i % 3 ? '2026-01-01T00:00:00Z' : null,
        name: i % 2 ? null : 'same',
      }),
    ),
  )
  await insert(
    pool,
    'sync_runs',
    many.map(i => ({
      started_at: `2026-11-0${1 + (i % 3)}T00:00:00Z`,
      finished_at: '2026-11-05T00:00:00Z',
      sources: i,
    })),
  )
  await insert(
    pool,
    'image_product_codes',
    many.map(i => ({
      region: regions.frankfurt,
      image_id: `ami-0000001${i}`,
      product_code: 'prodcode1',
      kind: 'MARKETPLACE',
    })),
  )
  await insert(
    pool,
    'image_block_devices',
    many.map(i => ({
      region: regions.frankfurt,
      image_id: `ami-0000001${i}`,
      device_name: '/dev/sda1',
      ordinal: 0,
      snapshot_id: 'snap-00000001',
      suppressed: false,
    })),
  )
  await insert(
    pool,
    'instances',
    many.map(i =>
      instanceRow(`i-0000001${i}`, images.manyPaths, {
        account_id: accounts.golden,
        launch_time: i % 3 ? '2026-05-01T00:00:00.123456Z' : null,
      }),
    ),
  )
  await insert(
    pool,
    'instance_product_codes',
    many.map(i => ({
      account_id: accounts.golden,
      region: regions.frankfurt,
      instance_id: `i-0000001${i}`,
      product_code: 'prodcode1',
      kind: 'MARKETPLACE',
    })),
  )
  await insert(
    pool,
    'organizational_units',
    many.map(i => ({
      organizational_unit_id: `ou-main-more000${i}`,
      organization_id: 'o-main000001',
      parent_id: units.root,
      arn: organizationArn(),
      name: 'same',
      path: 'Root/same',
      ancestor_ids: [units.root, `ou-main-more000${i}`],
      content_hash: '',
    })),
  )
  await seedConfiguration(pool)
  for (const i of many) {
    await insert(pool, 'instance_types', [instanceTypeRow(`a${i}.large`)])
    await insert(pool, 'launch_template_versions', [launchTemplateRow('lt-00000009', i, images.manyPaths)])
    await insert(pool, 'image_references', [imageReferenceRow(images.manyPaths, `arn:${i}`)])
    const exit_time = i % 3 ? '2027-01-01T00:00:00Z' : null
    await insert(pool, 'recycle_bin_images', [recycledRow(`ami-0000002${i}`, { exit_time })])
  }
  await rememberImage(pool)
  const kinds = connectionKinds(pool)
  for (const node of ownRows) for (const i of many) await kinds[node]?.add(i)
  api = await createTestApi(pool)
})
afterAll(async () => {
  await api.stop()
  await database.drop()
})

type Connection = {
  edges: { cursor: string }[]
  totalCount: number
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null }
}

/** Asks for a page of a connection; a place is known by its cursor. */
const page = (field: Pick<ConnectionField, 'path' | 'parent' | 'name'>, args: string): Promise<Connection> =>
  askConnection(
    api,
    field,
    args,
    'edges { cursor } totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor }',
  )

const cursors = ({ edges }: Connection) => edges.map(({ cursor }) => cursor)

it('knows a way to every connection of the schema', () => {
  expect([...new Set(fields.map(({ parent }) => parent))].toSorted()).toEqual(Object.keys(ways).toSorted())
  expect(fields.length).toBeGreaterThanOrEqual(30)
})

describe.each(fields)('$path', field => {
  describe.each(['DEFAULT', ...field.orders.flatMap(order => [`${order} ASC`, `${order} DESC`])])(
    'in the order %s',
    order => {
      const [name, direction] = order.split(' ')
      const orderBy = direction ? `orderBy: { field: ${name}, direction: ${direction} } ` : ''

      it('gives the same list in one page, forward and backward', async () => {
        const whole = await page(field, `${orderBy}first: 1000`)
        const expected = cursors(whole)
        expect(new Set(expected).size).toBe(expected.length)
        expect(whole.totalCount).toBe(expected.length)
        expect(expected.length).toBeGreaterThan(field.name === 'productCodes' ? 1 : 2)
        expect(whole.pageInfo).toEqual({
          hasNextPage: false,
          hasPreviousPage: false,
          startCursor: expected[0],
          endCursor: expected.at(-1),
        })

        const size = Math.max(1, Math.floor(expected.length / 3))
        const forward: string[] = []
        for (let after = '', more = true; more; ) {
          const part = await page(field, `${orderBy}first: ${size} ${after}`)
          expect(part.pageInfo.hasPreviousPage).toBe(forward.length > 0)
          forward.push(...cursors(part))
          expect(part.pageInfo.hasNextPage).toBe(forward.length < expected.length)
          more = part.pageInfo.hasNextPage
          after = `after: "${part.pageInfo.endCursor}"`
        }
        expect(forward).toEqual(expected)

        const backward: string[] = []
        for (let before = '', more = true; more; ) {
          const part = await page(field, `${orderBy}last: ${size} ${before}`)
          expect(part.pageInfo.hasNextPage).toBe(backward.length > 0)
          backward.unshift(...cursors(part))
          expect(part.pageInfo.hasPreviousPage).toBe(backward.length < expected.length)
          more = part.pageInfo.hasPreviousPage
          before = `before: "${part.pageInfo.startCursor}"`
        }
        expect(backward).toEqual(expected)
      })

      it('gives what lies between two cursors, and nothing beyond the last', async () => {
        const all = cursors(await page(field, `${orderBy}first: 1000`))
        const between = await page(field, `${orderBy}first: 1000 after: "${all[0]}" before: "${all.at(-1)}"`)
        expect(cursors(between)).toEqual(all.slice(1, -1))
        const beyond = await page(field, `${orderBy}first: 2 after: "${all.at(-1)}"`)
        expect(beyond).toEqual({
          edges: [],
          totalCount: all.length,
          pageInfo: { hasNextPage: false, hasPreviousPage: true, startCursor: null, endCursor: null },
        })
      })
    },
  )
})

it('is not disturbed by rows that come and go between two pages', async () => {
  const field = { path: 'Query.images', name: 'images', parent: 'Query' }
  const orderBy = 'orderBy: { field: IMAGE_ID, direction: ASC }'
  const first = await page(field, `${orderBy} first: 3`)
  const expected = cursors(await page(field, `${orderBy} first: 3 after: "${first.pageInfo.endCursor}"`))
  await insert(database.pool, 'images', [imageRow('ami-00000000')])
  // The row that the cursor marks is gone as well.
  await database.pool.query("delete from amigraph.images where image_id = 'ami-00000003'")
  expect(cursors(await page(field, `${orderBy} first: 3 after: "${first.pageInfo.endCursor}"`))).toEqual(expected)
})
