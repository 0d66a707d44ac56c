import { Logger, runOnce } from 'graphile-worker'
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest'
import type { Pool } from '../../../src/db/pool.ts'
import { createPlaceHolder } from '../../../src/db/source-jobs/hold-places.ts'
import { planSources } from '../../../src/db/source-jobs/plan-sources.ts'
import { putBackVisit } from '../../../src/db/source-jobs/put-back-visit.ts'
import { releaseDeadWorkers } from '../../../src/db/source-jobs/release-dead-workers.ts'
import { createTestDatabase, type TestDatabase } from '../../support/database.ts'

// What workers leave in the queue that are dead, or were taken for dead because their connections had broken.

let database: TestDatabase
let pool: Pool
beforeAll(async () => {
  database = await createTestDatabase()
  pool = database.pool
})
afterAll(() => database?.drop())

const place = { accountId: '111111111111', region: 'eu-west-1' }
const aMinute = 60_000

/** Does the visits that are due, each with `visit`. */
const work = (visit: () => Promise<void>) =>
  runOnce({
    pgPool: pool,
    concurrency: 1,
    noHandleSignals: true,
    logger: new Logger(() => () => {}),
    taskList: { visit },
  })

const queue = async () =>
  (
    await pool.query(
      `select key, priority, attempts, locked_by as "lockedBy", run_at > now() + interval '30 seconds' as later
       from graphile_worker.jobs order by id`,
    )
  ).rows

const wantSource = async () => {
  await pool.query(
    `truncate amigraph.source_jobs; select graphile_worker.complete_jobs(array(select id from graphile_worker.jobs))`,
  )
  const notAsked = { syncRunId: null, asked: false, evenIfPostponed: true }
  await planSources(pool, [{ ...place, kind: 'INSTANCES' }], notAsked)
}

const waiting = { key: 'visit/111111111111/eu-west-1', priority: 1, attempts: 0, lockedBy: null }

it('a worker that was taken for dead and puts its visit back does not end it for good', async () => {
  await wantSource()
  await work(async () => {
    await releaseDeadWorkers(pool, 0)
    await putBackVisit(pool, place, 1, aMinute)
  })
  expect(await queue()).toEqual([{ ...waiting, later: true }])
})

it('what a dead worker had taken waits again, whatever the worker comes to afterwards', async () => {
  await wantSource()
  const seen: unknown[] = []
  await work(async () => {
    if (seen.length > 0) return
    await releaseDeadWorkers(pool, 0)
    seen.push(...(await queue()))
    await pool.query(
      `select graphile_worker.reschedule_jobs(array(select id from graphile_worker.jobs), now() + interval '1 hour')`,
    )
    throw new Error('The database was away for too long')
  })
  expect(seen).toEqual([{ ...waiting, later: false }])
  expect(await queue()).toEqual([{ ...waiting, later: true }])
})

it('what it had put back besides waits once', async () => {
  await wantSource()
  const seen: unknown[][] = []
  await work(async () => {
    await putBackVisit(pool, place, 1, aMinute)
    seen.push(await queue())
    await releaseDeadWorkers(pool, 0)
    seen.push(await queue())
  })
  expect(seen).toEqual([[expect.anything(), { ...waiting, later: true }], [{ ...waiting, later: true }]])
})

it('a visit that failed after it was put back is removed: the other waits', async () => {
  await wantSource()
  await work(async () => {
    await putBackVisit(pool, place, 1, aMinute)
    throw new Error('The database was away for too long')
  })
  expect(await queue()).toHaveLength(2)
  await releaseDeadWorkers(pool, 0)
  expect(await queue()).toEqual([{ ...waiting, later: true }])
})

it('what a living worker has is left to it', async () => {
  const places = createPlaceHolder(pool)
  onTestFinished(places.close)
  await wantSource()
  const seen: unknown[] = []
  await work(async () => {
    const [{ lockedBy }] = await queue()
    await places.live(lockedBy)
    await releaseDeadWorkers(pool, 0)
    seen.push(...(await queue()))
    await places.gone(lockedBy)
    await releaseDeadWorkers(pool, 0)
    seen.push(...(await queue()))
    await putBackVisit(pool, place, 1, aMinute)
  })
  expect(seen).toEqual([
    { ...waiting, attempts: 1, lockedBy: expect.any(String), later: false },
    { ...waiting, later: false },
  ])
  expect(await queue()).toEqual([{ ...waiting, later: true }])
})
