import { expect, onTestFinished, test } from 'vitest'
import { readIdleTime } from '../../../src/db/source-jobs/read-idle-time.ts'
import { createTestDatabase } from '../../support/database.ts'

test('is the time since the latest attempt at any source of the place', async () => {
  const { pool, drop } = await createTestDatabase()
  onTestFinished(drop)
  await pool.query(`
    insert into amigraph.coverage (account_id, region, kind, status, last_attempt_at) values
      ('111111111111', 'eu-west-1', 'INSTANCES', 'FRESH', now() - interval '1 hour'),
      ('111111111111', 'eu-west-1', 'SNAPSHOTS', 'FAILED', now() - interval '5 seconds'),
      ('111111111111', 'us-east-1', 'INSTANCES', 'NEVER', null)`)
  const idle = await readIdleTime(pool, { accountId: '111111111111', region: 'eu-west-1' })
  expect(idle).toBeGreaterThanOrEqual(5_000)
  expect(idle).toBeLessThan(60_000)
  expect(await readIdleTime(pool, { accountId: '111111111111', region: 'us-east-1' })).toBeNull()
  expect(await readIdleTime(pool, { accountId: '222222222222', region: 'eu-west-1' })).toBeNull()
})
