import { afterAll, beforeAll, expect, it } from 'vitest'
import { launchableBy } from '../../../src/db/access/launchable-by.ts'
import { exposure } from '../../../src/db/exposures/exposure.ts'
import { launchFactsStatement } from '../../../src/db/launch-checks/read-launch-facts.ts'
import { pageStatement } from '../../../src/db/read-page.ts'
import { everyRow, type Source } from '../../../src/db/relation.ts'
import { findStatement } from '../../../src/db/share-problems/find-share-problems.ts'
import { shareProblem } from '../../../src/db/share-problems/share-problem.ts'
import { createRead, type Read, type Sql } from '../../../src/db/statement.ts'
import { createTestDatabase, type TestDatabase } from '../../support/database.ts'
import { lookedAt } from '../../support/looked-at.ts'

/** 20,000 images of 200 accounts, each shared with another account and one in a hundred outside; as many problems. */
const seed = `
  insert into amigraph.organizations values ('o-main000001', 'arn', '100000000000', 'ALL', '');
  insert into amigraph.accounts (account_id, organization_id, arn, name, state, ancestor_ids, content_hash)
  select (100000000000 + n)::text, 'o-main000001', 'arn', 'account', 'ACTIVE', array['r-main', 'ou-main-unit' || n % 10], ''
  from generate_series(0, 199) n;
  insert into amigraph.images (region, image_id, owner_account_id, name, state, is_public, creation_date, evidence,
    evidence_account_id, content_hash)
  select 'eu-central-' || n % 4, 'ami-' || n, (100000000000 + n % 200)::text, 'image', 'AVAILABLE', false,
    timestamptz '2026-01-01' + n * interval '1 minute', 'OWNER', (100000000000 + n % 200)::text, ''
  from generate_series(1, 20000) n;
  insert into amigraph.launch_permissions (region, image_id, kind, grantee, target_id, owner_account_id)
  select 'eu-central-' || n % 4, 'ami-' || n, 'ACCOUNT', target, target, (100000000000 + n % 200)::text
  from generate_series(1, 20000) n
  cross join lateral (select case when n % 100 = 0 then '900000000000' else (100000000000 + n * 7 % 200)::text end as target) t;
  insert into amigraph.share_problems (region, image_id, code, grantee, account_id, owner_account_id, severity, message, content_hash)
  select region, image_id, 'NOT_COPYABLE', grantee, target_id, owner_account_id, 'BLOCKS_COPY', '', ''
  from amigraph.launch_permissions;`

let database: TestDatabase
let read: Read
beforeAll(async () => {
  database = await createTestDatabase()
  await database.pool.query(seed)
  await database.pool.query('analyze')
  read = createRead(database.pool)
}, 180_000)
afterAll(() => database.drop())

/** What grows with the images. */
const large = ['images', 'launch_permissions', 'share_problems']

const firstPage = (source: Source): Sql =>
  pageStatement(source, {
    filter: {},
    order: source.relation.to.defaultOrder,
    size: 50,
    backward: false,
    after: null,
    before: null,
    fields: ['grants'],
  })

// Indexes find what the page shows: none of these goes through the 20,000 images, permissions or problems.
it.each<[name: string, statement: () => Sql, most: number]>([
  [
    'the accounts that may launch an image',
    () => firstPage({ relation: launchableBy, args: {}, parents: [{ region: 'eu-central-1', imageId: 'ami-1001' }] }),
    500,
  ],
  ['exposures', () => firstPage({ relation: everyRow(exposure), args: {}, parents: [{}] }), 4000],
  ['share problems', () => firstPage({ relation: everyRow(shareProblem), args: {}, parents: [{}] }), 200],
  [
    'finding the problems of one image again',
    () => findStatement([{ region: 'eu-central-1', imageId: 'ami-1001' }]),
    100,
  ],
  [
    'a launch check',
    () =>
      launchFactsStatement([
        { imageId: 'ami-1001', accountId: '100000000007', region: 'eu-central-1', instanceType: 'm7g.large' },
      ]),
    100,
  ],
])('%s: a first page looks at few rows', async (_name, statement, most) => {
  expect(await lookedAt(read, statement(), large)).toBeLessThan(most)
})
