import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createViewerStream } from '../../../src/db/viewer-stream.ts'
import type { ViewerScope } from '../../../src/domain/viewer.ts'
import { createTestDatabase, type TestDatabase } from '../../support/database.ts'
import { accounts, seedInventory } from '../../support/inventory.ts'
import { limitedTo, openViewersForTest } from '../../support/viewers.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
  await seedInventory(database.pool)
})
afterAll(() => database.drop())

const own = [accounts.golden, accounts.appA, accounts.appB, accounts.sandbox]
const scopeOf = (account: string): ViewerScope => limitedTo([account]).scope
const accountsSeen = sql`select account_id as id from amigraph.accounts`
const mistakes = [
  sql`select 1 / 0`,
  sql`select * from amigraph.api_keys`,
  sql`select * from nowhere`,
  sql`this is no sql`,
]

test('many viewers on one connection each see what is theirs, also after others failed', async () => {
  const { reads } = openViewersForTest(database.url, 1)
  await Promise.all(
    Array.from({ length: 400 }, async (_, i) => {
      const account = own[i % own.length] ?? ''
      const read = reads(scopeOf(account))
      const mistake = mistakes[i % 7]
      if (mistake) await expect(read(mistake)).rejects.toThrow()
      else expect(await read(accountsSeen)).toEqual([{ id: account }])
    }),
  )
})

test('a connection that was used keeps no scope', async () => {
  const { reads, pools } = openViewersForTest(database.url, 1)
  const state = `select current_setting('amigraph.viewer_accounts', true) as scope, current_user as role,
    (select count(*)::int from amigraph.images) as images`
  const nothing = { scope: expect.toSatisfy(scope => !scope), role: 'amigraph_limited_viewer', images: 0 }
  await reads(scopeOf(accounts.appA))(accountsSeen)
  expect((await pools.limited.query(state)).rows).toEqual([nothing])
  await reads(scopeOf(accounts.appA))(sql`select 1 / 0`).catch(() => {})
  expect((await pools.limited.query(state)).rows).toEqual([nothing])
})

test('a connection that breaks in the middle of a read is not used again', async () => {
  const { reads } = openViewersForTest(database.url, 1)
  const read = reads(scopeOf(accounts.appA))
  await expect(read(sql`select pg_terminate_backend(pg_backend_pid())`)).rejects.toThrow()
  expect(await read(accountsSeen)).toEqual([{ id: accounts.appA }])
})

test('a read that is broken off leaves a connection for the next viewer', async () => {
  const { reads } = openViewersForTest(database.url, 1)
  const stop = new AbortController()
  const sleeping = reads(scopeOf(accounts.appA))(sql`select pg_sleep(30)`, stop.signal)
  setTimeout(() => stop.abort(), 50)
  await expect(sleeping).rejects.toMatchObject({ code: 'READ_ABORTED' })
  expect(await reads(scopeOf(accounts.appB))(accountsSeen)).toEqual([{ id: accounts.appB }])
})

test('a limited read can write nothing, not even its own scope for others', async () => {
  const { reads, pools } = openViewersForTest(database.url, 1)
  const read = reads(scopeOf(accounts.appA))
  await expect(read(sql`create temporary table mine (id int)`)).rejects.toThrow('read-only transaction')
  await read(sql`select set_config('amigraph.viewer_accounts', '{100000000004}', true)`)
  expect((await pools.limited.query('select count(*) from amigraph.accounts')).rows).toEqual([{ count: '0' }])
})

test('what a filter does to hidden rows cannot be seen: neither their errors nor their values', async () => {
  const { reads } = openViewersForTest(database.url, 1)
  const read = reads(scopeOf(accounts.sandbox))
  // Dividing by zero for every instance that is not its own: row-level security looks first, so there is no error.
  const probe = sql`select count(*)::int as count from amigraph.instances
    where 1 / (case when account_id = ${accounts.sandbox}::text then 1 else 0 end) = 1`
  expect(await read(probe)).toEqual([{ count: 1 }])
})

test('exports see what reads see, also on a connection that another viewer used, whole or not', async () => {
  const { streams } = openViewersForTest(database.url, 1)
  const stream = createViewerStream(streams)
  const statement = { text: 'select account_id from amigraph.accounts order by 1', values: [] }
  const { signal } = new AbortController()
  const seenBy = async (scope: ViewerScope) => {
    const seen: string[] = []
    for await (const rows of stream(scope, statement, signal)) seen.push(...rows.flat())
    return seen
  }
  for (const account of own) {
    expect(await seenBy(scopeOf(account))).toEqual([account])
    for await (const _ of stream({ kind: 'organization' }, statement, signal)) break
    for await (const _ of stream(scopeOf(accounts.golden), statement, signal)) break
  }
  expect(await seenBy({ kind: 'organization' })).toHaveLength(6)
})
