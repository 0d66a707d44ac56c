import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { replaceGoldenFamilies } from '../../src/db/golden-images/replace-golden-families.ts'
import { createTestApi, type TestApi } from '../support/api.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { accounts, imageRow, insert, instanceRow, regions, seedInventory } from '../support/inventory.ts'

let database: TestDatabase
let api: TestApi

const { golden, appA, appB, sandbox } = accounts
const { frankfurt, virginia } = regions
const ids = {
  one: 'ami-40000001',
  oneThere: 'ami-40000002',
  two: 'ami-40000003',
  copy: 'ami-40000004',
  built: 'ami-40000005',
}

beforeAll(async () => {
  database = await createTestDatabase()
  const { pool } = database
  await seedInventory(pool)
  await pool.query('truncate amigraph.instances, amigraph.image_builds, amigraph.image_build_outputs cascade')
  await insert(pool, 'images', [
    imageRow(ids.one, { name: 'linux-1', creation_date: '2026-01-01T00:00:00Z' }),
    imageRow(ids.oneThere, { name: 'linux-1', region: virginia, creation_date: '2026-01-02T00:00:00Z' }),
    imageRow(ids.two, { name: 'linux-2', creation_date: '2026-02-01T00:00:00Z' }),
    imageRow(ids.copy, {
      owner_account_id: appA,
      name: 'mine',
      source_image_id: ids.two,
      source_image_region: frankfurt,
    }),
    imageRow(ids.built, { name: 'web 2026' }),
  ])
  const build = {
    arn: `arn:aws:imagebuilder:${frankfurt}:${golden}:image/web/1.0.0/1`,
    version_arn: `arn:aws:imagebuilder:${frankfurt}:${golden}:image/web/1.0.0`,
    account_id: golden,
    region: frankfurt,
    name: 'web',
    version: '1.0.0',
    build: 1,
    state: 'AVAILABLE',
    created_at: '2026-03-01T00:00:00Z',
    content_hash: '',
  }
  await insert(pool, 'image_builds', [build])
  await insert(pool, 'image_build_outputs', [
    {
      build_arn: build.arn,
      image_region: frankfurt,
      image_id: ids.built,
      image_account_id: golden,
      account_id: golden,
      region: frankfurt,
      content_hash: '',
    },
  ])
  const runs = (id: string, image: string, account_id: string, more = {}) =>
    instanceRow(id, image, { account_id, ...more })
  await insert(pool, 'instances', [
    runs('i-40000001', ids.one, appA),
    runs('i-40000002', ids.two, appA),
    runs('i-40000003', ids.copy, appA),
    runs('i-40000004', ids.oneThere, appB, { region: virginia }),
    runs('i-40000005', 'ami-0000dead', appB),
    runs('i-40000006', ids.built, sandbox),
    runs('i-40000007', ids.two, sandbox, { state: 'TERMINATED' }),
  ])
  await replaceGoldenFamilies(pool, [
    { family: 'linux', owner: golden, name: 'linux-*', tag: null, watermark: null },
    { family: 'tagged', owner: golden, name: '*', tag: { key: 'stage', value: 'prod' }, watermark: null },
    { family: 'none', owner: golden, name: 'nothing', tag: null, watermark: null },
  ])
  api = await createTestApi(pool)
})
afterAll(async () => {
  await api.stop()
  await database.drop()
})

describe('golden images (R19, question 10)', () => {
  it('are families from the configuration and from Image Builder', async () => {
    const { data, errors } = await api.query(`{ goldenImages { totalCount nodes { family origin
      currentRelease { version createdAt supersededAt images { region imageId } missingRegions }
      releases { version supersededAt missingRegions } } } }`)
    expect(errors).toBeUndefined()
    expect(data.goldenImages.nodes).toMatchObject([
      {
        family: 'linux',
        origin: 'CONFIGURED',
        currentRelease: {
          version: 'linux-2',
          createdAt: '2026-02-01T00:00:00.000Z',
          supersededAt: null,
          images: [{ region: frankfurt, imageId: ids.two }],
          missingRegions: [virginia],
        },
        releases: [
          { version: 'linux-2', supersededAt: null, missingRegions: [virginia] },
          { version: 'linux-1', supersededAt: '2026-02-01T00:00:00.000Z', missingRegions: [] },
        ],
      },
      { family: 'tagged', origin: 'CONFIGURED', releases: [{ version: 'golden-linux-1' }] },
      { family: 'web', origin: 'IMAGE_BUILDER', currentRelease: { version: '1.0.0/1', missingRegions: [] } },
    ])
    expect(data.goldenImages.totalCount).toBe(3)
  })

  it('are adopted by instances, also through copies', async () => {
    const { data, errors } = await api.query(`{ goldenImages(filter: { family: { eq: "linux" } }) { nodes { adoption {
      onCurrent onOlder
      byAccount { account { accountId } onCurrent onOlder notGolden }
      byRegion { region onCurrent onOlder notGolden } } } } }`)
    expect(errors).toBeUndefined()
    expect(data.goldenImages.nodes).toEqual([
      {
        adoption: {
          onCurrent: 2,
          onOlder: 2,
          byAccount: [
            { account: { accountId: appA }, onCurrent: 2, onOlder: 1, notGolden: 0 },
            { account: { accountId: appB }, onCurrent: 0, onOlder: 1, notGolden: 1 },
            { account: { accountId: sandbox }, onCurrent: 0, onOlder: 0, notGolden: 0 },
          ],
          byRegion: [
            { region: frankfurt, onCurrent: 2, onOlder: 1, notGolden: 1 },
            { region: virginia, onCurrent: 0, onOlder: 1, notGolden: 0 },
          ],
        },
      },
    ])
  })

  describe('are left behind', () => {
    const drift = async (args: string) => {
      const { data, errors, statements } = await api.query(`{ goldenDrift${args} { totalCount
        nodes { instance { instanceId account { accountId } region } goldenImage { family origin } version currentVersion
          releasesBehind behindSince daysBehind } pageInfo { hasNextPage endCursor } } }`)
      expect(errors).toBeUndefined()
      expect(statements).toBe(1)
      return data.goldenDrift
    }
    const idsOf = ({ nodes }: { nodes: { instance: { instanceId: string } }[] }) =>
      nodes.map(({ instance }) => instance.instanceId)

    it('by the instances on older releases, with how many and since when', async () => {
      const { totalCount, nodes } = await drift('')
      const days = Math.floor((Date.now() - Date.parse('2026-02-01T00:00:00Z')) / 86_400_000)
      const behind = {
        goldenImage: { family: 'linux', origin: 'CONFIGURED' },
        version: 'linux-1',
        currentVersion: 'linux-2',
        releasesBehind: 1,
        behindSince: '2026-02-01T00:00:00.000Z',
        daysBehind: days,
      }
      expect(nodes).toEqual([
        { ...behind, instance: { instanceId: 'i-40000001', account: { accountId: appA }, region: frankfurt } },
        { ...behind, instance: { instanceId: 'i-40000004', account: { accountId: appB }, region: virginia } },
      ])
      expect(totalCount).toBe(2)
      for (const [filter, ids] of [
        ['{ releasesBehind: 1, daysBehind: 0 }', ['i-40000001', 'i-40000004']],
        ['{ releasesBehind: 2 }', []],
        [`{ daysBehind: ${days + 1} }`, []],
        ['{ not: { releasesBehind: 2 }, region: { eq: "us-east-1" } }', ['i-40000004']],
        [`{ account: { eq: "${appA}" }, family: { eq: "linux" }, origin: { eq: CONFIGURED } }`, ['i-40000001']],
        ['{ behindSince: { before: "2026-02-01T00:00:00Z" } }', []],
        ['{ behindSince: { after: "2026-02-01T00:00:00Z" } }', ['i-40000001', 'i-40000004']],
      ] as const)
        expect([filter, idsOf(await drift(`(filter: ${filter})`))]).toEqual([filter, ids])
    })

    it('page by page, in either order', async () => {
      for (const field of ['BEHIND_SINCE', 'RELEASES_BEHIND']) {
        const first = await drift(`(first: 1, orderBy: { field: ${field} })`)
        const second = await drift(`(first: 1, orderBy: { field: ${field} }, after: "${first.pageInfo.endCursor}")`)
        expect([...idsOf(first), ...idsOf(second)]).toEqual(['i-40000001', 'i-40000004'])
        expect([first.pageInfo.hasNextPage, second.pageInfo.hasNextPage]).toEqual([true, false])
      }
    })

    it('by more than one release, those without an available image apart', async () => {
      const { pool } = database
      await insert(pool, 'images', [
        imageRow('ami-40000006', { name: 'linux-3', creation_date: '2026-03-01T00:00:00Z' }),
        imageRow('ami-40000007', { name: 'linux-4', creation_date: '2026-04-01T00:00:00Z', state: 'DISABLED' }),
      ])
      const { nodes } = await drift('(orderBy: { field: RELEASES_BEHIND, direction: DESC })')
      expect(
        nodes.map((node: { version: string; releasesBehind: number; currentVersion: string }) => [
          node.version,
          node.releasesBehind,
          node.currentVersion,
        ]),
      ).toEqual([
        ['linux-1', 2, 'linux-3'],
        ['linux-1', 2, 'linux-3'],
        ['linux-2', 1, 'linux-3'],
        ['linux-2', 1, 'linux-3'],
      ])
      await pool.query("delete from amigraph.images where name in ('linux-3', 'linux-4')")
    })
  })

  it('tell of adoption over time from when on it is known, and of whom it is not', async () => {
    const { pool } = database
    const begin = async (table: string, since: string, where = 'true') => {
      await pool.query(`alter table amigraph.${table} disable trigger user`)
      await pool.query(`update amigraph.${table} set valid_from = $1 where ${where}`, [since])
      await pool.query(`alter table amigraph.${table} enable trigger user`)
    }
    for (const table of ['accounts', 'account_regions', 'instances', 'images', 'image_builds', 'image_build_outputs'])
      await begin(table, '2026-01-01')
    await begin('instances', '2026-03-01', `account_id = '${appA}'`)
    await pool.query(`update amigraph.memory set begins_at = '2026-01-01'`)
    await pool.query(`update amigraph.coverage set first_success_at = '2026-01-02'`)
    const first = (account: string, region: string, kind: string, at: string) =>
      pool.query(
        `insert into amigraph.coverage (account_id, region, kind, status, first_success_at) values ($1, $2, $3, 'FRESH', $4)
         on conflict (account_id, region, kind) do update set first_success_at = excluded.first_success_at`,
        [account, region, kind, at],
      )
    await first(appA, frankfurt, 'INSTANCES', '2026-03-01')
    await first(golden, virginia, 'IMAGES_OWNED', '2026-02-20')
    const moments = ['2026-01-01T12:00:00.000Z', '2026-02-15T00:00:00.000Z', new Date().toISOString()]
    const { data, errors } = await api.query(
      `query ($moments: [DateTime!]!) { goldenAdoptionHistory(moments: $moments, families: ["linux"]) { family origin points {
        complete onCurrent onOlder notGolden
        byAccount { account { name } complete onCurrent onOlder notGolden }
        byOrganizationalUnit { organizationalUnit { name } onCurrent onOlder notGolden }
        byRegion { region complete onCurrent onOlder notGolden } } } }`,
      { moments },
    )
    expect(errors).toBeUndefined()
    const [{ points, ...family }] = data.goldenAdoptionHistory
    expect(family).toEqual({ family: 'linux', origin: 'CONFIGURED' })
    const counts = (onCurrent: number | null, onOlder: number | null, notGolden: number | null) => ({
      onCurrent,
      onOlder,
      notGolden,
    })
    const nobodyKnows = { complete: false, ...counts(null, null, null) }
    expect(points[0]).toEqual({ ...nobodyKnows, byAccount: [], byOrganizationalUnit: [], byRegion: [] })
    expect(points[1]).toMatchObject({
      complete: false,
      ...counts(0, 0, 1),
      byAccount: [
        { account: { name: 'app-a' }, ...nobodyKnows },
        { account: { name: 'app-b' }, complete: false, ...counts(0, 0, 1) },
        { account: { name: 'sandbox' }, complete: true, ...counts(0, 0, 0) },
      ],
      byRegion: [
        { region: frankfurt, complete: false, ...counts(0, 0, 1) },
        { region: virginia, ...nobodyKnows },
      ],
    })
    expect(points[2]).toMatchObject({
      complete: true,
      ...counts(2, 2, 1),
      byAccount: [
        { account: { name: 'app-a' }, complete: true, ...counts(2, 1, 0) },
        { account: { name: 'app-b' }, complete: true, ...counts(0, 1, 1) },
        { account: { name: 'sandbox' }, complete: true, ...counts(0, 0, 0) },
      ],
    })
    const inUnits = points[2].byOrganizationalUnit.map(
      ({ organizationalUnit, ...of }: { organizationalUnit: { name: string } }) => [
        organizationalUnit.name,
        ...Object.values(of),
      ],
    )
    expect(inUnits.sort()).toEqual([
      ['Playground', 0, 0, 0],
      ['Production', 2, 2, 1],
      ['Root', 2, 2, 1],
      ['Team A', 0, 1, 1],
      ['Workloads', 2, 2, 1],
    ])
    const { data: now } = await api.query(`{ goldenImages(filter: { family: { eq: "linux" } }) { nodes { adoption {
      byOrganizationalUnit { organizationalUnit { name } onCurrent onOlder notGolden } } } } }`)
    expect(
      now.goldenImages.nodes[0].adoption.byOrganizationalUnit
        .map(({ organizationalUnit, ...of }: { organizationalUnit: { name: string } }) => [
          organizationalUnit.name,
          ...Object.values(of),
        ])
        .sort(),
    ).toEqual(inUnits)
  })

  it('are those with a watermark, copies of them too, and not what others made of them', async () => {
    const { pool } = database
    const key = `${golden}:approved`
    const mark = (image_id: string, region: string = frankfurt, watermark_key = key) => ({
      region,
      image_id,
      watermark_key,
    })
    await insert(pool, 'image_watermarks', [
      mark(ids.one),
      mark(ids.two),
      mark(ids.two, frankfurt, `${golden}:tested`),
      mark(ids.copy),
    ])
    await replaceGoldenFamilies(pool, [
      { family: 'approved', owner: golden, name: '*', tag: null, watermark: key },
      { family: 'other', owner: golden, name: '*', tag: null, watermark: `${golden}:approve` },
    ])
    const { data } = await api.query(`{ goldenImages(filter: { origin: { eq: CONFIGURED } }) { nodes { family
      releases { version images { imageId } } adoption { onCurrent onOlder } } } }`)
    expect(data.goldenImages.nodes).toEqual([
      {
        family: 'approved',
        releases: [
          { version: 'linux-2', images: [{ imageId: ids.two }] },
          { version: 'linux-1', images: [{ imageId: ids.one }] },
        ],
        adoption: { onCurrent: 2, onOlder: 1 },
      },
    ])
    await pool.query('delete from amigraph.image_watermarks')
  })

  it('follow the configuration', async () => {
    await replaceGoldenFamilies(database.pool, [
      { family: 'linux', owner: golden, name: 'linux-1', tag: null, watermark: null },
    ])
    const { data } = await api.query('{ goldenImages { nodes { family releases { version } } } }')
    expect(data.goldenImages.nodes).toEqual([
      { family: 'linux', releases: [{ version: 'linux-1' }] },
      { family: 'web', releases: [{ version: '1.0.0/1' }] },
    ])
  })

  const document = resolve(import.meta.dirname, '../../../shared/questions/10-golden-images.graphql')
  it.skipIf(!existsSync(document))('answer question 10 as it is asked, with one statement', async () => {
    const { data, errors, statements } = await api.query(readFileSync(document, 'utf8'))
    expect(errors).toBeUndefined()
    expect(statements).toBe(1)
    expect(data.goldenImages.nodes[0].adoption.byAccount[0].account.name).toBe('app-a')
  })
})
