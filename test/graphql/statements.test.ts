import { afterAll, beforeAll, expect, it } from 'vitest'
import { createTestApi, type TestApi } from '../support/api.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import {
  accounts,
  imageRow,
  insert,
  instanceRow,
  organizationArn,
  regions,
  seedInventory,
  unitArn,
  units,
} from '../support/inventory.ts'

let database: TestDatabase
let api: TestApi

beforeAll(async () => {
  database = await createTestDatabase()
  const { pool } = database
  await seedInventory(pool)
  const ids = Array.from({ length: 60 }, (_, i) => `ami-1${String(i).padStart(7, '0')}`)
  await insert(
    pool,
    'images',
    ids.map(id => imageRow(id, { creation_date: '2026-10-01T00:00:00Z' })),
  )
  const granted = ids.flatMap(image_id =>
    [
      ['ACCOUNT', accounts.appA, accounts.appA],
      ['ACCOUNT', accounts.partner, accounts.partner],
      ['ORGANIZATION', organizationArn(), 'o-main000001'],
      ['ORGANIZATIONAL_UNIT', unitArn(units.production), units.production],
    ].map(([kind, grantee, target_id]) => ({
      region: regions.frankfurt,
      image_id,
      kind,
      grantee,
      target_id,
      owner_account_id: accounts.golden,
    })),
  )
  await insert(pool, 'launch_permissions', granted)
  await insert(
    pool,
    'launch_permission_reads',
    ids.map(image_id => ({
      region: regions.frankfurt,
      image_id,
      owner_account_id: accounts.golden,
      observed_at: '2026-11-01T00:00:00Z',
      attempted_at: '2026-11-01T00:00:00Z',
    })),
  )
  await insert(
    pool,
    'image_product_codes',
    ids.map(image_id => ({ region: regions.frankfurt, image_id, product_code: 'prodcode1', kind: 'MARKETPLACE' })),
  )
  await insert(
    pool,
    'instances',
    ids.map((id, i) => instanceRow(`i-1${String(i).padStart(7, '0')}`, id)),
  )
  // Compiled queries need one statement for each field of Query; this is about the resolvers.
  api = await createTestApi(pool, { compile: false })
})
afterAll(async () => {
  await api.stop()
  await database.drop()
})

const nested = `query ($first: Int!) {
  images(first: $first, orderBy: { field: CREATION_DATE, direction: DESC }) {
    totalCount
    pageInfo { hasNextPage endCursor }
    nodes {
      imageId
      owner { accountId name inOrganization }
      launchPermissions { kind grantee status account { accountId name state } }
      productCodes { productCode kind }
      tags { key setBy { name } }
      blockDevices { snapshotId snapshot { encrypted } }
      instanceCount
      instances(first: 3) { totalCount nodes { instanceId account { name } } }
      launchableBy(first: 3) { totalCount nodes { account { accountId name } grants { kind grantee } } }
      coverage { complete gapCount gaps { kind } }
    }
  }
}`

it('needs as many statements for fifty images as for two', async () => {
  const two = await api.query(nested, { first: 2 })
  const fifty = await api.query(nested, { first: 50 })
  expect(two.errors).toBeUndefined()
  expect(fifty.errors).toBeUndefined()
  expect(fifty.data.images.nodes).toHaveLength(50)
  expect(fifty.data.images.nodes[49]).toMatchObject({
    owner: { name: 'golden' },
    launchPermissions: [
      { kind: 'ACCOUNT', account: { name: 'app-a' } },
      { kind: 'ACCOUNT', status: 'OUTSIDE_ORGANIZATION', account: { name: null } },
      { kind: 'ORGANIZATIONAL_UNIT', account: null },
      { kind: 'ORGANIZATION' },
    ],
    productCodes: [{ productCode: 'prodcode1' }],
    instanceCount: 1,
    instances: { totalCount: 1, nodes: [{ account: { name: 'app-a' } }] },
    launchableBy: { totalCount: 5 },
  })
  // images and their number; owners; permissions, their reading and accounts; codes; tags and who set them; devices and
  // snapshots; instances, their number and accounts; launching accounts and their number; coverage and gaps.
  expect(fifty.statements).toBe(two.statements + 0)
  expect(fifty.statements).toBeLessThanOrEqual(18)
})

it('reads only what is asked for', async () => {
  expect((await api.query('{ images { totalCount } }')).statements).toBe(1)
  expect((await api.query('{ images { nodes { imageId } } }')).statements).toBe(1)
  expect((await api.query('{ images { nodes { imageId owner { accountId } } } }')).statements).toBe(1)
  expect((await api.query('{ images { nodes { imageId owner { name } } } }')).statements).toBe(2)
  expect(
    (await api.query('{ images { pageInfo { hasNextPage } edges { cursor node { name } } nodes { state } } }'))
      .statements,
  ).toBe(1)
})
