import { Logger, runOnce } from 'graphile-worker'
import { expect, onTestFinished, test, vi } from 'vitest'
import { processEnvironment } from '../../../src/config/env.ts'
import type { Pool, Queryable } from '../../../src/db/pool.ts'
import { planAccounts } from '../../../src/db/source-jobs/plan-accounts.ts'
import { planRegions } from '../../../src/db/source-jobs/plan-regions.ts'
import { planSources } from '../../../src/db/source-jobs/plan-sources.ts'
import type { Place } from '../../../src/domain/source.ts'
import { regionalOf } from '../../../src/sync/kinds.ts'
import { createTestDatabase } from '../../support/database.ts'

vi.setConfig({ testTimeout: 300_000 })

const open = async (): Promise<Pool> => {
  const { pool, drop } = await createTestDatabase()
  onTestFinished(drop)
  return pool
}

const region = 'eu-west-1'
const notAsked = { syncRunId: null, asked: false, evenIfPostponed: true }
const asked = { ...notAsked, asked: true }

/** The accounts whose visits a single worker takes, in its order. */
const visitsInOrder = async (pgPool: Pool): Promise<string[]> => {
  const taken: string[] = []
  await runOnce({
    pgPool,
    concurrency: 1,
    noHandleSignals: true,
    logger: new Logger(() => () => {}),
    taskList: { visit: payload => void taken.push((payload as Place).accountId) },
  })
  return taken
}

test('visits that were asked for come first, then those that are stale longest', async () => {
  const pool = await open()
  const ages = { minutes: '5 minutes', hour: '1 hour', week: '7 days', month: '30 days', long: '40 days' }
  const sources = [...Object.keys(ages), 'never', 'asked'].map(accountId => ({
    accountId,
    region,
    kind: 'INSTANCES' as const,
  }))
  for (const [accountId, age] of Object.entries({ ...ages, asked: '1 minute' }))
    await pool.query(
      `insert into amigraph.coverage (account_id, region, kind, status, last_success_at)
       values ($1, $2, 'INSTANCES', 'FRESH', now() - $3::interval)`,
      [accountId, region, age],
    )
  await planSources(pool, sources, notAsked)
  // Wanted already, and from now on by somebody who waits
  await planSources(pool, [{ accountId: 'asked', region, kind: 'INSTANCES' }], asked)
  const taken = await visitsInOrder(pool)
  expect(taken[0]).toBe('asked')
  // What was read more than three weeks ago is no better than what never was
  expect(taken.slice(1, 4).sort()).toEqual(['long', 'month', 'never'])
  expect(taken.slice(4)).toEqual(['week', 'hour', 'minutes'])
})

test('the oldest source of an account-Region decides', async () => {
  const pool = await open()
  await pool.query(
    `insert into amigraph.coverage (account_id, region, kind, status, last_success_at) values
       ('one', $1, 'INSTANCES', 'FRESH', now() - interval '1 minute'),
       ('one', $1, 'SNAPSHOTS', 'FRESH', now() - interval '3 hours'),
       ('other', $1, 'INSTANCES', 'FRESH', now() - interval '2 hours'),
       ('other', $1, 'SNAPSHOTS', 'FRESH', now() - interval '2 hours')`,
    [region],
  )
  for (const kind of ['INSTANCES', 'SNAPSHOTS'] as const)
    await planSources(
      pool,
      ['other', 'one'].map(accountId => ({ accountId, region, kind })),
      notAsked,
    )
  expect(await visitsInOrder(pool)).toEqual(['one', 'other'])
})

/** An organization of this size: `PLANNED_ACCOUNTS=10000` plans for the largest that there are, and prints the time. */
const accounts = Number(processEnvironment().PLANNED_ACCOUNTS ?? 300)
const regions = 17

test(`planning takes one statement for ${accounts} accounts × ${regions} Regions, and brings no rows here`, async () => {
  const pool = await open()
  await pool.query(
    `insert into amigraph.accounts (account_id, organization_id, arn, state, ancestor_ids, content_hash)
     select lpad(n::text, 12, '0'), 'o-1', 'arn:' || n, 'ACTIVE', '{r-1}', n::text from generate_series(1, $1::integer) n`,
    [accounts],
  )
  await pool.query(
    `insert into amigraph.account_regions (account_id, region, opt_in_status, content_hash)
     select account_id, 'region-' || n, 'OPT_IN_NOT_REQUIRED', n::text
     from amigraph.accounts cross join generate_series(1, $1::integer) n`,
    [regions],
  )
  let statements = 0
  let rows = 0
  const counted: Queryable = {
    query: (async (...query: Parameters<Pool['query']>) => {
      statements += 1
      const result = (await pool.query(...query)) as unknown as { rows: unknown[] }
      rows += result.rows.length
      return result
    }) as unknown as Queryable['query'],
  }
  const jobs = async () =>
    (await pool.query<{ jobs: number }>('select count(*)::integer as jobs from amigraph.source_jobs')).rows[0]?.jobs
  const timed = async (what: string, plan: () => Promise<void>) => {
    const [begun, before] = [performance.now(), statements]
    await plan()
    const seconds = ((performance.now() - begun) / 1000).toFixed(2)
    if (accounts > 1000) console.log(`${what}: ${seconds} s, ${await jobs()} jobs`)
    expect(statements - before).toBe(1)
  }
  await timed('Regions of every account', () => planAccounts(counted, notAsked))
  expect(await jobs()).toBe(accounts)
  const of = { regions: [], onlyEntered: false }
  await timed('one kind of every account and Region', () =>
    planRegions(counted, { ...of, accountId: null, kinds: ['SNAPSHOTS'] }, notAsked),
  )
  expect(await jobs()).toBe(accounts + accounts * regions)
  const every = regionalOf({ usageSpreading: null }, null)
  await timed('every kind of one account', () =>
    planRegions(counted, { ...of, accountId: '000000000001', kinds: every }, notAsked),
  )
  expect(await jobs()).toBe(accounts + accounts * regions + regions * (every.length - 1))
  expect(rows).toBeLessThanOrEqual(3)
})
