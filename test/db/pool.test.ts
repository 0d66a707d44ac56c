import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

test('values that a number or a Date would falsify stay text', async () => {
  const { rows } = await database.pool.query(`
    select 9007199254740993::bigint as big,
      0.1000::numeric as amount,
      date '2026-03-29' as day,
      timestamp '2026-03-29 02:30:00' as local,
      timestamptz '2026-03-29 02:30:00+00' as instant,
      array[9007199254740993::bigint] as bigs,
      array[0.10::numeric, null] as amounts,
      '{"a": 1}'::jsonb as document
  `)
  expect(rows).toEqual([
    {
      big: '9007199254740993',
      amount: '0.1000',
      day: '2026-03-29',
      local: '2026-03-29 02:30:00',
      instant: new Date('2026-03-29T02:30:00Z'),
      bigs: ['9007199254740993'],
      amounts: ['0.10', null],
      document: { a: 1 },
    },
  ])
})
