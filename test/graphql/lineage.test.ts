import { afterAll, afterEach, beforeAll, describe, expect, it, test } from 'vitest'
import type { Pool } from '../../src/db/pool.ts'
import { createRandom } from '../../src/sandbox/world/random.ts'
import { createTestApi, type TestApi } from '../support/api.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { accounts, imageRow, insert, instanceRow, regions, seedInventory } from '../support/inventory.ts'
import {
  expectedCopies,
  expectedLineage,
  type Key,
  type LineageRows,
  type Relative,
  randomLineageRows,
} from '../support/lineage-oracle.ts'
import { limitedTo, openViewers, type TestViewers } from '../support/viewers.ts'
import { lineageCases } from './lineage-cases.ts'

/** LINEAGE_SEED repeats a run, LINEAGE_ROUNDS makes it longer. */
const seed = Number(process.env['LINEAGE_SEED'] ?? 1)
const rounds = Number(process.env['LINEAGE_ROUNDS'] ?? 12)

const { golden, appA, appB, sandbox } = accounts
const { frankfurt, virginia } = regions

let database: TestDatabase
let viewers: TestViewers
/** Compiled and not: both must tell the same */
let apis: TestApi[]

beforeAll(async () => {
  database = await createTestDatabase()
  viewers = openViewers(database.url)
  await seedInventory(database.pool)
  await clear()
  const reads = { read: viewers.reads, readPrimary: viewers.reads }
  apis = [await createTestApi(database.pool, reads), await createTestApi(database.pool, { ...reads, compile: false })]
})
afterAll(async () => {
  for (const api of apis) await api.stop()
  await viewers.close()
  await database.drop()
})
afterEach(() => clear())

const clear = () =>
  database.pool.query(`truncate amigraph.images, amigraph.instances, amigraph.instance_images, amigraph.image_ancestors,
    amigraph.image_ancestry_reads, amigraph.image_builds, amigraph.image_build_outputs cascade`)

const relativeFields = `nodes {
  generation region imageId end links { kind relationship region imageId account { accountId } instanceId buildArn observedAt }
  image { imageId region }
}`

type Answered = Omit<Relative, 'links'> & {
  image: object | null
  links: { kind: string; relationship: string | null; region: string | null; imageId: string }[]
}

const told = ({ image: _, links, ...relative }: Answered): Relative => ({
  ...relative,
  links: [
    ...new Set(links.map(({ kind, relationship, region, imageId }) => `${kind} ${relationship} ${region} ${imageId}`)),
  ].sort(),
})

/** As the cases have it. */
const line = ({ generation, region, imageId, end, links }: Relative) =>
  `${generation} ${region} ${imageId} ${end}: ${links.join(', ')}`

const store = async (pool: Pool, { images, instances, ancestries, builds }: LineageRows): Promise<void> => {
  await insert(
    pool,
    'images',
    images.map(image =>
      imageRow(image.id, {
        region: image.region,
        owner_account_id: image.owner,
        evidence: image.evidence,
        evidence_account_id: image.evidence === 'OWNER' ? image.owner : appB,
        source_image_region: image.source?.region ?? null,
        source_image_id: image.source?.id ?? null,
        source_instance_id: image.instance,
      }),
    ),
  )
  await insert(
    pool,
    'instance_images',
    instances.map(({ account, region, id, image }) => ({
      account_id: account,
      region,
      instance_id: id,
      image_id: image,
    })),
  )
  await insert(
    pool,
    'image_ancestors',
    ancestries.flatMap(({ of, owner, chain }) =>
      chain.map((ancestor, i) => ({
        region: of.region,
        image_id: of.id,
        generation: i + 1,
        owner_account_id: owner,
        ancestor_region: ancestor.region,
        ancestor_image_id: ancestor.id,
      })),
    ),
  )
  for (const { arn, region, parent, outputs } of builds) {
    const of = { account_id: golden, region, content_hash: '' }
    await insert(pool, 'image_builds', [
      { arn, version_arn: arn, name: 'n', version: '1', build: 1, state: 'AVAILABLE', parent_image: parent, ...of },
    ])
    await insert(
      pool,
      'image_build_outputs',
      outputs.map(output => ({ build_arn: arn, image_region: output.region, image_id: output.id, ...of })),
    )
  }
}

describe('a lineage', () => {
  it.each(lineageCases.map(each => [each.name, each] as const))('%s', async (_name, { rows, ...expected }) => {
    await store(database.pool, rows)
    for (const [field, direction] of [
      ['ancestors', 'ANCESTORS'],
      ['descendants', 'DESCENDANTS'],
    ] as const) {
      const lines = expected[field]
      if (lines === undefined) continue
      expect(expectedLineage(rows, { region: frankfurt, id: 'ami-1' }, direction, 10).map(line)).toEqual(lines)
      for (const api of apis) {
        const { data, errors } = await api.query(
          `{ node(id: "Image:${frankfurt}:ami-1") { ... on Image { lineage(direction: ${direction}) { totalCount ${relativeFields} } } } }`,
        )
        expect(errors).toBeUndefined()
        const { nodes, totalCount } = data.node.lineage
        expect(nodes.map(told).map(line)).toEqual(lines)
        expect(totalCount).toBe(lines.length)
        for (const node of nodes) expect(node.image === null).toBe(!isHeld(rows, node))
      }
    }
  })

  it('has the evidence of each link', async () => {
    const { pool } = database
    await store(pool, {
      images: [
        { region: frankfurt, id: 'ami-1', owner: golden, evidence: 'OWNER', source: null, instance: 'i-1' },
        { region: frankfurt, id: 'ami-2', owner: golden, evidence: 'OWNER', source: null, instance: null },
      ],
      instances: [{ account: appA, region: frankfurt, id: 'i-1', image: 'ami-2' }],
      ancestries: [
        { of: { region: frankfurt, id: 'ami-1' }, owner: golden, chain: [{ region: frankfurt, id: 'ami-2' }] },
      ],
      builds: [{ arn: 'arn:1', region: frankfurt, parent: 'ami-2', outputs: [{ region: frankfurt, id: 'ami-1' }] }],
    })
    const at = { attempted_at: '2026-11-05T00:00:00Z', observed_at: '2026-11-05T00:00:00Z' }
    await insert(pool, 'image_ancestry_reads', [
      { region: frankfurt, image_id: 'ami-1', owner_account_id: golden, ...at },
    ])
    for (const api of apis) {
      const { data } = await api.query(
        `{ node(id: "Image:${frankfurt}:ami-1") { ... on Image { lineage(direction: ANCESTORS) { ${relativeFields} } } } }`,
      )
      const link = { region: frankfurt, imageId: 'ami-1', instanceId: null, buildArn: null }
      expect(data.node.lineage.nodes[0].links).toEqual(
        expect.arrayContaining([
          {
            ...link,
            kind: 'SOURCE_INSTANCE',
            relationship: 'DERIVED',
            instanceId: 'i-1',
            account: { accountId: appA },
            observedAt: '2026-11-20T00:00:00.000Z',
          },
          {
            ...link,
            kind: 'ANCESTRY',
            relationship: null,
            account: { accountId: golden },
            observedAt: '2026-11-05T00:00:00.000Z',
          },
          {
            ...link,
            kind: 'IMAGE_BUILDER',
            relationship: 'DERIVED',
            buildArn: 'arn:1',
            account: { accountId: golden },
            observedAt: null,
          },
        ]),
      )
    }
  })

  it.each([0, -1, 101])('cannot be followed %i generations', async depth => {
    await insert(database.pool, 'images', [imageRow('ami-1')])
    const query =
      'query ($depth: Int!) { images { nodes { lineage(direction: ANCESTORS, depth: $depth) { totalCount } } } }'
    for (const api of apis) {
      const { errors } = await api.query(query, { depth })
      expect(errors?.[0]).toMatchObject({
        message: `depth has to be from 1 to 100, it is ${depth}`,
        extensions: { code: 'BAD_USER_INPUT' },
      })
    }
  })

  it('shows a viewer no more than it sees: who made what of its image, and where what it runs comes from', async () => {
    const { pool } = database
    await store(pool, {
      images: [
        { region: frankfurt, id: 'ami-1', owner: golden, evidence: 'OWNER', source: null, instance: null },
        { region: frankfurt, id: 'ami-2', owner: appA, evidence: 'OWNER', source: key('ami-1'), instance: 'i-1' },
        { region: frankfurt, id: 'ami-3', owner: appA, evidence: 'OWNER', source: null, instance: 'i-1' },
      ],
      instances: [{ account: appA, region: frankfurt, id: 'i-1', image: 'ami-1' }],
      ancestries: [],
      builds: [],
    })
    // appB runs what appA made; golden sees its own image alone.
    await insert(pool, 'instances', [
      instanceRow('i-00000001', 'ami-2', { account_id: appB }),
      instanceRow('i-00000002', 'ami-3', { account_id: appB }),
    ])
    const lineage = async (viewer: string, id: string, direction: string) => {
      const answers = await Promise.all(
        apis.map(api =>
          api.query(
            `{ node(id: "Image:${frankfurt}:${id}") { ... on Image { lineage(direction: ${direction}) { ${relativeFields} } } } }`,
            {},
            limitedTo([viewer]),
          ),
        ),
      )
      const [compiled, resolved] = answers.map(({ data }) => data.node.lineage.nodes.map(told).map(line))
      expect(compiled).toEqual(resolved)
      return compiled
    }
    expect(await lineage(golden, 'ami-1', 'DESCENDANTS')).toEqual([])
    expect(await lineage(appB, 'ami-2', 'ANCESTORS')).toEqual([
      `1 ${frankfurt} ami-1 OUTSIDE_INVENTORY: SOURCE_IMAGE null ${frankfurt} ami-2`,
    ])
    expect(await lineage(appB, 'ami-3', 'ANCESTORS')).toEqual([])
    expect(await lineage(appA, 'ami-3', 'ANCESTORS')).toEqual([
      `1 ${frankfurt} ami-1 OUTSIDE_INVENTORY: SOURCE_INSTANCE DERIVED ${frankfurt} ami-3`,
    ])
  })
})

const key = (id: string, region: string = frankfurt): Key => ({ region, id })

const isHeld = ({ images }: LineageRows, { region, imageId }: { region: string | null; imageId: string }) =>
  images.some(image => image.region === region && image.id === imageId)

describe('Regional copies', () => {
  const ask = async (id: string) => {
    const query = `{ node(id: "Image:${frankfurt}:${id}") { ... on Image {
      regionalCopies { images { region imageId } missingRegions missingWhereUsed } } } }`
    const [compiled, resolved] = await Promise.all(apis.map(api => api.query(query)))
    expect(compiled?.data).toEqual(resolved?.data)
    return compiled?.data.node.regionalCopies
  }
  const row = (id: string, more: Partial<LineageRows['images'][number]> = {}) => ({
    region: frankfurt,
    id,
    owner: golden,
    evidence: 'OWNER' as const,
    source: null,
    instance: null,
    ...more,
  })
  const only = (images: LineageRows['images']): LineageRows => ({ images, instances: [], ancestries: [], builds: [] })

  it('are one set from each of its images, also where the source is gone; other accounts’ copies are not of it', async () => {
    const source = key('ami-9')
    await store(
      database.pool,
      only([
        row('ami-1', { source, instance: null }),
        row('ami-2', { source, region: virginia }),
        row('ami-3', { source: key('ami-1'), region: virginia, owner: appA }),
        row('ami-4', { source: key('ami-1'), instance: 'i-1' }),
      ]),
    )
    expect((await ask('ami-1')).images).toEqual([
      { region: frankfurt, imageId: 'ami-1' },
      { region: virginia, imageId: 'ami-2' },
    ])
    expect((await ask('ami-4')).images).toEqual([{ region: frankfurt, imageId: 'ami-4' }])
  })

  it('are missing where the owner has a Region enabled, or somebody runs instances, and none can be launched', async () => {
    const { pool } = database
    await store(
      pool,
      only([
        row('ami-1'),
        row('ami-2', { source: key('ami-1'), region: virginia }),
        row('ami-5', { owner: accounts.partner }),
      ]),
    )
    expect(await ask('ami-1')).toMatchObject({ missingRegions: [], missingWhereUsed: [] })
    await pool.query(`update amigraph.images set state = 'DISABLED' where image_id = 'ami-2'`)
    expect(await ask('ami-1')).toMatchObject({ missingRegions: [virginia], missingWhereUsed: [] })
    await insert(pool, 'instances', [
      instanceRow('i-00000001', 'ami-8', { region: virginia, account_id: sandbox, state: 'STOPPED' }),
    ])
    expect(await ask('ami-1')).toMatchObject({ missingRegions: [virginia], missingWhereUsed: [virginia] })
    expect(await ask('ami-5')).toMatchObject({ missingRegions: null, missingWhereUsed: [virginia] })
  })
})

test.each(Array.from({ length: rounds }, (_, round) => seed + round))(
  'random lineages and sets of copies are as the oracle has them (LINEAGE_SEED=%i)',
  async roundSeed => {
    const rows = randomLineageRows(createRandom(roundSeed), [golden, appA])
    await store(database.pool, rows)
    const api = apis[roundSeed % apis.length] as TestApi
    const asked = (['ANCESTORS', 'DESCENDANTS'] as const).flatMap(direction =>
      [1, 2, 3, 30].map(depth => ({ direction, depth, name: `${direction}${depth}` })),
    )
    const query = `query ($id: ID!) { node(id: $id) { ... on Image {
      ${asked.map(({ name, direction, depth }) => `${name}: lineage(direction: ${direction}, depth: ${depth}, first: 1000) { ${relativeFields} }`).join('\n')}
      regionalCopies { images { region imageId } }
    } } }`
    for (const { region, id } of rows.images) {
      const { data, errors } = await api.query(query, { id: `Image:${region}:${id}` })
      expect(errors).toBeUndefined()
      for (const { name, direction, depth } of asked) {
        expect(
          data.node[name].nodes.map(told).map(line),
          `${name} of ${region} ${id} among ${JSON.stringify(rows)}`,
        ).toEqual(expectedLineage(rows, { region, id }, direction, depth).map(line))
      }
      expect(
        data.node.regionalCopies.images.map(
          (copy: { region: string; imageId: string }) => `${copy.region} ${copy.imageId}`,
        ),
      ).toEqual(expectedCopies(rows, { region, id }))
    }
  },
)
