import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { createPool, type Pool } from '../../../src/db/pool.ts'
import { createPlaceHolder, type PlaceHolder } from '../../../src/db/source-jobs/hold-places.ts'
import { isHeld, workerLock } from '../../../src/db/source-jobs/locks.ts'
import { createTestDatabase, type TestDatabase } from '../../support/database.ts'
import { eventually } from '../../support/eventually.ts'

// Who holds a place, where connections break at moments that a test has to choose.

let database: TestDatabase
let pool: Pool
beforeAll(async () => {
  database = await createTestDatabase()
  pool = createPool({ url: database.url, poolSize: 2 }, { applicationName: 'amigraph test' })
})
afterAll(async () => {
  await pool?.end()
  await database?.drop()
})

const open = (lender: Pool): PlaceHolder => {
  const holder = createPlaceHolder(lender)
  onTestFinished(holder.close)
  return holder
}

/** Breaks the connections that hold something, as the server sees them. */
const breakHolding = () =>
  database.pool.query(
    `select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and database =
       (select oid from pg_database where datname = current_database())`,
  )

const place = (accountId: string) => ({ accountId, region: 'eu-west-1' })

/** Breaks the next connection while it is prepared for holding, and calls back just before whoever waits hears of it. */
const breakNext = (then: () => void): void => {
  pool.once('acquire', client => {
    client.once('error', () => process.nextTick(then))
    setImmediate(() => {
      client.connection.stream.destroy()
    })
  })
}

describe('a place', () => {
  it('is held by one, and free when that one gave it back', async () => {
    const [one, other] = [open(pool), open(database.pool)]
    const held = await one.take(place('111111111111'))
    expect(await one.take(place('111111111111'))).toBeNull()
    expect(await other.take(place('111111111111'))).toBeNull()
    await held?.release()
    const next = await other.take(place('111111111111'))
    expect(next).not.toBeNull()
  })

  it('that was held when the connection broke is told, and free for everybody', async () => {
    const [one, other] = [open(pool), open(database.pool)]
    const held = await one.take(place('444444444444'))
    const broke = new Promise(resolve => held?.signal.addEventListener('abort', resolve))
    await breakHolding()
    await broke
    await eventually(async () => expect(await other.take(place('444444444444'))).not.toBeNull())
  })

  it('that was taken while an earlier connection was just breaking can be given back, and no connection is lost', async () => {
    const holder = open(pool)
    let second: ReturnType<PlaceHolder['take']> | undefined
    breakNext(() => {
      second = holder.take(place('222222222222'))
    })
    await expect(holder.take(place('111111111111'))).rejects.toThrow()
    const third = await holder.take(place('333333333333'))
    await (await second)?.release()
    await third?.release()

    const other = open(database.pool)
    for (const accountId of ['111111111111', '222222222222', '333333333333'])
      expect(await other.take(place(accountId)), accountId).not.toBeNull()
    expect(pool.totalCount - pool.idleCount).toBe(1)
  })
})

describe('a worker', () => {
  const isKnown = async (name: string) =>
    (await database.pool.query(`select ${isHeld(workerLock, 'hashtext($1)')} as known`, [name])).rows[0].known

  it('is known while it lives, also on the connection after one that broke, and no longer when it is gone', async () => {
    const holder = open(pool)
    await holder.live('worker-a')
    expect(await isKnown('worker-a')).toBe(true)
    const before = pool.totalCount
    await breakHolding()
    await eventually(() => expect(pool.totalCount).toBeLessThan(before))
    await eventually(async () => expect(await isKnown('worker-a')).toBe(false))
    await holder.confirm()
    expect(await isKnown('worker-a')).toBe(true)
    await holder.gone('worker-a')
    expect(await isKnown('worker-a')).toBe(false)
  })
})
