import { buildSchema, isObjectType } from 'graphql'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readTypeDefs } from '../../src/graphql/schema.ts'
import { createTestApi, type TestApi } from '../support/api.ts'
import { imageReferenceRow, instanceTypeRow, launchTemplateRow, recycledRow } from '../support/configuration.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import {
  accounts,
  imageRow,
  images,
  insert,
  instanceRow,
  organizationArn,
  organizationId,
  regions,
  seedInventory,
  units,
} from '../support/inventory.ts'

/**
 * Every connection of the schema, read page by page while rows come and go on both sides of the cursor, and the row that
 * the cursor marks goes as well: whatever was there all the time comes exactly once, in the list's order.
 */
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

type Kind = {
  /** What tells nodes apart */
  readonly key: string
  /** Makes row number i, a member of every list of its type */
  add(i: number): Promise<void>
  remove(i: number): Promise<void>
}

const number = (i: number) => String(i).padStart(3, '0')
const day = (i: number) => new Date(Date.UTC(2026, 0, 1 + i)).toISOString()
const place = { region: regions.frankfurt }
const put = (table: string, row: Record<string, unknown>) => insert(database.pool, table, [row])
const drop = async (column: string, value: string, ...tables: string[]) => {
  for (const table of tables) await database.pool.query(`delete from amigraph.${table} where ${column} = $1`, [value])
}

const image: Kind = {
  key: 'id',
  add: async i => {
    const image_id = `ami-00001${number(i)}`
    await put('images', imageRow(image_id, { creation_date: day(i), name: `n${i % 3}` }))
    await put('image_product_codes', { ...place, image_id, product_code: 'prodcode1', kind: 'MARKETPLACE' })
    await put('image_block_devices', {
      ...place,
      image_id,
      device_name: '/dev/sda1',
      ordinal: 0,
      snapshot_id: 'snap-00000001',
      suppressed: false,
    })
  },
  remove: i => drop('image_id', `ami-00001${number(i)}`, 'image_block_devices', 'image_product_codes', 'images'),
}

const account: Kind = {
  key: 'id',
  add: async i => {
    const account_id = `200000000${number(i)}`
    await put('accounts', {
      account_id,
      organization_id: organizationId,
      arn: `arn:aws:organizations::100000000001:account/${organizationId}/${account_id}`,
      name: `n${i % 3}`,
      email: 'x@example.com',
      state: 'ACTIVE',
      joined_method: 'CREATED',
      joined_at: day(i),
      parent_id: units.root,
      organizational_unit_path: 'Root',
      ancestor_ids: [units.root],
      content_hash: '',
    })
    await put('launch_permissions', {
      ...place,
      image_id: images.manyPaths,
      kind: 'ACCOUNT',
      grantee: account_id,
      target_id: account_id,
      owner_account_id: accounts.golden,
    })
  },
  remove: async i => {
    await drop('grantee', `200000000${number(i)}`, 'launch_permissions')
    await drop('account_id', `200000000${number(i)}`, 'accounts')
  },
}

const kinds: Record<string, Kind> = {
  Account: account,
  Image: image,
  LaunchableImage: { ...image, key: 'image { id }' },
  LaunchingAccount: { ...account, key: 'account { id }' },
  DeadLetter: {
    key: 'messageId',
    add: i =>
      put('dead_letters', {
        message_id: `message${number(i)}`,
        queue_url: 'https://sqs.eu-west-1.amazonaws.com/111122223333/events',
        error_code: 'UnreadableEvent',
        error_message: 'The message is not JSON',
        receive_count: 1,
        buried_at: day(i % 4),
        body: '',
      }),
    remove: i => drop('message_id', `message${number(i)}`, 'dead_letters'),
  },
  Instance: {
    key: 'id',
    add: async i => {
      const key = { account_id: accounts.golden, instance_id: `i-00001${number(i)}` }
      await put(
        'instances',
        instanceRow(key.instance_id, images.manyPaths, { ...key, launch_time: i % 4 ? day(i) : null }),
      )
      await put('instance_product_codes', { ...place, ...key, product_code: 'prodcode1', kind: 'MARKETPLACE' })
    },
    remove: i => drop('instance_id', `i-00001${number(i)}`, 'instance_product_codes', 'instances'),
  },
  ImageReference: {
    key: 'arn',
    add: i => put('image_references', imageReferenceRow(images.manyPaths, `arn:aws:ssm:::parameter/a${number(i)}`)),
    remove: i => drop('arn', `arn:aws:ssm:::parameter/a${number(i)}`, 'image_references'),
  },
  InstanceType: {
    key: 'region instanceType',
    add: i => put('instance_types', instanceTypeRow(`a${number(i)}.large`)),
    remove: i => drop('instance_type', `a${number(i)}.large`, 'instance_types'),
  },
  LaunchTemplateVersion: {
    key: 'launchTemplateId versionNumber',
    add: i => put('launch_template_versions', launchTemplateRow(`lt-0000${number(i >> 1)}`, i % 2, images.manyPaths)),
    remove: async i => {
      await database.pool.query(
        'delete from amigraph.launch_template_versions where launch_template_id = $1 and version_number = $2',
        [`lt-0000${number(i >> 1)}`, i % 2],
      )
    },
  },
  RecycleBinImage: {
    key: 'imageId',
    add: i => put('recycle_bin_images', recycledRow(`ami-00003${number(i)}`, { exit_time: i % 4 ? day(i) : null })),
    remove: i => drop('image_id', `ami-00003${number(i)}`, 'recycle_bin_images'),
  },
  OrganizationalUnit: {
    key: 'id',
    add: i =>
      put('organizational_units', {
        organizational_unit_id: `ou-main-zz000${number(i)}`,
        organization_id: organizationId,
        parent_id: units.root,
        arn: organizationArn(),
        name: `n${i % 3}`,
        path: `Root/n${i % 3}`,
        ancestor_ids: [units.root, `ou-main-zz000${number(i)}`],
        content_hash: '',
      }),
    remove: i => drop('organizational_unit_id', `ou-main-zz000${number(i)}`, 'organizational_units'),
  },
  ProductCode: {
    key: 'id',
    add: i =>
      put('image_product_codes', {
        ...place,
        image_id: images.private,
        product_code: `code${number(i)}`,
        kind: 'MARKETPLACE',
      }),
    remove: i => drop('product_code', `code${number(i)}`, 'image_product_codes'),
  },
  Snapshot: {
    key: 'id',
    add: i =>
      put('snapshots', {
        ...place,
        snapshot_id: `snap-00001${number(i)}`,
        owner_account_id: accounts.golden,
        encrypted: false,
        state: 'COMPLETED',
        storage_tier: 'STANDARD',
        start_time: i % 4 ? day(i) : null,
        volume_size_gib: i % 3,
        content_hash: '',
      }),
    remove: i => drop('snapshot_id', `snap-00001${number(i)}`, 'snapshots'),
  },
  SourceCoverage: {
    key: 'account { id } region kind',
    add: i =>
      put('coverage', {
        ...place,
        account_id: `300000000${number(i)}`,
        kind: 'SNAPSHOTS',
        status: 'FRESH',
        last_success_at: day(i),
        last_attempt_at: day(i),
        fresh_until: '2999-01-01T00:00:00Z',
      }),
    remove: i => drop('account_id', `300000000${number(i)}`, 'coverage'),
  },
}

/** The way to the parent of each list. */
const parents: Record<string, string> = {
  Query: '@',
  Account: `account(accountId: "${accounts.golden}") { @ }`,
  Image: `image(imageId: "${images.manyPaths}") { @ }`,
  OrganizationalUnit: `organizationalUnit(id: "${units.root}") { @ }`,
  ProductCode: 'productCode(productCode: "prodcode1") { @ }',
  Snapshot: 'snapshot(snapshotId: "snap-00000001") { @ }',
}

const fields = Object.values(buildSchema(readTypeDefs().join('\n')).getTypeMap()).flatMap(type =>
  isObjectType(type)
    ? Object.values(type.getFields()).flatMap(field => {
        const [, node] = /^(\w+)Connection!?$/.exec(String(field.type)) ?? []
        return node === undefined
          ? []
          : [{ path: `${type.name}.${field.name}`, parent: type.name, name: field.name, node }]
      })
    : [],
)

type Edge = { cursor: string; node: unknown }
type Page = { edges: Edge[]; nodes: unknown[]; totalCount: number; pageInfo: Record<string, unknown> }

it('knows how to make rows for every connection of the schema', () => {
  expect(fields.length).toBeGreaterThanOrEqual(17)
  expect([...new Set(fields.map(({ node }) => node))].toSorted()).toEqual(Object.keys(kinds).toSorted())
  expect([...new Set(fields.map(({ parent }) => parent))].toSorted()).toEqual(Object.keys(parents).toSorted())
})

describe.each(fields)('$path', ({ parent, name, node }) => {
  const kind = kinds[node] as Kind
  const page = async (args: string): Promise<Page> => {
    const query = `{ ${parents[parent]?.replace(
      '@',
      `${name}(${args}) { edges { cursor node { ${kind.key} } } nodes { ${kind.key} } totalCount
         pageInfo { hasNextPage hasPreviousPage startCursor endCursor } }`,
    )} }`
    const { data, errors } = await api.query(query)
    expect(errors).toBeUndefined()
    return parent === 'Query' ? data[name] : data[Object.keys(data)[0] as string][name]
  }
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
