import { afterAll, beforeAll, expect, it } from 'vitest'
import { createPlaceHolder } from '../../../src/db/source-jobs/hold-places.ts'
import { createRead } from '../../../src/db/statement.ts'
import { readSyncStatus } from '../../../src/db/sync-runs/read-sync-status.ts'
import { createTestDatabase, type TestDatabase } from '../../support/database.ts'

let database: TestDatabase

beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

const status = () => readSyncStatus(createRead(database.pool))

it('is running while some worker holds an account-Region, in this database', async () => {
  expect((await status()).running).toBe(false)
  const other = await createTestDatabase()
  const worker = createPlaceHolder(database.pool)
  const held = await worker.take({ accountId: '111111111111', region: 'eu-west-1' })
  expect((await status()).running).toBe(true)
  expect((await readSyncStatus(createRead(other.pool))).running).toBe(false)
  await held?.release()
  expect((await status()).running).toBe(false)
  worker.close()
  await other.drop()
})

it('counts sources by how they stand now, and tells when the last sync ended', async () => {
  await database.pool.query(`
    insert into amigraph.coverage (account_id, region, kind, status, fresh_until) values
      ('1', 'global', 'ORGANIZATION', 'FRESH', now() + interval '1 hour'), ('1', 'global', 'REGIONS', 'FRESH', now() - interval '1 hour'),
      ('1', 'x', 'INSTANCES', 'FAILED', null), ('1', 'x', 'SNAPSHOTS', 'DENIED', null),
      ('1', 'x', 'IMAGES_OWNED', 'NEVER', null), ('1', 'x', 'IMAGES_SHARED', 'NOT_APPLICABLE', null)`)
  await database.pool.query(`
    insert into amigraph.sync_runs (finished_at) values ('2026-11-01T00:00:00Z'), ('2026-11-02T00:00:00Z'), (null)`)
  expect(await status()).toEqual({
    running: false,
    lastCompletedAt: new Date('2026-11-02T00:00:00Z'),
    total: 5,
    fresh: 1,
    stale: 1,
    failed: 2,
    never: 1,
  })
})
