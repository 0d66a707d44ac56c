import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { image } from '../../../src/db/images/image.ts'
import { instance } from '../../../src/db/instances/instance.ts'
import { countStatement, pageStatement } from '../../../src/db/read-page.ts'
import { everyRow } from '../../../src/db/relation.ts'
import type { Sql } from '../../../src/db/statement.ts'
import { createTestDatabase, type TestDatabase } from '../../support/database.ts'
import { limitedTo, openViewers, type TestViewers } from '../../support/viewers.ts'

/** As if read for the first time: 40,000 images of 200 accounts; each image is shared with one other account, each account runs 50 instances. */
const seed = `
  set local amigraph.is_first_reading = 'true';
  insert into amigraph.organizations values ('o-main000001', 'arn', '100000000000', 'ALL', '');
  insert into amigraph.accounts (account_id, organization_id, arn, name, state, ancestor_ids, content_hash)
  select (100000000000 + n)::text, 'o-main000001', 'arn', 'account', 'ACTIVE', array['r-main', 'ou-main-unit' || n % 10], ''
  from generate_series(0, 199) n;
  insert into amigraph.images (region, image_id, owner_account_id, name, state, is_public, creation_date, evidence,
    evidence_account_id, content_hash)
  select 'eu-central-' || n % 4, 'ami-' || n, (100000000000 + n % 200)::text, 'image', 'AVAILABLE', false,
    timestamptz '2026-01-01' + n * interval '1 minute', 'OWNER', (100000000000 + n % 200)::text, ''
  from generate_series(1, 40000) n;
  insert into amigraph.launch_permissions (region, image_id, kind, grantee, target_id, owner_account_id)
  select 'eu-central-' || n % 4, 'ami-' || n, 'ACCOUNT', target, target, (100000000000 + n % 200)::text
  from generate_series(1, 40000) n cross join lateral (select (100000000000 + n * 7 % 200)::text as target) t;
  insert into amigraph.instances (account_id, region, instance_id, image_id, state, launch_time, tags, content_hash)
  select (100000000000 + n % 200)::text, 'eu-central-' || n % 4, 'i-' || n, 'ami-' || n, 'RUNNING',
    timestamptz '2026-01-01' + n * interval '1 minute', '[]', ''
  from generate_series(1, 10000) n;`

let database: TestDatabase
let viewers: TestViewers
beforeAll(async () => {
  database = await createTestDatabase()
  await database.pool.query(seed)
  await database.pool.query('analyze')
  viewers = openViewers(database.url)
})
afterAll(async () => {
  await viewers.close()
  await database.drop()
})

type Plan = {
  'Node Type': string
  'Relation Name'?: string
  'Actual Rows': number
  'Actual Loops': number
  'Rows Removed by Filter'?: number
  Plans?: Plan[]
}

/** How many rows of a table the statement looked at, seen or not. */
const lookedAt = async (scope: Parameters<TestViewers['reads']>[0], statement: Sql, table: string): Promise<number> => {
  const [row] = await viewers.reads(scope)<{ 'QUERY PLAN': [{ Plan: Plan }] }>(
    sql`explain (analyze, format json, timing off) ${statement}`,
  )
  const count = (plan: Plan): number =>
    (plan['Relation Name'] === table
      ? (plan['Actual Rows'] + (plan['Rows Removed by Filter'] ?? 0)) * plan['Actual Loops']
      : 0) + (plan.Plans ?? []).reduce((sum, inner) => sum + count(inner), 0)
  return row ? count(row['QUERY PLAN'][0].Plan) : Number.NaN
}

const firstPage = (concept: typeof image, isNarrow: boolean) =>
  pageStatement(
    { relation: everyRow(concept), args: {}, parents: [{}] },
    { filter: {}, order: concept.defaultOrder, size: 50, backward: false, after: null, before: null, fields: ['id'] },
    isNarrow,
  )

describe('a first page looks at few of 40,000 images', () => {
  const one = limitedTo(['100000000007']).scope
  const half = limitedTo(
    [],
    ['ou-main-unit1', 'ou-main-unit2', 'ou-main-unit3', 'ou-main-unit4', 'ou-main-unit5'],
  ).scope
  const nobody = limitedTo(['199999999999']).scope

  test('of an account, that is known to see little', async () => {
    expect(await lookedAt(one, firstPage(image, true), 'images')).toBeLessThan(2500)
  })

  test('of who sees nothing at all', async () => {
    expect(await lookedAt(nobody, firstPage(image, true), 'images')).toBeLessThan(50)
    const count = countStatement({ relation: everyRow(image), args: {}, parents: [{}] }, {}, true)
    expect(await lookedAt(nobody, count, 'images')).toBeLessThan(50)
  })

  test('of who sees much: the order is followed until the page is full', async () => {
    expect(await lookedAt(half, firstPage(image, false), 'images')).toBeLessThan(2500)
  })

  test('of the whole organization: no more than the page', async () => {
    expect(await lookedAt({ kind: 'organization' }, firstPage(image, false), 'images')).toBeLessThan(60)
  })

  test('and of instances only at its own', async () => {
    expect(await lookedAt(one, firstPage(instance, false), 'instances')).toBeLessThan(200)
  })
})

test('who sees little is known from the second read on, and who sees much never takes that way', async () => {
  const narrow = viewers.reads(limitedTo(['100000000009']).scope)
  const wide = viewers.reads(limitedTo([], ['r-main']).scope)
  for (const read of [narrow, wide]) {
    expect(read.isNarrow?.()).toBe(false)
    await read(sql`select 1`)
  }
  expect([narrow.isNarrow?.(), wide.isNarrow?.()]).toEqual([true, false])
  // Somebody else with the same scope knows it as well.
  expect(viewers.reads(limitedTo(['100000000009', '100000000009']).scope).isNarrow?.()).toBe(true)
})
