import { afterAll, beforeAll, expect, test } from 'vitest'
import type { PoolClient } from '../../src/db/pool.ts'
import { inTransaction } from '../../src/db/transaction.ts'
import { createBareDatabase, type TestDatabase } from '../support/database.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createBareDatabase()
  await database.pool.query('create table counters (name text primary key, value int not null)')
})
afterAll(() => database.drop())

const put = (name: string) => database.pool.query('insert into counters values ($1, 0)', [name])
const add = (client: PoolClient, name: string) =>
  client.query('update counters set value = value + 1 where name = $1', [name])
const countOf = async (name: string) =>
  (await database.pool.query<{ value: number }>('select value from counters where name = $1', [name])).rows[0]?.value

test('what returns is committed', async () => {
  await put('committed')
  expect(await inTransaction(database.pool, async client => (await add(client, 'committed')).rowCount)).toBe(1)
  expect(await countOf('committed')).toBe(1)
})

test('what throws is rolled back, and the error comes through as it is', async () => {
  await put('rolled back')
  const error = new Error('no')
  const work = inTransaction(database.pool, async client => {
    await add(client, 'rolled back')
    throw error
  })
  await expect(work).rejects.toBe(error)
  expect(await countOf('rolled back')).toBe(0)
  expect(database.pool.idleCount).toBe(database.pool.totalCount)
})

test('a deadlock is resolved by doing the work again', async () => {
  await Promise.all([put('left'), put('right')])
  const bothHold = meetingOf(2)
  const work = (first: string, second: string) =>
    inTransaction(
      database.pool,
      async client => {
        await client.query("set local deadlock_timeout = '10ms'")
        await add(client, first)
        await bothHold()
        await add(client, second)
      },
      { retries: 5 },
    )
  await Promise.all([work('left', 'right'), work('right', 'left')])
  expect([await countOf('left'), await countOf('right')]).toEqual([2, 2])
})

test('without retries the deadlock is the error', async () => {
  await Promise.all([put('north'), put('south')])
  const bothHold = meetingOf(2)
  const work = (first: string, second: string) =>
    inTransaction(database.pool, async client => {
      await client.query("set local deadlock_timeout = '10ms'")
      await add(client, first)
      await bothHold()
      await add(client, second)
    })
  const results = await Promise.allSettled([work('north', 'south'), work('south', 'north')])
  expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(results.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: '40P01' } })
})

test('a serialization failure is resolved by doing the work again', async () => {
  await put('serial')
  const bothHaveRead = meetingOf(2)
  const work = () =>
    inTransaction(
      database.pool,
      async client => {
        const { rows } = await client.query<{ value: number }>("select value from counters where name = 'serial'")
        await bothHaveRead()
        await client.query("update counters set value = $1 where name = 'serial'", [(rows[0]?.value ?? 0) + 1])
      },
      { isolation: 'serializable', retries: 5 },
    )
  await Promise.all([work(), work()])
  expect(await countOf('serial')).toBe(2)
})

test('a connection that is killed in the middle costs one attempt, not the pool', async () => {
  await put('killed')
  let attempts = 0
  await inTransaction(
    database.pool,
    async client => {
      attempts++
      const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid')
      if (attempts === 1) await database.pool.query('select pg_terminate_backend($1)', [rows[0]?.pid])
      await add(client, 'killed')
    },
    { retries: 1 },
  )
  expect([attempts, await countOf('killed')]).toEqual([2, 1])
})

test('a read-only transaction writes nothing', async () => {
  await put('read')
  const work = inTransaction(database.pool, client => add(client, 'read'), { readOnly: true })
  await expect(work).rejects.toMatchObject({ code: '25006' })
})

/** Lets callers go on when there are that many, once; later ones (second attempts) pass. */
const meetingOf = (size: number) => {
  let missing = size
  const { promise, resolve } = Promise.withResolvers<void>()
  return () => {
    missing--
    if (missing === 0) resolve()
    return promise
  }
}
