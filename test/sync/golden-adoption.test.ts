import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { GoldenFamily } from '../../src/domain/golden-family.ts'
import {
  attachWatermark,
  copyImage,
  deregister,
  launch,
  moveAccount,
  registerImage,
  tag,
} from '../../src/sandbox/world/changes.ts'
import { createWorld } from '../../src/sandbox/world/generate.ts'
import { createRandom, type Random } from '../../src/sandbox/world/random.ts'
import type { World, WorldImage } from '../../src/sandbox/world/world.ts'
import { createTestApi, type TestApi } from '../support/api.ts'
import { expectedCache } from '../support/expected-cache.ts'
import { adoptionOf, type Copy, type Expected } from '../support/golden-oracle.ts'
import { changeSomething } from '../support/random-changes.ts'
import { createSyncedSandbox, type SyncedSandbox } from '../support/synced-sandbox.ts'
import { limitedTo, openViewers } from '../support/viewers.ts'

// Adoption at past moments, from what the sync remembers, against what the world itself was at those moments.

/** ADOPTION_SEED repeats a run, ADOPTION_ROUNDS makes it longer. */
const seed = Number(process.env['ADOPTION_SEED'] ?? 1)
const rounds = Number(process.env['ADOPTION_ROUNDS'] ?? 7)

let synced: SyncedSandbox
let api: TestApi
let families: GoldenFamily[] = []
const copies: Copy[] = []
const said: unknown[] = []

const databaseTime = async (): Promise<string> => {
  const { rows } = await synced.pool.query<{ now: Date }>(
    `select date_trunc('milliseconds', clock_timestamp()) + interval '1 ms' as now, pg_sleep(0.002)`,
  )
  return rows[0]?.now.toISOString() ?? ''
}

beforeAll(async () => {
  const world = createWorld({
    accounts: 4,
    seed: 7,
    regions: ['eu-west-1', 'us-east-1'],
    imagesPerAccountRegion: 1,
    instancesPerAccountRegion: 2,
  })
  families = familiesOf(ownerOfGolden(world))
  const environment = {
    AMIGRAPH_GOLDEN_IMAGES: JSON.stringify(
      families.map(({ watermark, ...family }) => ({ ...family, ...(watermark && { watermark }) })),
    ),
  }
  synced = await createSyncedSandbox({ world, environment })
  api = await createTestApi(synced.pool)
  const random = createRandom(seed)
  const seen: Copy['seen'] = new Map()
  for (let round = 0; round < rounds; round += 1) {
    if (round > 0) for (let i = 0; i < 6; i += 1) changeGolden(random)
    await synced.sync()
    const cache = structuredClone(expectedCache(synced.world)) as Copy['cache']
    for (const image of cache.images) {
      const own = cache.watermarks.filter(mark => mark.region === image.region && mark.image_id === image.image_id)
      seen.set(`${image.region} ${image.image_id}`, { ...image, watermarks: own.map(mark => mark.watermark_key) })
    }
    copies.push({ at: await databaseTime(), cache, seen: new Map(seen), unread: unreadAccounts() })
    said.push(await ask(present, {}))
  }
}, 180_000)
afterAll(async () => {
  await api?.stop()
  await synced?.close()
})

const everyImage = (world: World): WorldImage[] =>
  [...world.regions.values()].flatMap(({ images }) => [...images.values()])

const ownerOfGolden = (world: World): string =>
  everyImage(world).find(image => image.facts.Name?.startsWith('nordwind-linux-2023-2'))?.ownerId ?? ''

const familiesOf = (owner: string): GoldenFamily[] => [
  { family: 'linux', owner, name: 'nordwind-linux-2023-2*', tag: null, watermark: null },
  { family: 'staged', owner, name: '*', tag: { key: 'stage', value: null }, watermark: null },
  { family: 'approved', owner, name: '*', tag: null, watermark: `${owner}:approved` },
]

const unreadAccounts = (): string[] =>
  [...synced.world.accounts.values()]
    .filter(({ state, roles }) => state === 'ACTIVE' && !roles.has('amigraph-reader'))
    .map(({ accountId }) => accountId)

/** Mostly what changes adoption, else anything. */
const changeGolden = (random: Random) => {
  const { world } = synced
  const owner = ownerOfGolden(world)
  const golden = everyImage(world).filter(image => image.ownerId === owner && image.facts.State === 'available')
  const readers = [...world.accounts.values()].filter(({ roles }) => roles.has('amigraph-reader'))
  const image = random.pick(golden)
  const account = random.pick(readers)
  const runs = (one: WorldImage, count = 1) =>
    launch(world, one, { accountId: account.accountId, instanceType: 'm5.large', count })
  const changes: (() => unknown)[] = [
    () => runs(image, 1 + random.below(3)),
    () => runs(image, 2),
    () => {
      const name = `nordwind-linux-2023-2${random.below(1_000_000)}`
      runs(registerImage(world, { region: image.region, ownerId: owner, facts: { Name: name } }))
    },
    () =>
      runs(
        copyImage(world, image, {
          region: image.region,
          ownerId: account.accountId,
          name: `copy ${random.below(1_000_000)}`,
        }),
      ),
    () => deregister(world, image),
    () => attachWatermark(world, image, `${owner}:approved`),
    () =>
      tag(world, { region: image.region, resourceId: image.imageId, accountId: owner }, [
        { Key: 'stage', Value: 'prod' },
      ]),
    () => moveAccount(world, account.accountId, random.pick([...world.organization.units.keys()])),
    () => changeSomething(world, random),
    () => changeSomething(world, random),
  ]
  random.pick(changes)()
}

const counts = 'onCurrent onOlder notGolden'
const present = `{ goldenImages(first: 100) { nodes { family origin adoption { onCurrent onOlder
  byAccount { account { accountId } ${counts} }
  byOrganizationalUnit { organizationalUnit { organizationalUnitId } ${counts} }
  byRegion { region ${counts} } } } } }`
const history = `query ($moments: [DateTime!]!, $families: [String!], $accounts: [AccountId!], $regions: [Region!]) {
  goldenAdoptionHistory(moments: $moments, families: $families, accounts: $accounts, regions: $regions) {
    family origin points { at complete ${counts}
      byAccount { account { accountId } complete ${counts} }
      byOrganizationalUnit { organizationalUnitId complete ${counts} }
      byRegion { region complete ${counts} } } } }`

const ask = async (query: string, variables: Record<string, unknown>) => {
  const { data, errors } = await api.query(query, variables)
  expect(errors).toBeUndefined()
  return data
}

type Counts = { onCurrent: number; onOlder: number; notGolden: number; complete?: boolean }
type Told = Counts & {
  at: string
  byAccount: (Counts & { account: { accountId: string } })[]
  byOrganizationalUnit: (Counts & {
    organizationalUnitId?: string
    organizationalUnit?: { organizationalUnitId: string }
  })[]
  byRegion: (Counts & { region: string })[]
}

const line = (key: string, { onCurrent, onOlder, notGolden }: Counts) => `${key} ${onCurrent} ${onOlder} ${notGolden}`

/** What is counted apart, without what nobody could read. */
const linesOf = ({ byAccount, byOrganizationalUnit, byRegion }: Told): Omit<Expected, 'onCurrent' | 'onOlder'> => ({
  byAccount: byAccount.filter(({ notGolden }) => notGolden !== null).map(row => line(row.account.accountId, row)),
  byUnit: byOrganizationalUnit
    .filter(({ notGolden }) => notGolden !== null)
    .map(row => line(row.organizationalUnitId ?? row.organizationalUnit?.organizationalUnitId ?? '', row)),
  byRegion: byRegion.map(row => line(row.region, row)),
})

describe(`adoption of golden images (ADOPTION_SEED=${seed})`, () => {
  it('is what the world says, right after each sync', () => {
    for (const [i, copy] of copies.entries()) {
      const expected = adoptionOf(copy, families)
      const { goldenImages } = said[i] as {
        goldenImages: { nodes: { family: string; origin: string; adoption: Told }[] }
      }
      const told = goldenImages.nodes.map(({ family, origin, adoption }) => [
        `${origin} ${family}`,
        { onCurrent: adoption.onCurrent, onOlder: adoption.onOlder, ...linesOf(adoption) },
      ])
      expect(Object.fromEntries(told), copy.at).toEqual(Object.fromEntries(expected))
    }
  })

  it('is told later of each of these moments, in one go', async () => {
    const { goldenAdoptionHistory } = await ask(history, { moments: copies.map(({ at }) => at).toReversed() })
    for (const [i, copy] of copies.entries()) {
      const expected = adoptionOf(copy, families)
      const told = (goldenAdoptionHistory as { family: string; origin: string; points: Told[] }[]).flatMap(
        ({ family, origin, points }) => {
          const point = points[i] as Told
          expect(point.at).toBe(copy.at)
          // A family that had no image then has no adoption to speak of.
          if (!expected.has(`${origin} ${family}`)) {
            expect([point.onCurrent, point.onOlder], `${family} at ${copy.at}`).toEqual([0, 0])
            return []
          }
          return [[`${origin} ${family}`, { onCurrent: point.onCurrent, onOlder: point.onOlder, ...linesOf(point) }]]
        },
      )
      expect(Object.fromEntries(told), copy.at).toEqual(Object.fromEntries(expected))
    }
    // Else nothing was tried.
    const last = adoptionOf(copies.at(-1) as Copy, families)
    expect([...last.values()].some(({ onCurrent }) => onCurrent > 0)).toBe(true)
    expect([...last.values()].some(({ onOlder }) => onOlder > 0)).toBe(true)
    expect(last.size).toBeGreaterThan(4)
  })

  it('names the accounts that nobody could read, and counts nothing of them', async () => {
    const { goldenAdoptionHistory } = await ask(history, { moments: [copies.at(-1)?.at] })
    const unread = copies.at(-1)?.unread ?? []
    const [{ points }] = goldenAdoptionHistory as [{ points: Told[] }]
    const [point] = points
    expect(point?.complete).toBe(unread.length === 0)
    expect(point?.byAccount.filter(({ complete }) => !complete)).toEqual(
      unread.toSorted().map(accountId => ({
        account: { accountId },
        complete: false,
        onCurrent: null,
        onOlder: null,
        notGolden: null,
      })),
    )
  })

  it('is narrowed to families, accounts and Regions', async () => {
    const moments = [copies.at(-1)?.at]
    const all = (await ask(history, { moments })).goldenAdoptionHistory
    const of = (told: { points: Told[] }[]) => told.flatMap(({ points }) => points.map(point => linesOf(point)))
    const linux = await ask(history, { moments, families: ['linux', 'none of that name'] })
    expect(linux.goldenAdoptionHistory).toEqual(all.filter(({ family }: { family: string }) => family === 'linux'))
    const [account] = of(all)[0]?.byAccount ?? []
    const accounts = [account?.slice(0, 12)]
    for (const [i, { byAccount }] of of((await ask(history, { moments, accounts })).goldenAdoptionHistory).entries())
      expect(byAccount).toEqual(of(all)[i]?.byAccount.filter(told => told.startsWith(String(accounts[0]))))
    for (const [i, { byRegion }] of of(
      (await ask(history, { moments, regions: ['us-east-1'] })).goldenAdoptionHistory,
    ).entries())
      expect(byRegion).toEqual(of(all)[i]?.byRegion.filter(told => told.startsWith('us-east-1')))
  })

  it('is of a limited viewer’s own accounts, and of nobody else’s', async () => {
    const viewers = openViewers(synced.databaseUrl)
    const limited = await createTestApi(synced.pool, { read: viewers.reads, readPrimary: viewers.reads })
    const moments = copies.map(({ at }) => at)
    const { goldenAdoptionHistory: all } = await ask(history, { moments })
    const accountId = String((all as { points: Told[] }[])[0]?.points.at(-1)?.byAccount.at(-1)?.account.accountId)
    const { data, errors } = await limited.query(history, { moments }, limitedTo([accountId]))
    expect(errors).toBeUndefined()
    for (const [i] of moments.entries()) {
      const [own] = all[0].points[i].byAccount.filter(
        (row: Told['byAccount'][0]) => row.account.accountId === accountId,
      )
      for (const { points } of data.goldenAdoptionHistory as { points: Told[] }[]) {
        expect(points[i]?.byAccount.map(({ account }) => account.accountId)).toEqual(own ? [accountId] : [])
        expect([points[i]?.complete, points[i]?.notGolden]).toEqual([true, own?.notGolden ?? 0])
      }
    }
    await limited.stop()
    await viewers.close()
  })

  it('is not known of moments before anything was read', async () => {
    const { goldenAdoptionHistory } = await ask(history, { moments: ['2020-01-01T00:00:00.000Z'] })
    expect(goldenAdoptionHistory.length).toBeGreaterThan(3)
    for (const { points } of goldenAdoptionHistory)
      expect(points).toEqual([
        {
          at: '2020-01-01T00:00:00.000Z',
          complete: false,
          onCurrent: null,
          onOlder: null,
          notGolden: null,
          byAccount: [],
          byOrganizationalUnit: [],
          byRegion: [],
        },
      ])
  })

  it.each([
    ['no moment', '[]'],
    ['101 moments', JSON.stringify(Array.from({ length: 101 }, (_, i) => new Date(i * 1000).toISOString()))],
    ['the future', '["2999-01-01T00:00:00Z"]'],
  ])('is refused for %s', async (_, moments) => {
    const { errors } = await api.query(`{ goldenAdoptionHistory(moments: ${moments}) { family } }`)
    expect(errors?.[0]?.extensions?.['code']).toBe('BAD_USER_INPUT')
  })
})
