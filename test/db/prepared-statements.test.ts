import { expect, it, onTestFinished } from 'vitest'
import { PreparedStatements } from '../../src/db/prepared-statements.ts'
import { createTestDatabase } from '../support/database.ts'

it('names what comes again, and what was just used keeps its name', () => {
  const statements = new PreparedStatements(100)
  const text = (n: number) => `select ${n}`.padEnd(30)
  expect(statements.nameOf(text(1))).toBeUndefined()
  const name = statements.nameOf(text(1))
  expect(name).toMatch(/^[\w-]{32}$/)
  for (const n of [2, 3, 4, 5]) {
    statements.nameOf(text(n))
    statements.nameOf(text(n))
    expect(statements.nameOf(text(1))).toBe(name)
  }
  expect(statements.nameOf(text(2))).not.toBe(name)
})

it('has connections closed before they hold too much', async () => {
  const { pool, drop } = await createTestDatabase()
  onTestFinished(drop)
  const statements = new PreparedStatements(200)
  pool.on('release', (_error, client) => {
    if (statements.isFull(client)) void client.end()
  })
  let most = 0
  const connections = new Set<number>()
  for (let round = 0; round < 3; round++) {
    for (let n = 0; n < 30; n++) {
      const text = `select ${n} as n, $1::text as given, (select count(*)::integer from pg_prepared_statements) as prepared,
        pg_backend_pid() as pid`
      statements.nameOf(text)
      const name = statements.nameOf(text)
      const answers = await Promise.all(
        [1, 2, 3].map(() =>
          pool.query<{ n: number; prepared: number; pid: number }>({ text, values: ['x'], ...(name && { name }) }),
        ),
      )
      for (const { rows } of answers) {
        expect(rows[0]?.n).toBe(n)
        most = Math.max(most, rows[0]?.prepared ?? 0)
        connections.add(rows[0]?.pid ?? 0)
      }
    }
  }
  expect(most).toBeLessThanOrEqual(4)
  expect(connections.size).toBeGreaterThan(3)
})
