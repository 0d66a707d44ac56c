import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ReadAborted } from '../../src/db/cancel-on-abort.ts'
import { createPool, type Pool } from '../../src/db/pool.ts'
import { createRead, readUntil } from '../../src/db/statement.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { eventually } from '../support/eventually.ts'

let database: TestDatabase
let pool: Pool
beforeAll(async () => {
  database = await createTestDatabase()
  pool = createPool({ url: database.url, poolSize: 1 }, { applicationName: 'cancelled' })
})
afterAll(async () => {
  await pool.end()
  await database.drop()
})

const active = async () => {
  const { rows } = await database.pool.query<{ count: number }>(
    "select count(*)::integer as count from pg_stat_activity where application_name = 'cancelled' and state = 'active'",
  )
  return rows[0]?.count
}
const sleep = sql`select pg_sleep(60)`
const processId = async () => (await pool.query('select pg_backend_pid() as pid')).rows[0].pid

describe('a read whose signal aborts', () => {
  it('ends in PostgreSQL as well, and leaves its connection to the next', async () => {
    const before = await processId()
    const controller = new AbortController()
    const reading = readUntil(createRead(pool), controller.signal)(sleep)
    reading.catch(() => {})
    await eventually(async () => expect(await active()).toBe(1))
    controller.abort()
    await expect(reading).rejects.toThrow(ReadAborted)
    await eventually(async () => expect(await active()).toBe(0))
    expect(await processId()).toBe(before)
  })

  it('waits no longer for a connection', async () => {
    const busy = new AbortController()
    const first = createRead(pool)(sleep, busy.signal)
    first.catch(() => {})
    await eventually(async () => expect(await active()).toBe(1))
    const controller = new AbortController()
    const waiting = createRead(pool)(sql`select 1`, controller.signal)
    controller.abort()
    await expect(waiting).rejects.toThrow(ReadAborted)
    busy.abort()
    await expect(first).rejects.toThrow(ReadAborted)
    expect(await createRead(pool)(sql`select 1 as one`)).toEqual([{ one: 1 }])
    await eventually(() => expect([pool.totalCount, pool.idleCount, pool.waitingCount]).toEqual([1, 1, 0]))
  })

  it('is not sent where it aborted before', async () => {
    await expect(createRead(pool)(sleep, AbortSignal.abort())).rejects.toThrow(ReadAborted)
    expect(await active()).toBe(0)
  })

  it('within a transaction leaves the connection to its owner', async () => {
    const client = await pool.connect()
    await client.query('begin')
    const reading = createRead(client)(sleep, AbortSignal.timeout(50))
    await expect(reading).rejects.toThrow('canceling statement')
    await client.query('rollback')
    expect((await client.query('select 1 as one')).rows).toEqual([{ one: 1 }])
    client.release()
  })
})

it('does not disturb the reads of others, however often it happens', async () => {
  const wide = createPool({ url: database.url, poolSize: 4 }, { applicationName: 'others' })
  const read = createRead(wide)
  const results = await Promise.allSettled(
    Array.from({ length: 200 }, (_, i) =>
      i % 2
        ? read(sql`select pg_sleep(0.02)`, AbortSignal.timeout(i % 40))
        : read(sql`select ${i}::integer as i, pg_sleep(0.001)`),
    ),
  )
  const others = results.filter((_, i) => i % 2 === 0)
  expect(others.filter(({ status }) => status === 'rejected')).toEqual([])
  for (const result of results) if (result.status === 'rejected') expect(result.reason).toBeInstanceOf(ReadAborted)
  await wide.end()
})

it('passes errors of the database on, and keeps the connection', async () => {
  const before = await processId()
  const { signal } = new AbortController()
  await expect(createRead(pool)(sql`select 1 / 0`, signal)).rejects.toThrow('division by zero')
  expect(await processId()).toBe(before)
})

it('gives no connection back that the server ended', async () => {
  const before = await processId()
  const ended = readUntil(
    createRead(pool),
    new AbortController().signal,
  )(sql`select pg_terminate_backend(pg_backend_pid())`)
  await expect(ended).rejects.toMatchObject({ code: '57P01' })
  await eventually(() => expect([pool.totalCount, pool.idleCount]).toEqual([0, 0]))
  expect(await processId()).not.toBe(before)
})
