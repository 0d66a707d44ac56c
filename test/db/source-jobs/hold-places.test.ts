import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createPool, type Pool } from '../../../src/db/pool.ts'
import { createPlaceHolder, type PlaceHolder } from '../../../src/db/source-jobs/hold-places.ts'
import { createTestDatabase, type TestDatabase } from '../../support/database.ts'

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
    const [one, other] = [createPlaceHolder(pool), createPlaceHolder(database.pool)]
    const held = await one.take(place('111111111111'))
    expect(await one.take(place('111111111111'))).toBeNull()
    expect(await other.take(place('111111111111'))).toBeNull()
    await held?.release()
    const next = await other.take(place('111111111111'))
    expect(next).not.toBeNull()
    for (const holder of [one, other]) holder.close()
  })

  it('that was taken while an earlier connection was just breaking can be given back, and no connection is lost', async () => {
    const holder = createPlaceHolder(pool)
    let second: ReturnType<PlaceHolder['take']> | undefined
    breakNext(() => {
      second = holder.take(place('222222222222'))
    })
    await expect(holder.take(place('111111111111'))).rejects.toThrow()
    const third = await holder.take(place('333333333333'))
    await (await second)?.release()
    await third?.release()

    const other = createPlaceHolder(database.pool)
    for (const accountId of ['111111111111', '222222222222', '333333333333'])
      expect(await other.take(place(accountId)), accountId).not.toBeNull()
    expect(pool.totalCount - pool.idleCount).toBe(1)
    for (const each of [holder, other]) each.close()
  })
})
