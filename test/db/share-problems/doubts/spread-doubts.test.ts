import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Queryable } from '../../../../src/db/pool.ts'
import { spreadDoubts } from '../../../../src/db/share-problems/doubts/spread-doubts.ts'
import { createTestDatabase, type TestDatabase } from '../../../support/database.ts'

const accounts = 30
const images = 100

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
  const tables = ['accounts', 'images', 'launch_permissions', 'image_views', 'image_view_members', 'share_doubts']
  for (const table of tables)
    await database.pool.query(`alter table amigraph.${table} set (autovacuum_enabled = false)`)
  await database.pool.query(`
    insert into amigraph.accounts (account_id, organization_id, arn, state, ancestor_ids, content_hash)
    select (100000000000 + n)::text, 'o-1', 'arn', 'ACTIVE', '{r-1}', '' from generate_series(1, ${accounts}) n;

    insert into amigraph.images (region, image_id, owner_account_id, state, is_public, evidence, evidence_account_id, content_hash)
    select 'eu-west-1', 'ami-' || n, '100000000001', 'AVAILABLE', false, 'OWNER', '100000000001', ''
    from generate_series(1, ${images}) n;

    insert into amigraph.launch_permissions (region, image_id, kind, grantee, target_id, owner_account_id)
    select region, image_id, 'ORGANIZATION', 'o-1', 'o-1', owner_account_id from amigraph.images;

    insert into amigraph.image_views (account_id, region, view_id)
    select account_id, 'eu-west-1', 'view of ' || account_id from amigraph.accounts;

    insert into amigraph.image_view_members (view_id, region, image_id)
    select v.view_id, v.region, i.image_id from amigraph.image_views v cross join amigraph.images i;

    delete from amigraph.share_doubts`)
})
afterAll(() => database?.drop())

type Plan = {
  readonly 'Actual Rows': number
  readonly 'Actual Loops': number
  readonly 'Rows Removed by Filter'?: number
  readonly 'Rows Removed by Join Filter'?: number
  readonly Plans?: readonly Plan[]
}

/** Rows that the busiest step of a statement looked at. */
const mostRows = (plan: Plan): number =>
  Math.max(
    plan['Actual Loops'] *
      (plan['Actual Rows'] + (plan['Rows Removed by Filter'] ?? 0) + (plan['Rows Removed by Join Filter'] ?? 0)),
    ...(plan.Plans ?? []).map(mostRows),
  )

it.each(['VIEW', 'TARGET', 'SETTINGS'])(
  'doubts about %s of every account look at each share and each image of a view a few times, also without statistics',
  async kind => {
    const client = await database.pool.connect()
    const rows: number[] = []
    // Only what it does, and that it is explained: its statements are the product's.
    const explained = {
      async query(text: string, values?: unknown[]) {
        if (values === undefined) return client.query(text)
        const { rows: plans } = await client.query(`explain (analyze, format json) ${text}`, values)
        rows.push(mostRows(plans[0]['QUERY PLAN'][0].Plan))
        return plans
      },
    } as unknown as Queryable
    try {
      await client.query('begin')
      await client.query(
        `insert into amigraph.share_doubts (kind, region, name) select $1, 'eu-west-1', account_id from amigraph.accounts`,
        [kind],
      )
      await spreadDoubts(explained)
      expect(rows).toHaveLength(1)
      expect(rows[0]).toBeLessThanOrEqual(4 * accounts * images)
    } finally {
      await client.query('rollback')
      client.release()
    }
  },
)

it('a doubt about everything takes all others with it', async () => {
  const client = await database.pool.connect()
  try {
    await client.query('begin')
    await client.query(
      `insert into amigraph.share_doubts (kind, region, name)
       select 'VIEW', 'eu-west-1', account_id from amigraph.accounts
       union all select 'SNAPSHOT', 'eu-west-1', 'snap-1' union all select 'ALL', '', ''`,
    )
    await spreadDoubts(client)
    const { rows } = await client.query(
      `select kind, count(*)::integer as count, count(distinct name)::integer as names from amigraph.share_doubts group by kind`,
    )
    expect(rows).toEqual([{ kind: 'IMAGE', count: images, names: images }])
  } finally {
    await client.query('rollback')
    client.release()
  }
})
