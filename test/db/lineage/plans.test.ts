import { afterAll, beforeAll, expect, it } from 'vitest'
import { lineageOfImage } from '../../../src/db/lineage/image-relative.ts'
import { imagesOfRegionalCopies, regionalCopiesOfImage } from '../../../src/db/lineage/regional-copies.ts'
import { pageStatement } from '../../../src/db/read-page.ts'
import { relatedStatement } from '../../../src/db/read-related.ts'
import { createRead, type Read, type Sql } from '../../../src/db/statement.ts'
import { createTestDatabase, type TestDatabase } from '../../support/database.ts'
import { lookedAt } from '../../support/looked-at.ts'

/**
 * 20,000 images of 200 accounts in chains of five, a fourth of each chain in a Region, half of them made from instances;
 * every tenth has an ancestry, and as many came of a build that starts from the one before it.
 */
const seed = `
  insert into amigraph.accounts (account_id, organization_id, arn, name, state, ancestor_ids, content_hash)
  select (100000000000 + n)::text, 'o-main000001', 'arn', 'account', 'ACTIVE', array['r-main'], ''
  from generate_series(0, 199) n;
  insert into amigraph.account_regions (account_id, region, opt_in_status, content_hash)
  select account_id, 'eu-central-' || n, 'OPTED_IN', '' from amigraph.accounts cross join generate_series(0, 3) n;
  insert into amigraph.images (region, image_id, owner_account_id, name, state, is_public, creation_date, evidence,
    evidence_account_id, source_image_region, source_image_id, source_instance_id, content_hash)
  select 'eu-central-' || n / 4000 % 4, 'ami-' || n, (100000000000 + n % 200)::text, 'image', 'AVAILABLE', false,
    timestamptz '2026-01-01' + n * interval '1 minute', 'OWNER', (100000000000 + n % 200)::text,
    case when n > 4000 then 'eu-central-' || (n - 4000) / 4000 % 4 end, case when n > 4000 then 'ami-' || n - 4000 end,
    case when n % 2 = 0 then 'i-' || n end, ''
  from generate_series(1, 20000) n;
  insert into amigraph.instance_images (account_id, region, instance_id, image_id)
  select owner_account_id, region, source_instance_id, 'ami-' || substring(image_id from 5)::integer + 1
  from amigraph.images where source_instance_id is not null;
  insert into amigraph.image_ancestors (region, image_id, generation, owner_account_id, ancestor_region, ancestor_image_id)
  select region, image_id, g, owner_account_id, 'eu-central-1', 'ami-old-' || substring(image_id from 5)::integer / 10 || '-' || g
  from amigraph.images cross join generate_series(1, 3) g where image_id like '%0';
  insert into amigraph.image_builds (arn, version_arn, account_id, region, name, version, build, state, parent_image, content_hash)
  select 'arn:' || n, 'arn', '100000000000', 'eu-central-' || n / 4000 % 4, 'n', '1', 1, 'AVAILABLE', 'ami-' || n - 1, ''
  from generate_series(10, 20000, 10) n;
  insert into amigraph.image_build_outputs (build_arn, image_region, image_id, account_id, region, content_hash)
  select arn, region, 'ami-' || substring(arn from 5), account_id, region, '' from amigraph.image_builds;`

let database: TestDatabase
let read: Read
beforeAll(async () => {
  database = await createTestDatabase()
  await database.pool.query(seed)
  await database.pool.query('analyze')
  read = createRead(database.pool)
})
afterAll(() => database.drop())

const tables = ['images', 'instance_images', 'image_ancestors', 'image_builds', 'image_build_outputs']
const image = { region: 'eu-central-2', imageId: 'ami-8200', ownerAccountId: '100000000000' }

const lineage = (direction: string): Sql =>
  pageStatement(
    { relation: lineageOfImage, args: { direction, depth: 10 }, parents: [image] },
    {
      filter: {},
      order: lineageOfImage.to.defaultOrder,
      size: 50,
      backward: false,
      after: null,
      before: null,
      fields: ['end'],
    },
  )

// Each step is found by an index: none of these goes through the 20,000 images.
it.each<[name: string, statement: () => Sql]>([
  ['what an image was made from', () => lineage('ANCESTORS')],
  ['what was made from an image', () => lineage('DESCENDANTS')],
  ['its copies', () => relatedStatement({ relation: imagesOfRegionalCopies, args: {}, parents: [image] }, ['name'])],
  [
    'the Regions without one',
    () => relatedStatement({ relation: regionalCopiesOfImage, args: {}, parents: [image] }, ['missingRegions']),
  ],
])('%s: looks at few rows', async (_name, statement) => {
  const rows = await lookedAt(read, statement(), tables)
  expect(rows).toBeGreaterThan(0)
  expect(rows).toBeLessThan(1000)
})
