import type pg from 'pg'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { createBatchedRead } from '../../../src/db/batched-reads/create-batched-read.ts'
import { StatementBatch } from '../../../src/db/batched-reads/statement-batch.ts'
import { mergedStatement } from '../../../src/db/merged-statement.ts'
import { createPool, type Pool } from '../../../src/db/pool.ts'
import type { Read, Statement } from '../../../src/db/statement.ts'
import { createTestDatabase, type TestDatabase } from '../../support/database.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
  return database.drop
})

const pools: Pool[] = []
afterEach(async () => {
  for (const pool of pools.splice(0)) await pool.end()
})

type Watched = { readonly pool: Pool; readonly read: Read; readonly sent: string[] }

/** One connection, and what is sent over it: the number of reads in each statement. */
const open = (mergedMs = 60_000): Watched => {
  const sent: string[] = []
  const pool = createPool({ url: database.url, poolSize: 1 }, { applicationName: 'merged' })
  pools.push(pool)
  pool.on('connect', (client: pg.PoolClient) => {
    const query = client.query.bind(client) as (...args: unknown[]) => unknown
    Object.assign(client, {
      query(...args: unknown[]) {
        const [first] = args
        if (first instanceof StatementBatch)
          sent.push(first.statements.map(({ sending }) => sending.reads.length).join())
        else sent.push((first as { text: string }).text.includes('one_set') ? 'new, merged' : 'new')
        return query(...args)
      },
    })
  })
  // However busy the machine is.
  const limits = { statements: 16, ms: 60_000, leastMs: 0, quickMs: 60_000, mergedMs, unexpectedMs: 60_000 }
  return { pool, read: createBatchedRead(pool, limits), sent }
}

/** As compiled reads make them: one expression, of values whose types it says. */
const statement = (text: string, ...values: unknown[]): Statement => ({
  text,
  values,
  merged: mergedStatement({ text, values }),
})

const half = (n: unknown) => statement('select (100 / $1::integer)::text as json', n)

/** Asked until the connection has prepared it alone and merged. */
const learn = async ({ read, sent }: Watched, make: (n: number) => Statement) => {
  for (let i = 0; i < 4; i++) await read(make(1))
  for (let i = 0; i < 4; i++) await Promise.all([read(make(1)), read(make(1))])
  expect(sent).toContain('new, merged')
  sent.length = 0
}

describe('reads of the same statement', () => {
  it('are sent as one where several wait, and each gets its own row', async () => {
    const watched = open()
    await learn(watched, half)
    const numbers = Array.from({ length: 40 }, (_, i) => i + 1)
    const rows = await Promise.all(numbers.map(n => watched.read(half(n))))
    expect(rows).toEqual(numbers.map(n => [{ json: String(Math.trunc(100 / n)) }]))
    expect(watched.sent).toEqual(['16', '16', '8'])
  })

  it('are sent beside those of another', async () => {
    const watched = open()
    const twice = (n: unknown) => statement('select (2 * $1::integer)::text as json', n)
    await learn(watched, half)
    await learn(watched, twice)
    const rows = await Promise.all([half(1), twice(1), half(2), twice(2), half(4)].map(each => watched.read(each)))
    expect(rows.flat().map(row => (row as { json: string }).json)).toEqual(['100', '2', '50', '4', '25'])
    expect(watched.sent).toEqual(['3,2'])
  })

  it.each<[string, (n: number) => unknown, string]>([
    ['lists, nulls and what has to be quoted', n => [null, `a"b\\${n}`, '{}', 'ä€😀', ''], 'text[]'],
    ['null', n => (n % 2 === 0 ? null : 'x'), 'text'],
    ['empty texts', () => '', 'text'],
    ['numbers', n => n / 3, 'numeric'],
    ['times', n => new Date(1_790_000_000_000 + n), 'timestamptz'],
    ['booleans', n => n % 2 === 0, 'boolean'],
    ['JSON', n => ({ n, list: ['a', { b: '"' }] }), 'jsonb'],
  ])('have the rows that they have alone: %s', async (_, value, type) => {
    const watched = open()
    const make = (n: number) =>
      statement(`select (json_build_array($1::${type}, $2::integer))::text as json`, value(n), n)
    await learn(watched, make)
    const numbers = Array.from({ length: 8 }, (_, i) => i)
    const together = await Promise.all(numbers.map(n => watched.read(make(n))))
    expect(watched.sent).toEqual(['8'])
    for (const n of numbers) expect(together[n]).toEqual((await watched.read(make(n))) as unknown[])
  })

  it('fail by themselves: those beside one that fails have their rows', async () => {
    const watched = open()
    await learn(watched, half)
    const outcomes = await Promise.allSettled([4, 0, 5, 0, 10].map(n => watched.read(half(n))))
    expect(outcomes.map(outcome => (outcome.status === 'fulfilled' ? outcome.value : outcome.reason.code))).toEqual([
      [{ json: '25' }],
      '22012',
      [{ json: '20' }],
      '22012',
      [{ json: '10' }],
    ])
    expect(watched.sent[0]).toBe('5')
    expect(watched.pool.totalCount).toBe(1)
    watched.sent.length = 0
    await Promise.all([watched.read(half(1)), watched.read(half(2))])
    expect(watched.sent).toEqual(['2'])
  })

  it('whose values no driver can send fail by themselves as well', async () => {
    const watched = open()
    await learn(watched, half)
    const circular: unknown[] = []
    circular.push({ circular })
    const outcomes = await Promise.allSettled([2, circular, 4].map(n => watched.read(half(n))))
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  })

  it('are sent one by one where PostgreSQL does not take them together', async () => {
    const watched = open()
    const broken = (n: number): Statement => ({ ...half(n), merged: 'select one_set.none' })
    for (let i = 0; i < 4; i++) await watched.read(broken(1))
    for (let i = 0; i < 3; i++) {
      expect(await Promise.all([watched.read(broken(1)), watched.read(broken(2))])).toEqual([
        [{ json: '100' }],
        [{ json: '50' }],
      ])
    }
    expect(watched.sent.filter(each => each === 'new, merged')).toHaveLength(1)
    expect(watched.sent.at(-1)).toBe('1,1')
  })

  it('are sent one by one where they take long', async () => {
    const watched = open(0)
    for (let i = 0; i < 10; i++) await Promise.all([watched.read(half(1)), watched.read(half(2))])
    expect(watched.sent.at(-1)).toBe('1,1')
    expect(watched.sent).not.toContain('new, merged')
  })

  it('are sent one by one again where that is quicker', async () => {
    const watched = open()
    const slow = (n: number): Statement => {
      const { merged = '', ...alone } = half(n)
      return { ...alone, merged: merged.replace('offset 0', 'where pg_sleep(0.05) is not null offset 0') }
    }
    await learn(watched, slow)
    for (let i = 0; i < 10; i++) await Promise.all([watched.read(slow(1)), watched.read(slow(2))])
    expect(watched.sent.at(-1)).toBe('1,1')
  })
})

describe('a merged statement', () => {
  it('has a row for each set of values', () => {
    expect(
      mergedStatement({ text: 'select ($2::text || $1::integer)::text as json', values: [1, 'a'] }),
    ).toBe(`select (one_set.p2 || one_set.p1)::text as json, one_set.place from (
    select s.place::integer, s.p2::text as p2, s.p1::integer as p1
    from unnest((select $2::text[]), (select $1::text[])) with ordinality as s (p2, p1, place)
    offset 0) one_set`)
  })

  it.each<[string, string, unknown[]]>([
    ['without values', 'select 1 as json', []],
    ['with a parameter without a type', 'select $1 as json', [1]],
    ['with a type that is more than a name', 'select $1::numeric(3) || $2::double precision', [1, 2]],
    ['with a parameter that is there twice', 'select $1::text || $1::text', ['a']],
    ['with a literal that looks like a parameter', "select $1::text || '$1::text'", ['a']],
    ['with a literal that looks like another', "select $1::text || '$2'", ['a']],
  ])('is not made %s', (_, text, values) => {
    expect(mergedStatement({ text, values })).toBeUndefined()
  })
})
