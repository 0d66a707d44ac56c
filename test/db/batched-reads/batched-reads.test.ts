import { sql } from 'kysely'
import type pg from 'pg'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { createBatchedRead } from '../../../src/db/batched-reads/create-batched-read.ts'
import { StatementBatch } from '../../../src/db/batched-reads/statement-batch.ts'
import { ReadAborted } from '../../../src/db/cancel-on-abort.ts'
import { createPool, type Pool } from '../../../src/db/pool.ts'
import { createRead, type Read } from '../../../src/db/statement.ts'
import { createTestDatabase, type TestDatabase } from '../../support/database.ts'
import { eventually } from '../../support/eventually.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
  return database.drop
})

// However busy the machine is: what takes long here sleeps.
const limits = { statements: 16, ms: 60_000, leastMs: 0, quickMs: 800, mergedMs: 800, unexpectedMs: 50 }

const pools: Pool[] = []
afterEach(async () => {
  for (const pool of pools.splice(0)) await pool.end()
})

type Watched = {
  readonly pool: Pool
  readonly read: Read
  readonly batches: number[]
  /** The connections that sent any */
  readonly senders: Set<pg.PoolClient>
}

/** A pool of so many connections, and the sizes of the batches that were sent over them. */
const open = (poolSize: number): Watched => {
  const batches: number[] = []
  const senders = new Set<pg.PoolClient>()
  const pool = createPool({ url: database.url, poolSize }, { applicationName: 'batched' })
  pools.push(pool)
  pool.on('connect', (client: pg.PoolClient) => {
    const query = client.query.bind(client) as (...args: unknown[]) => unknown
    Object.assign(client, {
      query(...args: unknown[]) {
        if (args[0] instanceof StatementBatch) {
          batches.push(args[0].statements.length)
          senders.add(client)
        }
        return query(...args)
      },
    })
  })
  return { pool, read: createBatchedRead(pool, limits), batches, senders }
}

const half = (n: number) => sql`select 100 / ${n}::integer as quotient`
const sleep = (seconds: number, n: number) => sql`select ${n}::integer as n, pg_sleep(${seconds}::double precision)`

/** Asked alone often enough that every connection has prepared it and knows how long it takes. */
const learn = async ({ read, pool, senders }: Watched, statement: ReturnType<typeof half>) => {
  const { max } = pool.options
  const askAtOnce = () => Promise.all(Array.from({ length: max }, () => read(statement)))
  for (let i = 0; i < 4; i++) await askAtOnce()
  while (senders.size < max) await askAtOnce()
}

describe('reads that share connections', () => {
  it('are sent together where there are more of them than connections, and each gets its own rows', async () => {
    const watched = open(2)
    await learn(watched, half(1))
    watched.batches.length = 0
    const numbers = Array.from({ length: 100 }, (_, i) => i + 1)
    const rows = await Promise.all(numbers.map(n => watched.read(half(n))))
    expect(rows).toEqual(numbers.map(n => [{ quotient: Math.trunc(100 / n) }]))
    expect(watched.batches.length).toBeLessThan(25)
    expect(Math.max(...watched.batches)).toBeLessThanOrEqual(16)
    expect(watched.batches.reduce((sum, size) => sum + size, 0)).toBe(100)
  })

  it('give rows of every type as a connection of their own would', async () => {
    const watched = open(1)
    const values = (n: number) => sql`
      select i, ${`text ${n} ä€😀`}::text as text, null::text as nothing, ${n}::bigint * 9007199254740993 as large,
        (${n} / 3.0)::numeric as exact, ${n % 2 === 0}::boolean as even, array['a', null, ${`${n}`}] as list,
        now() - now() as none, timestamptz '2026-01-02 03:04:05Z' as time, json_build_object('n', ${n}::integer) as json
      from generate_series(1, ${n}::integer) i`
    await learn(watched, values(1))
    const alone = createRead(database.pool)
    const numbers = Array.from({ length: 30 }, (_, i) => i)
    const together = await Promise.all(numbers.map(n => watched.read(values(n))))
    expect(Math.max(...watched.batches)).toBeGreaterThan(1)
    for (const n of numbers) expect(together[n]).toEqual(await alone(values(n)))
  })

  it('fail by themselves: those before and after a statement that fails have their rows', async () => {
    const watched = open(1)
    await learn(watched, half(1))
    watched.batches.length = 0
    const outcomes = await Promise.allSettled([4, 0, 5, 0, 10].map(n => watched.read(half(n))))
    expect(outcomes.map(outcome => (outcome.status === 'fulfilled' ? outcome.value : outcome.reason.code))).toEqual([
      [{ quotient: 25 }],
      '22012',
      [{ quotient: 20 }],
      '22012',
      [{ quotient: 10 }],
    ])
    expect(watched.batches).toEqual([5, 3, 1])
    expect(watched.pool.totalCount).toBe(1)
  })

  it('whose values no driver can send fail by themselves as well', async () => {
    const watched = open(1)
    await learn(watched, half(1))
    const circular: unknown[] = []
    circular.push({ circular })
    const [before, broken, after] = await Promise.allSettled([
      watched.read(half(2)),
      watched.read(half(circular as unknown as number)),
      watched.read(half(4)),
    ])
    expect([before.status, broken.status, after.status]).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  })

  it('are not kept waiting by what is known to take long', async () => {
    const watched = open(1)
    await learn(watched, half(1))
    for (let i = 0; i < 4; i++) await watched.read(sleep(0.85, i))
    watched.batches.length = 0
    await Promise.all([
      watched.read(half(1)),
      watched.read(sleep(0.01, 1)),
      watched.read(half(2)),
      watched.read(half(3)),
    ])
    expect(watched.batches).toEqual([1, 1, 2])
  })

  it('are answered over a new connection where theirs was closed by the server', async () => {
    const watched = open(1)
    await learn(watched, half(1))
    await database.pool.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'batched'`,
    )
    await eventually(async () => expect(await watched.read(half(5))).toEqual([{ quotient: 20 }]))
    expect(await Promise.all([1, 2].map(n => watched.read(half(n))))).toEqual([[{ quotient: 100 }], [{ quotient: 50 }]])
  })

  it('of a connection that breaks in the middle are told so, and none waits for ever', async () => {
    const watched = open(1)
    await learn(watched, sleep(0, 0))
    const reading = [0, 60, 0].map((seconds, n) => watched.read(sleep(seconds, n)))
    const outcomes = Promise.allSettled(reading)
    await eventually(async () => {
      const { rows } = await database.pool.query(
        `select pg_terminate_backend(pid) from pg_stat_activity
        where application_name = 'batched' and state = 'active' and wait_event = 'PgSleep'`,
      )
      expect(rows).toHaveLength(1)
    })
    const [, broken, after] = await outcomes
    expect(broken).toMatchObject({ status: 'rejected', reason: { code: '57P01' } })
    expect(after).toMatchObject({ status: 'fulfilled', value: [{ n: 2 }] })
    expect(await watched.read(half(2))).toEqual([{ quotient: 50 }])
  })

  it('are cancelled in PostgreSQL when nobody waits for any of a batch', async () => {
    const watched = open(1)
    await learn(watched, sleep(0, 0))
    const [first, second] = [new AbortController(), new AbortController()]
    const reading = [watched.read(sleep(60, 1), first.signal), watched.read(sleep(0, 2), second.signal)]
    const outcomes = Promise.allSettled(reading)
    const sleeping = async () => {
      const { rows } = await database.pool.query(
        `select from pg_stat_activity where application_name = 'batched' and wait_event = 'PgSleep'`,
      )
      return rows.length
    }
    await eventually(async () => expect(await sleeping()).toBe(1))
    first.abort()
    second.abort()
    for (const outcome of await outcomes) {
      expect(outcome).toMatchObject({ status: 'rejected', reason: expect.any(ReadAborted) })
    }
    expect(await sleeping()).toBe(0)
  })

  it('are not sent where nobody waits for them any more', async () => {
    const { read } = open(1)
    await expect(read(half(1), AbortSignal.abort())).rejects.toThrow(ReadAborted)
  })

  it('are refused where the server cannot be reached', async () => {
    const nowhere = createPool({ url: 'postgres://127.0.0.1:1/none', poolSize: 2 }, { applicationName: 'batched' })
    pools.push(nowhere)
    const read = createBatchedRead(nowhere)
    const outcomes = await Promise.allSettled([1, 2, 3].map(n => read(half(n))))
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected'])
  })
})
