import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Viewer } from '../../src/domain/viewer.ts'
import { createRandom, type Random } from '../../src/sandbox/world/random.ts'
import { createTestApi, type TestApi } from '../support/api.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import {
  outsiders,
  type RawImage,
  type RawOrganization,
  randomOrganization,
  randomRegions,
  storeOrganization,
  tagKeys,
  words,
} from '../support/random-organization.ts'
import { type ImageFilter, seenBy } from '../support/seen-organization.ts'
import { limitedTo, openViewers, organizationViewerNamed, type TestViewers } from '../support/viewers.ts'

/**
 * Random viewers ask random questions about random organizations, and an oracle that was written apart from the product's
 * SQL says what they must get: no row too many, none too few, and in each row nothing of what is hidden.
 * VIEWERS_SEED repeats a run, VIEWERS_ROUNDS makes it longer.
 */
const seed = Number(process.env['VIEWERS_SEED'] ?? 1)
const rounds = Number(process.env['VIEWERS_ROUNDS'] ?? 6)
const viewersARound = 8
const listsAViewer = 5

let database: TestDatabase
let viewers: TestViewers
/** Compiled and not: both must tell the same */
let apis: TestApi[]

beforeAll(async () => {
  database = await createTestDatabase()
  viewers = openViewers(database.url)
  const reads = { read: viewers.reads, readPrimary: viewers.reads }
  apis = [
    await createTestApi(database.pool, { ...reads, compile: true }),
    await createTestApi(database.pool, { ...reads, compile: false }),
  ]
})
afterAll(async () => {
  for (const api of apis) await api.stop()
  await viewers.close()
  await database.drop()
})

test.each(Array.from({ length: rounds }, (_, round) => seed + round))(
  'random viewers see what is theirs and nothing else (VIEWERS_SEED=%i)',
  async roundSeed => {
    const random = createRandom(roundSeed)
    const raw = randomOrganization(random)
    await storeOrganization(database.pool, raw)
    for (let i = 0; i < viewersARound; i++) {
      const viewer = randomViewer(random, raw)
      const seen = seenBy(raw, viewer.scope)
      const told = JSON.stringify(viewer.scope)
      for (let list = 0; list < listsAViewer; list++) await compareImages(random, viewer, seen, told)
      for (const api of apis) {
        await compareLists(api, viewer, seen, told)
        await compareLookups(api, viewer, raw, seen, told)
      }
    }
  },
)

type Seen = ReturnType<typeof seenBy>

const randomViewer = (random: Random, raw: RawOrganization): Viewer => {
  const some = (ids: readonly string[], probability: number) => ids.filter(() => random.chance(probability))
  if (random.chance(0.1)) return organizationViewerNamed()
  const accounts = raw.members.map(({ id }) => id)
  const units = raw.units.map(({ id }) => id)
  return random.pick([
    () => limitedTo([random.pick(accounts)]),
    () => limitedTo(some(accounts, 0.3)),
    () => limitedTo([], [random.pick(units)]),
    () => limitedTo(some(accounts, 0.2), some(units, 0.2)),
    () => limitedTo([...outsiders, '999999999999'], ['ou-main-none0000']),
  ])()
}

const imageFields = `imageId region name trust visibility lastLaunchedTime
  owner { accountId name inOrganization isManagementAccount } evidenceAccount { accountId } sourceImageId
  sourceImage { imageId } instanceCount
  instances(first: 30, orderBy: { field: INSTANCE_ID, direction: ASC }) { totalCount nodes { instanceId } }
  productCodes { productCode } blockDevices { snapshotId snapshot { snapshotId } } tags { key value setBy { accountId } }
  launchPermissions { kind grantee status } launchPermissionsRead { error { message } }
  launchableBy(first: 10) { totalCount nodes { account { accountId } grants { kind grantee } } }`

const listImages = `query ($filter: ImageFilter, $orderBy: ImageOrder, $first: Int, $after: String) {
  images(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
    totalCount pageInfo { hasNextPage hasPreviousPage endCursor } nodes { ${imageFields} }
    coverage { gapCount gaps { account { accountId } error { message } } }
  }
}`

const compareImages = async (random: Random, viewer: Viewer, seen: Seen, told: string) => {
  const filter = randomFilter(random)
  const field = random.pick(['CREATION_DATE', 'NAME', 'LAST_LAUNCHED_TIME', 'IMAGE_ID'] as const)
  const direction = random.pick(['ASC', 'DESC'] as const)
  const question = `${told} asks ${JSON.stringify({ filter, field, direction })}`
  const expected = ordered(
    seen.images.filter(image => seen.matches(image, filter) === true),
    orderValue[field](seen),
    direction,
  )
  const first = 5 + random.below(10)
  const api = random.pick(apis)
  for (let from = 0, after: string | null = null; ; from += first) {
    const { data, errors } = await api.query(
      listImages,
      { filter, orderBy: { field, direction }, first, after },
      viewer,
    )
    expect(errors, question).toBeUndefined()
    const { totalCount, pageInfo, nodes, coverage } = data.images
    expect(nodes, question).toEqual(expected.slice(from, from + first).map(seen.answer))
    expect(totalCount, question).toBe(expected.length)
    expect(pageInfo.hasNextPage, question).toBe(expected.length > from + first)
    expect(pageInfo.hasPreviousPage, question).toBe(from > 0)
    for (const gap of coverage.gaps) {
      if (!seen.sees(gap.account.accountId)) expect(gap.error, question).toBeNull()
    }
    if (!pageInfo.hasNextPage) return
    after = pageInfo.endCursor
  }
}

type OrderField = 'CREATION_DATE' | 'NAME' | 'LAST_LAUNCHED_TIME' | 'IMAGE_ID'

const orderValue: Record<OrderField, (seen: Seen) => (image: RawImage) => string> = {
  CREATION_DATE: () => image => image.createdAt ?? '',
  NAME: () => image => image.name ?? '',
  LAST_LAUNCHED_TIME: seen => image => seen.launchedAtOf(image) ?? '',
  IMAGE_ID: () => () => '',
}

const ordered = (images: readonly RawImage[], value: (image: RawImage) => string, direction: 'ASC' | 'DESC') => {
  const key = (image: RawImage) => `${value(image)} ${image.id} ${image.region}`
  const sign = direction === 'ASC' ? 1 : -1
  return [...images].sort((a, b) => (key(a) < key(b) ? -sign : key(a) > key(b) ? sign : 0))
}

const randomFilter = (random: Random, depth = 0): ImageFilter => {
  const accounts = [...Array.from({ length: 8 }, (_, i) => `10000000000${i}`), ...outsiders]
  const simple: (() => ImageFilter)[] = [
    () => ({}),
    () => ({ owner: { in: accounts.filter(() => random.chance(0.4)) } }),
    () => ({ region: { eq: random.pick(randomRegions) } }),
    () => ({ name: { eq: random.pick(words) } }),
    () => ({ visibility: { in: ['PRIVATE', 'SHARED', 'PUBLIC', 'UNKNOWN'].filter(() => random.chance(0.5)) } }),
    () => ({ trust: { in: ['ORGANIZATION', 'ALLOWLISTED', 'UNTRUSTED'].filter(() => random.chance(0.5)) } }),
    () => ({
      tag: {
        key: random.pick(tagKeys),
        ...(random.chance(0.4) && { value: { eq: random.pick(words) } }),
        ...(random.chance(0.3) && { setBy: { eq: random.pick(accounts) } }),
      },
    }),
    () => ({ productCode: { eq: `code${random.below(4)}` } }),
    () => ({ paid: random.chance(0.5) }),
    () => ({ inUse: random.chance(0.5) }),
    () => ({ lastLaunchedTime: { after: new Date(Date.UTC(2026, 0, 1 + random.below(20))).toISOString() } }),
  ]
  const inner = () => randomFilter(random, depth + 1)
  const combined: (() => ImageFilter)[] = [
    () => ({ not: inner() }),
    () => ({ any: [inner(), inner()] }),
    () => ({ all: [inner(), inner()] }),
  ]
  return random.pick(depth < 2 && random.chance(0.4) ? combined : simple)()
}

const compareLists = async (api: TestApi, viewer: Viewer, seen: Seen, told: string) => {
  const { data, errors } = await api.query(
    `{ organization { organizationId managementAccount { accountId inOrganization isManagementAccount } }
       accounts(first: 50) { totalCount nodes { accountId } }
       organizationalUnits(first: 50) { totalCount nodes { organizationalUnitId } }
       instances(first: 50) { totalCount nodes { instanceId account { accountId } image { imageId } } }
       snapshots(first: 50) { totalCount nodes { snapshotId } }
       productCodes(first: 50) { totalCount nodes { productCode } }
       coverage(first: 100) { totalCount nodes { account { accountId } region kind status error { message } } }
       syncStatus { sources { total } } }`,
    {},
    viewer,
  )
  expect(errors, told).toBeUndefined()
  const names = (list: { totalCount: number; nodes: Record<string, string>[] }, name: string) => {
    expect(list.totalCount, told).toBe(list.nodes.length)
    return list.nodes.map(node => node[name]).sort()
  }
  expect(data.organization === null, told).toBe(!seen.hasOrganization)
  if (data.organization) {
    expect(data.organization.managementAccount, told).toMatchObject({ inOrganization: true, isManagementAccount: true })
  }
  expect(names(data.accounts, 'accountId'), told).toEqual([...seen.members].sort())
  expect(names(data.organizationalUnits, 'organizationalUnitId'), told).toEqual([...seen.units].sort())
  expect(names(data.snapshots, 'snapshotId'), told).toEqual([...seen.snapshots].sort())
  expect(names(data.productCodes, 'productCode'), told).toEqual(seen.codes)
  expect(names(data.instances, 'instanceId'), told).toEqual(seen.instances.map(({ id }) => id).sort())
  for (const { instanceId, image } of data.instances.nodes) {
    const raw = seen.instances.find(({ id }) => id === instanceId)
    const known = seen.images.find(({ id, region }) => id === raw?.image && region === raw?.region)
    expect(image, told).toEqual(known ? { imageId: known.id } : null)
  }
  expect(data.coverage.nodes, told).toHaveLength(seen.sources.length)
  expect(data.coverage.nodes, told).toEqual(expect.arrayContaining(seen.sources))
  expect(data.syncStatus.sources.total, told).toBe(seen.sources.length)
}

/** What is hidden is null in the same way as what was never seen. */
const compareLookups = async (api: TestApi, viewer: Viewer, raw: RawOrganization, seen: Seen, told: string) => {
  const ids = [
    ...raw.images.map(({ region, id }) => `Image:${region}:${id}`),
    ...raw.instances.map(({ account, region, id }) => `Instance:${account}:${region}:${id}`),
    ...raw.snapshots.map(({ region, id }) => `Snapshot:${region}:${id}`),
    ...raw.units.map(({ id }) => `OrganizationalUnit:${id}`),
    ...[...raw.members.map(({ id }) => id), ...outsiders, '999999999999'].map(id => `Account:${id}`),
    ...Array.from({ length: 7 }, (_, i) => `ProductCode:code${i}`),
    `Organization:${raw.id}`,
  ]
  const isSeen: Record<string, (...key: string[]) => boolean> = {
    Image: (region, id) => seen.images.some(image => image.region === region && image.id === id),
    Instance: (_account, _region, id) => seen.instances.some(instance => instance.id === id),
    Snapshot: (_region, id) => seen.snapshots.includes(id ?? ''),
    OrganizationalUnit: id => seen.units.includes(id ?? ''),
    Account: id => seen.members.includes(id ?? '') || seen.isNamed(id ?? ''),
    ProductCode: id => seen.codes.includes(id ?? ''),
    ['Organization']: () => seen.hasOrganization,
  }
  const { data, errors } = await api.query('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids }, viewer)
  expect(errors, told).toBeUndefined()
  expect(data.nodes, told).toEqual(
    ids.map(id => {
      const [type = '', ...key] = id.split(':')
      return isSeen[type]?.(...key) ? { id } : null
    }),
  )
}
