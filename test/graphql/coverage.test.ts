import { afterAll, beforeAll, expect, it } from 'vitest'
import { createTestApi, type TestApi } from '../support/api.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { accounts, images, regions, seedInventory } from '../support/inventory.ts'

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

const selection =
  'coverage { complete oldestObservation gapCount gaps { account { name } region kind status error { code } } }'

/** The gaps of an answer, as words. */
const gaps = async (query: string): Promise<{ complete: boolean; oldest: string | null; gaps: string[] }> => {
  const { data, errors } = await api.query(query.replace('@', selection))
  expect(errors).toBeUndefined()
  let at = data
  while (at.coverage === undefined) at = at[Object.keys(at)[0] as string]
  const { complete, oldestObservation, gapCount, gaps: listed } = at.coverage
  expect(gapCount).toBe(listed.length)
  return {
    complete,
    oldest: oldestObservation,
    gaps: listed.map((gap: { account: { name: string }; region: string | null; kind: string; status: string }) =>
      [gap.account.name, gap.region ?? 'global', gap.kind, gap.status].join(' '),
    ),
  }
}

const sandboxRegions = 'sandbox global REGIONS DENIED'
const instancesOfAppB = 'app-b us-east-1 INSTANCES FAILED'
const permissionsOfGolden = 'golden us-east-1 LAUNCH_PERMISSIONS STALE'
const image = (region: string, id: string) => `image(region: "${region}", imageId: "${id}")`

it.each<[string, string[]]>([
  ['{ organization { @ } }', []],
  ['{ accounts { @ nodes { name } } }', []],
  ['{ accounts { @ nodes { name instances { totalCount } } } }', [instancesOfAppB, sandboxRegions]],
  [`{ account(accountId: "${accounts.appA}") { instances { totalCount } @ } }`, []],
  [`{ account(accountId: "${accounts.appB}") { instances { totalCount } @ } }`, [instancesOfAppB]],
  // An image and its owner: nothing else tells of it.
  [`{ ${image(regions.frankfurt, images.private)} { name @ } }`, []],
  [`{ ${image(regions.virginia, images.neverRead)} { name @ } }`, []],
  // Its shares: nobody ever tried to read this image's list, or that failed, whatever became of the others.
  [
    `{ ${image(regions.virginia, images.twoRegions)} { launchPermissions { kind } @ } }`,
    ['golden us-east-1 LAUNCH_PERMISSIONS NEVER'],
  ],
  [`{ ${image(regions.virginia, images.neverRead)} { visibility @ } }`, ['golden us-east-1 LAUNCH_PERMISSIONS FAILED']],
  [`{ ${image(regions.frankfurt, images.private)} { launchableBy { totalCount } @ } }`, []],
  // Its instances: any account may run it.
  [`{ ${image(regions.virginia, images.twoRegions)} { instanceCount @ } }`, [instancesOfAppB, sandboxRegions]],
  [`{ ${image(regions.frankfurt, images.private)} { instances { totalCount } @ } }`, [sandboxRegions]],
  // Of another owner's image only consumers tell.
  [`{ ${image(regions.frankfurt, images.partners)} { name @ } }`, [sandboxRegions]],
  [`{ images(filter: { owner: { eq: "${accounts.golden}" } }) { @ nodes { name } } }`, []],
  [`{ images(filter: { owner: { eq: "${accounts.golden}" } }) { @ nodes { visibility } } }`, [permissionsOfGolden]],
  [
    `{ images(filter: { owner: { eq: "${accounts.golden}" }, region: { eq: "${regions.frankfurt}" } }) { @ nodes { visibility } } }`,
    [],
  ],
  [
    `{ images(filter: { all: [{ owner: { eq: "${accounts.golden}" } }, { visibility: { eq: PUBLIC } }] }) { @ nodes { name } } }`,
    [permissionsOfGolden],
  ],
  [`{ images(filter: { owner: { eq: "${accounts.partner}" } }) { @ nodes { name } } }`, [sandboxRegions]],
  [`{ images(filter: { any: [{ owner: { eq: "${accounts.golden}" } }] }) { @ nodes { name } } }`, [sandboxRegions]],
  [
    `{ images(filter: { owner: { eq: "${accounts.golden}" }, inUse: false }) { @ nodes { name } } }`,
    [instancesOfAppB, sandboxRegions],
  ],
  [`{ instances(filter: { account: { eq: "${accounts.appA}" } }) { @ totalCount } }`, []],
  ['{ instances { @ totalCount } }', [instancesOfAppB, sandboxRegions]],
  [`{ instances(filter: { region: { eq: "${regions.frankfurt}" } }) { @ totalCount } }`, [sandboxRegions]],
  [
    `{ account(accountId: "${accounts.appA}") { launchableImages(region: "${regions.frankfurt}") { totalCount @ } } }`,
    [sandboxRegions],
  ],
  [`{ snapshots(filter: { owner: { eq: "${accounts.golden}" } }) { @ totalCount } }`, []],
  // Another account's template or parameter can name it: who could not be read could hide one.
  [`{ ${image(regions.frankfurt, images.private)} { references { totalCount } @ } }`, [sandboxRegions]],
  [`{ ${image(regions.frankfurt, images.private)} { launchTemplateVersions { totalCount @ } } }`, [sandboxRegions]],
  [`{ ${image(regions.frankfurt, images.private)} { recycleBin { exitTime } @ } }`, []],
  ['{ imageReferences { @ totalCount } }', [sandboxRegions]],
  [`{ launchTemplateVersions(filter: { account: { eq: "${accounts.appA}" } }) { @ totalCount } }`, []],
  ['{ instanceTypes { @ totalCount } }', []],
  ['{ productCodes { @ totalCount } }', [instancesOfAppB, sandboxRegions]],
  ['{ organizationalUnits { @ totalCount } }', []],
])('%s', async (query, expected) => {
  const found = await gaps(query)
  expect(found.gaps.toSorted()).toEqual(expected.toSorted())
  expect(found.complete).toBe(expected.length === 0)
})

it('tells the oldest observation that the answer is built on', async () => {
  expect((await gaps('{ organization { @ } }')).oldest).toBe('2026-11-21T00:00:00.000Z')
  expect((await gaps(`{ ${image(regions.frankfurt, images.private)} { name @ } }`)).oldest).toBe(
    '2026-11-20T00:00:00.000Z',
  )
  expect((await gaps(`{ ${image(regions.frankfurt, images.private)} { visibility @ } }`)).oldest).toBe(
    '2026-11-01T00:00:00.000Z',
  )
  expect((await gaps(`{ ${image(regions.virginia, images.twoRegions)} { visibility @ } }`)).oldest).toBe(
    '2026-10-01T00:00:00.000Z',
  )
})

it('gives as many gaps as asked for, and always their number', async () => {
  const { data } = await api.query(
    '{ instances { coverage { gapCount gaps(first: 1) { kind } none: gaps(first: 0) { kind } } } }',
  )
  expect(data.instances.coverage).toEqual({ gapCount: 2, gaps: [{ kind: 'INSTANCES' }], none: [] })
})

it('calls nothing complete before the organization was read', async () => {
  const empty = await createTestDatabase()
  const fresh = await createTestApi(empty.pool)
  const { data, errors } = await fresh.query(`{
    organization { id } images { totalCount nodes { id } coverage { complete oldestObservation gapCount } }
    syncStatus { lastCompletedAt sources { total } }
  }`)
  expect(errors).toBeUndefined()
  expect(data).toEqual({
    organization: null,
    images: { totalCount: 0, nodes: [], coverage: { complete: false, oldestObservation: null, gapCount: 0 } },
    syncStatus: { lastCompletedAt: null, sources: { total: 0 } },
  })
  await fresh.stop()
  await empty.drop()
})
