import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createRandom, type Random } from '../../src/sandbox/world/random.ts'
import { createTestApi, type TestApi } from '../support/api.ts'
import { expectedCache } from '../support/expected-cache.ts'
import { changeSomething } from '../support/random-changes.ts'
import { createSyncedSandbox, type SyncedSandbox } from '../support/synced-sandbox.ts'

const seed = Number(process.env['MEMORY_SEED'] ?? 1)
const rounds = 7

type Row = Record<string, unknown>
/** The world as it was when a sync had read it, and a moment right after that sync. */
type Copy = { at: string; cache: Record<string, Row[]> }

let synced: SyncedSandbox
let compiled: TestApi
let resolved: TestApi
const copies: Copy[] = []

const databaseTime = async (): Promise<string> => {
  const { rows } = await synced.pool.query<{ now: Date }>(
    `select date_trunc('milliseconds', clock_timestamp()) + interval '1 ms' as now, pg_sleep(0.002)`,
  )
  return rows[0]?.now.toISOString() ?? ''
}

beforeAll(async () => {
  synced = await createSyncedSandbox()
  compiled = await createTestApi(synced.pool)
  resolved = await createTestApi(synced.pool, { compile: false })
  const random: Random = createRandom(seed)
  for (let round = 0; round < rounds; round += 1) {
    if (round > 0) for (let i = 0; i <= random.below(6); i += 1) changeSomething(synced.world, random)
    await synced.sync()
    const cache = structuredClone(expectedCache(synced.world)) as Record<string, Row[]>
    copies.push({ at: await databaseTime(), cache })
  }
}, 120_000)
afterAll(async () => {
  await compiled?.stop()
  await resolved?.stop()
  await synced?.close()
})

const ask = async (query: string, variables: Record<string, unknown>) => {
  const [one, other] = [await compiled.query(query, variables), await resolved.query(query, variables)]
  expect(one.errors?.[0]?.extensions?.['code'], `MEMORY_SEED=${seed}`).toBe(other.errors?.[0]?.extensions?.['code'])
  expect(one.data).toEqual(other.data)
  return one
}

const of = (rows: Row[] | undefined, { region, image_id }: Row) =>
  (rows ?? []).filter(row => row['region'] === region && row['image_id'] === image_id)

const keyOf = (row: Row) => `${row['region']} ${row['image_id']}`

describe(`what was remembered of a random history (MEMORY_SEED=${seed})`, () => {
  it('is each image as the world was after each sync', async () => {
    const everyImage = new Map(copies.flatMap(({ cache }) => cache['images'] ?? []).map(row => [keyOf(row), row]))
    // All that were ever different, and some that never were.
    const states = ([key, row]: [string, Row]) =>
      new Set(
        copies.map(
          ({ cache }) =>
            JSON.stringify(
              [cache['images'], cache['tags'], cache['launchPermissions'], cache['watermarks']].map(rows =>
                of(rows, row),
              ),
            ) + key,
        ),
      ).size
    const asked = [...everyImage].toSorted((a, b) => states(b) - states(a)).slice(0, 12)
    for (const { at, cache } of copies) {
      for (const [, image] of asked) {
        const { data, errors } = await ask(imageThen, { imageId: image['image_id'], region: image['region'], at })
        expect(errors).toBeUndefined()
        const [expected] = of(cache['images'], image)
        if (expected === undefined) {
          expect(data.image?.state ?? 'DEREGISTERED').toBe('DEREGISTERED')
          continue
        }
        const where = `MEMORY_SEED=${seed} ${keyOf(image)} at ${at}`
        expect(data.image, where).toEqual({
          name: expected['name'],
          description: expected['description'],
          state: expected['state'],
          visibility: expected['is_public']
            ? 'PUBLIC'
            : of(cache['launchPermissions'], image).length > 0
              ? 'SHARED'
              : 'PRIVATE',
          creationDate: (expected['creation_date'] as Date | null)?.toISOString() ?? null,
          deprecationTime: (expected['deprecation_time'] as Date | null)?.toISOString() ?? null,
          instanceCount: (cache['instances'] ?? []).filter(
            row => keyOf(row) === keyOf(image) && row['state'] !== 'TERMINATED',
          ).length,
          launchPermissions: expect.toSatisfy(
            (list: Row[]) =>
              JSON.stringify(list.map(({ kind, grantee }) => `${kind} ${grantee}`).sort()) ===
              JSON.stringify(
                of(cache['launchPermissions'], image)
                  .map(({ kind, grantee }) => `${kind} ${grantee}`)
                  .sort(),
              ),
          ),
          tags: expect.toSatisfy(
            (list: { key: string; value: string; setBy: { accountId: string } }[]) =>
              JSON.stringify(list.map(tag => [tag.setBy.accountId, tag.key, tag.value]).sort()) ===
              JSON.stringify(
                of(cache['tags'], image)
                  .map(tag => [tag['account_id'], tag['key'], tag['value']])
                  .sort(),
              ),
          ),
          productCodes: of(cache['productCodes'], image).map(code => ({ productCode: code['product_code'] })),
          watermarks: of(cache['watermarks'], image).map(mark => ({
            watermarkKey: mark['watermark_key'],
            sourceImageId: mark['source_image_id'],
            watermarkCreationTime: (mark['watermark_creation_time'] as Date).toISOString(),
            account: { accountId: String(mark['watermark_key']).slice(0, 12) },
          })),
          blockDevices: of(cache['blockDevices'], image).map(device => ({
            deviceName: device['device_name'],
            encrypted: device['encrypted'],
          })),
        })
      }
    }
  })

  it('is each account as the world was after each sync, with its Regions and settings', async () => {
    const everyAccount = new Set(copies.flatMap(({ cache }) => cache['accounts'] ?? []).map(row => row['account_id']))
    expect(everyAccount.size).toBeGreaterThan(4)
    for (const { at, cache } of copies) {
      for (const accountId of everyAccount) {
        const { data, errors } = await ask(accountThen, { accountId, at })
        expect(errors).toBeUndefined()
        const expected = cache['accounts']?.find(row => row['account_id'] === accountId)
        const settingsOf = (rows: Row[] | undefined) => (rows ?? []).filter(row => row['account_id'] === accountId)
        const where = `MEMORY_SEED=${seed} ${accountId} at ${at}`
        if (expected === undefined) {
          expect(data.account, where).toBeNull()
          continue
        }
        const { regions, ...account } = data.account
        expect(account, where).toEqual({
          accountId,
          inOrganization: true,
          name: expected['name'],
          state: expected['state'],
          isManagementAccount: accountId === synced.world.organization.managementAccountId,
          organizationalUnitPath: expect.any(String),
        })
        const told = (regions as { region: string; [name: string]: unknown }[]).flatMap(
          ({ region, allowedImages, ...blocked }) =>
            Object.entries({ allowedImages, ...blocked }).flatMap(([name, setting]) =>
              setting === null ? [] : [`${region} ${name} ${(setting as Row)['state']}`],
            ),
        )
        const then = [
          ...settingsOf(cache['allowedImages']).map(row => `${row['region']} allowedImages ${row['state']}`),
          ...settingsOf(cache['blockPublicAccess']).map(
            row =>
              `${row['region']} ${row['resource'] === 'IMAGE' ? 'image' : 'snapshot'}BlockPublicAccess ${row['state']}`,
          ),
        ]
        expect(told.sort(), where).toEqual(then.sort())
      }
    }
  })

  it('is what changed between any two syncs', async () => {
    for (const [i, from] of copies.entries()) {
      for (const to of copies.slice(i + 1)) {
        const told = await everyChange(from.at, to.at)
        const steps = copies.slice(copies.indexOf(from), copies.indexOf(to) + 1)
        const expected = steps.slice(1).flatMap((step, place) => changesBetween(steps[place] as Copy, step))
        expect(told.toSorted(), `MEMORY_SEED=${seed} from ${from.at} to ${to.at}`).toEqual(expected.toSorted())
      }
    }
  })

  it('says honestly that it was not there yet', async () => {
    const [image] = copies[0]?.cache['images'] ?? []
    const { data, errors } = await ask(imageThen, {
      imageId: image?.['image_id'],
      region: image?.['region'],
      at: '2020-01-01T00:00:00.000Z',
    })
    expect(data.image).toBeNull()
    expect(errors?.[0]?.extensions?.['code']).toBe('NOT_REMEMBERED')
    const { data: changes } = await ask(`{ changes(since: "2020-01-01T00:00:00Z", first: 0) { completeSince } }`, {})
    const { rows } = await synced.pool.query('select begins_at from amigraph.memory')
    expect(changes.changes.completeSince).toBe(rows[0].begins_at.toISOString())
  })

  it('is nothing where nothing changed', async () => {
    const count = async () =>
      (await synced.pool.query(`select count(*)::integer as versions from amigraph.versions`)).rows[0].versions
    const before = await count()
    await synced.sync()
    expect(await count()).toBe(before)
  })

  it('is a history of each image whose versions are its states', async () => {
    const history = `query ($imageId: ID!, $region: Region!) { image(imageId: $imageId, region: $region) {
      name history(first: 1000) { totalCount nodes {
        validFrom validTo image { name state launchPermissions { grantee } } changes { at kind } } } } }`
    for (const image of copies.at(-1)?.cache['images'] ?? []) {
      const { data } = await ask(history, { imageId: image['image_id'], region: image['region'] })
      const { nodes, totalCount } = data.image.history
      expect(nodes).toHaveLength(totalCount)
      expect(nodes[0]).toMatchObject({ validTo: null, image: { name: data.image.name } })
      for (const [i, version] of nodes.entries()) {
        if (i > 0) expect(version.validTo).toBe(nodes[i - 1].validFrom)
        for (const change of version.changes) expect(change.at).toBe(version.validFrom)
      }
    }
  })
})

const accountThen = `query ($accountId: AccountId!, $at: DateTime!) {
  account(accountId: $accountId, asOf: $at) {
    accountId inOrganization name state isManagementAccount organizationalUnitPath
    regions {
      region allowedImages { state } imageBlockPublicAccess { state } snapshotBlockPublicAccess { state }
    }
  }
}`

const imageThen = `query ($imageId: ID!, $region: Region!, $at: DateTime!) {
  image(imageId: $imageId, region: $region, asOf: $at) {
    name description state visibility creationDate deprecationTime instanceCount
    launchPermissions { kind grantee }
    tags { key value setBy { accountId } }
    productCodes { productCode }
    watermarks { watermarkKey sourceImageId watermarkCreationTime account { accountId } }
    blockDevices { deviceName encrypted }
  }
}`

type Told = { kind: string; account: Row; subject: Row & { owner?: Row }; before: Row | null; after: Row | null }

/** All pages of three. Tags that a consumer set come and go with what it sees, in whatever order sources are read. */
const everyChange = async (since: string, until: string): Promise<string[]> => {
  const told: string[] = []
  let after: string | null = null
  do {
    const { data } = await ask(
      `query ($since: DateTime!, $until: DateTime!, $after: String) {
        changes(since: $since, until: $until, first: 3, after: $after) {
          nodes {
            kind account { accountId } before after
            subject {
              ... on Image { imageId owner { accountId } } ... on Instance { instanceId } ... on Account { accountId }
            }
          }
          pageInfo { hasNextPage endCursor }
        }
      }`,
      { since, until, after },
    )
    for (const { kind, account, subject, before, after: became } of data.changes.nodes as Told[]) {
      if (kind === 'IMAGE_TAGS_CHANGED' && account['accountId'] !== subject.owner?.['accountId']) continue
      const id = subject['imageId'] ?? subject['instanceId'] ?? subject['accountId']
      const row = became ?? before
      told.push([kind, id, row?.['grantee'] ?? []].flat().join(' '))
    }
    after = data.changes.pageInfo.hasNextPage ? data.changes.pageInfo.endCursor : null
  } while (after !== null)
  return told
}

/** What has to be told of two states of the world. */
const changesBetween = ({ cache: one }: Copy, { at, cache: other }: Copy): string[] => {
  const image = differences(one['images'], other['images'], keyOf)
  const gone = new Set(image.removed.map(keyOf))
  const stays = (row: Row) => !gone.has(keyOf(row))
  const born = new Set(image.added.map(keyOf))
  const permission = differences(one['launchPermissions'], other['launchPermissions'], row => JSON.stringify(row))
  const single = (row: Row) => row['kind'] !== 'PUBLIC'
  const ownTags = (cache: Copy['cache']) => {
    const owners = new Map((cache['images'] ?? []).map(row => [keyOf(row), row['owner_account_id']]))
    return (cache['tags'] ?? []).filter(row => owners.get(keyOf(row)) === row['account_id'])
  }
  const tag = differences(ownTags(one), ownTags(other), row => `${keyOf(row)} ${row['key']}`)
  const mark = differences(one['watermarks'], other['watermarks'], row => JSON.stringify(row))
  const instance = differences(one['instances'], other['instances'], row => String(row['instance_id']))
  const account = differences(one['accounts'], other['accounts'], row => String(row['account_id']))
  return [
    ...image.added.map(row => `IMAGE_REGISTERED ${row['image_id']}`),
    ...image.removed.map(row => `IMAGE_DEREGISTERED ${row['image_id']}`),
    ...image.changed.map(([was, is]) => `${kindOfImage(was, is, at)} ${is['image_id']}`),
    ...permission.added.filter(single).map(row => `SHARED ${row['image_id']} ${row['grantee']}`),
    ...permission.removed
      .filter(row => single(row) && stays(row))
      .map(row => `UNSHARED ${row['image_id']} ${row['grantee']}`),
    ...[...tag.added, ...tag.removed, ...tag.changed.map(([, is]) => is)]
      .filter(row => stays(row) && !born.has(keyOf(row)))
      .map(row => `IMAGE_TAGS_CHANGED ${row['image_id']}`),
    ...[...mark.added, ...mark.removed]
      .filter(row => stays(row) && !born.has(keyOf(row)))
      .map(row => `IMAGE_CHANGED ${row['image_id']}`),
    ...instance.added.map(row => `INSTANCE_LAUNCHED ${row['instance_id']}`),
    ...instance.changed.map(([, is]) => `INSTANCE_TERMINATED ${is['instance_id']}`),
    ...account.added.map(row => `ACCOUNT_JOINED ${row['account_id']}`),
    ...account.changed.map(([, is]) => `ACCOUNT_MOVED ${is['account_id']}`),
  ]
}

const kindOfImage = (was: Row, is: Row, at: string): string => {
  if (was['is_public'] !== is['is_public']) return is['is_public'] ? 'MADE_PUBLIC' : 'MADE_PRIVATE'
  const isPast = (time: unknown) => time !== null && (time as Date).toISOString() <= at
  if (isPast(is['deprecation_time']) && !isPast(was['deprecation_time'])) return 'IMAGE_DEPRECATED'
  return 'IMAGE_CHANGED'
}

const differences = (one: Row[] = [], other: Row[] = [], key: (row: Row) => string) => {
  const [was, is] = [new Map(one.map(row => [key(row), row])), new Map(other.map(row => [key(row), row]))]
  const text = (row: Row) => JSON.stringify(row)
  return {
    added: other.filter(row => !was.has(key(row))),
    removed: one.filter(row => !is.has(key(row))),
    changed: other.flatMap((row): [Row, Row][] => {
      const before = was.get(key(row))
      return before && text(before) !== text(row) ? [[before, row]] : []
    }),
  }
}
