import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { listenToChanges } from '../../../src/db/inventory/listen-to-changes.ts'
import type { Viewer } from '../../../src/domain/viewer.ts'
import type { ApiContext } from '../../../src/graphql/api-context.ts'
import { type RunningApi, startApi } from '../../../src/graphql/start-api.ts'
import { testContext } from '../../support/api.ts'
import { createTestDatabase, type TestDatabase } from '../../support/database.ts'
import { eventually } from '../../support/eventually.ts'
import { accounts, images, seedInventory } from '../../support/inventory.ts'
import { limitedTo, openViewers, organizationViewerNamed, type TestViewers } from '../../support/viewers.ts'

let database: TestDatabase
let viewers: TestViewers
const apis: (RunningApi & { statements: () => number })[] = []

/** An API as a process of its own would have it: its own cache and its own listener. */
const start = async (overrides: Partial<ApiContext> = {}) => {
  let statements = 0
  const read: ApiContext['read'] = scope => {
    const through = viewers.reads(scope)
    return Object.assign(
      ((statement, ...rest) => {
        // What the cache itself asks about time is no answer.
        if ('text' in statement) statements += 1
        return through(statement, ...rest)
      }) as typeof through,
      through.isNarrow && { isNarrow: through.isNarrow },
    )
  }
  const listen: ApiContext['listen'] = listener => listenToChanges({ url: database.url, heartbeat: 200 }, listener)
  const authenticate = async () => viewer
  const api = await startApi(testContext(database.pool, { read, listen, authenticate, ...overrides }))
  const counted = { ...api, statements: () => statements }
  apis.push(counted)
  return counted
}

let viewer: Viewer = organizationViewerNamed()

beforeAll(async () => {
  database = await createTestDatabase()
  await seedInventory(database.pool)
  viewers = openViewers(database.url)
})
beforeEach(() => {
  viewer = organizationViewerNamed()
  return async () => {
    for (const api of apis.splice(0)) await api.close()
  }
})
afterAll(async () => {
  await viewers.close()
  await database.drop()
})

const nameOf = `query ($id: ID!) { image(imageId: $id, region: "eu-central-1") { imageId name } }`

const ask = async (api: RunningApi, query: string, variables: object = {}, headers: Record<string, string> = {}) => {
  const answer = await fetch(`${api.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query, variables }),
  })
  const text = await answer.text()
  return { status: answer.status, headers: answer.headers, text, data: text === '' ? null : JSON.parse(text).data }
}

/** Waits until answers are kept: the listener has its connection. */
const untilKept = (api: Awaited<ReturnType<typeof start>>, query = nameOf, variables: object = { id: images.public }) =>
  eventually(async () => {
    await ask(api, query, variables)
    const before = api.statements()
    await ask(api, query, variables)
    expect(api.statements()).toBe(before)
  })

const rename = (id: string, name: string) =>
  database.pool.query('update amigraph.images set name = $2 where image_id = $1', [id, name])

it('reads once what is asked again, and anew once it has changed', async () => {
  const api = await start()
  await untilKept(api)
  await rename(images.public, 'renamed once')
  await eventually(async () => {
    expect((await ask(api, nameOf, { id: images.public })).data.image.name).toBe('renamed once')
  }, 2)
})

it('has every process hear of a change', async () => {
  const [one, other] = [await start(), await start()]
  for (const api of [one, other]) await untilKept(api)
  await rename(images.public, 'renamed for all')
  for (const api of [one, other]) {
    await eventually(async () => {
      expect((await ask(api, nameOf, { id: images.public })).data.image.name).toBe('renamed for all')
    }, 2)
  }
})

it('never gives a stale answer after it heard of a change, however many there are', async () => {
  let heard = 0
  const listen: ApiContext['listen'] = listener =>
    listenToChanges(
      { url: database.url },
      {
        ...listener,
        onChange: change => {
          listener.onChange(change)
          heard += 1
        },
      },
    )
  const api = await start({ listen })
  await untilKept(api)
  const before = heard
  let running = true
  const asking = Array.from({ length: 6 }, async () => {
    while (running) {
      const told = heard - before
      const { data } = await ask(api, nameOf, { id: images.manyPaths })
      expect(Number(data.image.name.split(' ')[1] ?? 0)).toBeGreaterThanOrEqual(told)
    }
  })
  for (let i = 1; i <= 300; i++) await rename(images.manyPaths, `storm ${i}`)
  await eventually(() => expect(heard - before).toBe(300))
  running = false
  await Promise.all(asking)
  expect((await ask(api, nameOf, { id: images.manyPaths })).data.image.name).toBe('storm 300')
})

it('keeps answers while statements change nothing, and while only observations change', async () => {
  const api = await start()
  await untilKept(api)
  const before = api.statements()
  await database.pool.query(`update amigraph.images set name = name where image_id = 'ami-none'`)
  await database.pool.query(`update amigraph.coverage set last_success_at = now() where kind = 'SNAPSHOTS'`)
  await database.pool.query(
    `update amigraph.launch_permission_reads set observed_at = now() where observed_at is not null`,
  )
  await new Promise(resolve => setTimeout(resolve, 100))
  await ask(api, nameOf, { id: images.public })
  expect(api.statements()).toBe(before)
})

it('reads anew what shows observations when those change', async () => {
  const api = await start()
  const query = `{ image(imageId: "${images.private}") { launchPermissions { kind } launchPermissionsRead { observedAt } } }`
  await untilKept(api, query, {})
  await database.pool.query(
    `update amigraph.launch_permission_reads set observed_at = '2026-12-24T00:00:00Z' where image_id = $1`,
    [images.private],
  )
  await eventually(async () => {
    expect((await ask(api, query)).data.image.launchPermissionsRead.observedAt).toBe('2026-12-24T00:00:00.000Z')
  }, 2)
})

it('reads anew whether a launch permission list is known', async () => {
  const api = await start()
  const query = `{ image(imageId: "${images.neverRead}") { launchPermissions { kind } } }`
  await untilKept(api, query, {})
  expect((await ask(api, query)).data.image.launchPermissions).toBeNull()
  await database.pool.query('update amigraph.launch_permission_reads set observed_at = now() where image_id = $1', [
    images.neverRead,
  ])
  await eventually(async () => expect((await ask(api, query)).data.image.launchPermissions).toEqual([]), 2)
})

it('gives an answer no longer than it is true by time alone', async () => {
  const api = await start()
  const query = `query ($id: ID!) { image(imageId: $id, region: "eu-central-1") { deprecated } }`
  await untilKept(api, query, { id: images.partners })
  await database.pool.query(
    `update amigraph.images set deprecation_time = now() + interval '700 ms' where image_id = $1`,
    [images.partners],
  )
  await untilKept(api, query, { id: images.partners }).catch(() => {})
  await eventually(
    async () => expect((await ask(api, query, { id: images.partners })).data.image.deprecated).toBe(true),
    3,
  )
})

it('keeps viewers apart', async () => {
  const api = await start()
  await untilKept(api)
  const query = '{ images { totalCount } }'
  await ask(api, query)
  const all = (await ask(api, query)).data.images.totalCount
  viewer = limitedTo([accounts.sandbox])
  const few = (await ask(api, query)).data.images.totalCount
  expect(few).toBeLessThan(all)
  expect((await ask(api, query)).data.images.totalCount).toBe(few)
  viewer = organizationViewerNamed('another')
  expect((await ask(api, query)).data.images.totalCount).toBe(all)
})

it('keeps nothing while nobody tells of changes, and does again afterwards', async () => {
  const api = await start()
  await untilKept(api)
  const cut = () =>
    database.pool.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'amigraph changes' and datname = current_database()`,
    )
  await cut()
  await rename(images.public, 'renamed unheard')
  await eventually(async () => {
    expect((await ask(api, nameOf, { id: images.public })).data.image.name).toBe('renamed unheard')
  }, 2)
  await untilKept(api)
  await rename(images.public, 'heard again')
  await eventually(
    async () => expect((await ask(api, nameOf, { id: images.public })).data.image.name).toBe('heard again'),
    2,
  )
})

it('keeps nothing without a listener, nor without room', async () => {
  for (const overrides of [{ listen: null }, { settings: { answerCacheMegabytes: 0 } }]) {
    const api = await start(overrides)
    for (let i = 0; i < 3; i++) await ask(api, nameOf, { id: images.public })
    expect(api.statements()).toBe(3)
  }
})

it('answers 304 to whoever has the answer already, for POST and GET, and the answer once it is another', async () => {
  const api = await start()
  const first = await ask(api, nameOf, { id: images.unitShared })
  const etag = first.headers.get('etag') ?? ''
  expect(etag).toMatch(/^W\/"[\w-]+"$/)
  expect(first.headers.get('cache-control')).toBe('private, no-cache')
  expect(first.headers.get('vary')).toContain('authorization')
  const again = await ask(api, nameOf, { id: images.unitShared }, { 'if-none-match': etag })
  expect(again).toMatchObject({ status: 304, text: '' })
  expect(again.headers.get('etag')).toBe(etag)
  const url = `${api.url}/graphql?${new URLSearchParams({ query: nameOf, variables: JSON.stringify({ id: images.unitShared }) })}`
  const got = await fetch(url, { headers: { 'apollo-require-preflight': 'true', 'if-none-match': etag } })
  expect([got.status, await got.text()]).toEqual([304, ''])
  await rename(images.unitShared, 'another name')
  await eventually(async () => {
    const changed = await ask(api, nameOf, { id: images.unitShared }, { 'if-none-match': etag })
    expect(changed.status).toBe(200)
    expect(changed.headers.get('etag')).not.toBe(etag)
  }, 2)
})

it('names equal answers equally in every process', async () => {
  const [one, other] = [await start(), await start()]
  const [left, right] = [
    await ask(one, nameOf, { id: images.private }),
    await ask(other, nameOf, { id: images.private }),
  ]
  expect(left.headers.get('etag')).toBe(right.headers.get('etag'))
})

it('keeps no errors', async () => {
  const api = await start()
  await untilKept(api)
  const wrong = await ask(api, nameOf, { id: 'nonsense' })
  expect(wrong.headers.get('etag')).toBeNull()
  expect(wrong.headers.get('cache-control') ?? '').not.toContain('private')
})
