import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createRandom } from '../../../src/sandbox/world/random.ts'
import { emptyBills, expectToAddUp, expectTotals } from '../../support/adds-up.ts'
import { type BillLine, type RandomBill, randomBill, writeBill } from '../../support/bills.ts'
import { createTestDatabase, type TestDatabase } from '../../support/database.ts'
import { insert } from '../../support/inventory.ts'
import { loadBillsFrom, seedSeen } from '../../support/load-bills.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

let database: TestDatabase

beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

const account = '111111111111'
const owner = '222222222222'
const region = 'eu-central-1'
const instance = 'i-0billed00000001'
const other = 'i-0other000000001'
const snapshot = 'snap-0billed000001'
const image = 'ami-0billed00000001'

const line = (more: Partial<BillLine>): BillLine => ({
  payer: account,
  account,
  start: '2026-10-02T00:00:00Z',
  region,
  resource: instance,
  isMarketplace: false,
  productCode: 'AmazonEC2',
  productName: 'Amazon Elastic Compute Cloud',
  operation: 'RunInstances:0010',
  usageType: 'EUC1-BoxUsage:m7g.large',
  lineType: 'Usage',
  currency: 'USD',
  usage: '1',
  cost: '1',
  effective: '1',
  invoice: '42',
  ...more,
})

const bill: RandomBill = {
  payer: account,
  month: '2026-10',
  instances: [],
  images: [],
  lines: [
    line({}),
    line({ resource: other, cost: '2' }),
    line({
      account: owner,
      resource: `arn:aws:ec2:${region}:${owner}:snapshot/${snapshot}`,
      operation: 'CreateSnapshot',
      usageType: 'EUC1-EBS:SnapshotUsage',
      cost: '4.0000000001',
    }),
  ],
}

const seen = (instance_id: string, image_id: string) =>
  insert(database.pool, 'instance_images', [
    { account_id: account, region, instance_id, image_id, first_seen_at: '2026-09-01T00:00:00Z' },
  ])
const imageKnown = (image_id: string, more: object = {}) =>
  insert(database.pool, 'images', [
    {
      ...{ region, image_id, owner_account_id: owner, state: 'AVAILABLE', is_public: false, content_hash: '' },
      ...{ evidence: 'OWNER', evidence_account_id: owner, creation_date: '2026-01-01', ...more },
    },
  ])
const backs = (image_id: string) =>
  insert(database.pool, 'image_block_devices', [
    { region, image_id, device_name: '/dev/xvda', ordinal: 0, snapshot_id: snapshot, suppressed: false },
  ])
const carries = (product_code: string) =>
  insert(database.pool, 'image_product_codes', [{ region, image_id: image, product_code, kind: 'MARKETPLACE' }])

/** What each cost was attributed to, without its account. */
const attributed = async () => {
  const { rows } = await database.pool.query<{ cost: string }>(
    `select concat_ws(' ', image_id, nullif(image_owner_id, ''), nullif(product_code, ''), trim_scale(total_cost))
       as cost
     from amigraph.costs where image_id <> '' order by total_cost`,
  )
  return rows.map(({ cost }) => cost)
}
const drifts = async () => {
  const { rows } = await database.pool.query(
    `select image_operation, billed_operation, trim_scale(infrastructure_cost)::text as cost
     from amigraph.usage_operation_drifts`,
  )
  return rows
}
const addsUp = async () => {
  const { rows } = await database.pool.query(
    `select trim_scale(sum(billed))::text as billed, bool_and(billed = attributed + unattributed) as exact
     from amigraph.billed_amounts`,
  )
  expect(rows).toEqual([{ billed: '7.0000000001', exact: true }])
}

let folder: string
/** Loads what changed: nothing of the export did, and of what was learnt long ago nothing is new. */
const loadAgain = async () => {
  const { changed, failure } = await loadBillsFrom(database.pool, folder)
  expect(failure).toBeNull()
  await addsUp()
  await database.pool.query(`update amigraph.bills set attributed_at = attributed_at + interval '1 hour'`)
  return changed
}

beforeEach(async () => {
  await database.pool.query(`truncate amigraph.bills, amigraph.costs, amigraph.billed_amounts, amigraph.instance_images,
    amigraph.images, amigraph.instance_image_metadata, amigraph.attributed_images, amigraph.attributed_snapshots cascade`)
  folder = temporaryFolder()
  await writeBill(folder, bill, 'CUR 2.0 Parquet')
  await seen(instance, image)
  expect(await loadAgain()).toBe(1)
  expect(await attributed()).toEqual([`${image} 1`])
})

describe('a month that is loaded already follows what is learnt later', () => {
  it('of an image’s owner and its product codes', async () => {
    await imageKnown(image)
    expect(await loadAgain()).toBe(1)
    expect(await attributed()).toEqual([`${image} ${owner} 1`])
    await carries('paidcode1')
    expect(await loadAgain()).toBe(1)
    expect(await attributed()).toEqual([`${image} ${owner} paidcode1 1`])
    expect(await loadAgain()).toBe(0)
  })

  it('of an image’s owner from those who run it', async () => {
    await insert(database.pool, 'instance_image_metadata', [
      { account_id: account, region, image_id: image, owner_account_id: owner, state: 'AVAILABLE', content_hash: '' },
    ])
    expect(await loadAgain()).toBe(1)
    expect(await attributed()).toEqual([`${image} ${owner} 1`])
    expect(await loadAgain()).toBe(0)
  })

  it('of an image’s usage operation', async () => {
    expect(await drifts()).toEqual([])
    await imageKnown(image, { usage_operation: 'RunInstances' })
    expect(await loadAgain()).toBe(1)
    expect(await drifts()).toEqual([
      { image_operation: 'RunInstances', billed_operation: 'RunInstances:0010', cost: '1' },
    ])
  })

  it('of the image that a snapshot backs, and of an earlier one', async () => {
    await imageKnown('ami-0second')
    await database.pool.query(`update amigraph.bills set attributed_at = now() - interval '1 hour'`)
    await backs('ami-0second')
    expect(await loadAgain()).toBe(1)
    expect(await attributed()).toEqual([`${image} 1`, `ami-0second ${owner} 4.0000000001`])
    await imageKnown('ami-0first', { creation_date: '2025-01-01' })
    await database.pool.query(`update amigraph.bills set attributed_at = now() - interval '1 hour'`)
    await backs('ami-0first')
    expect(await loadAgain()).toBe(1)
    expect(await attributed()).toEqual([`${image} 1`, `ami-0first ${owner} 4.0000000001`])
    expect(await loadAgain()).toBe(0)
  })
})

it('what was attributed to an image stays when the image is gone and more is learnt of others', async () => {
  await imageKnown(image, { usage_operation: 'RunInstances' })
  await carries('paidcode1')
  await backs(image)
  await database.pool.query('update amigraph.bills set attributed_at = null')
  expect(await loadAgain()).toBe(1)
  const before = await attributed()
  expect(before).toEqual([`${image} ${owner} paidcode1 1`, `${image} ${owner} 4.0000000001`])
  await database.pool.query('delete from amigraph.images')
  expect(await loadAgain()).toBe(0)
  await insert(database.pool, 'instance_images', [
    { account_id: account, region, instance_id: other, image_id: 'ami-0other', first_seen_at: '2999-01-01' },
  ])
  expect(await loadAgain()).toBe(1)
  expect(await attributed()).toEqual([before[0], 'ami-0other 2', before[1]])
  expect(await drifts()).toHaveLength(1)
})

it.each(Array.from({ length: 10 }, (_, i) => 5_000 + i))(
  'in the end it is as if all had been known before: bill %i',
  async seed => {
    const random = randomBill(createRandom(seed))
    const own = temporaryFolder()
    await writeBill(own, random, 'CUR 2.0 Parquet')
    await emptyBills(database.pool)
    const load = async () => {
      expect((await loadBillsFrom(database.pool, own)).failure).toBeNull()
      await expectTotals(database.pool, random)
    }
    await load()
    const now = new Date()
    await seedSeen(database.pool, { images: [], instances: random.instances.slice(0, 3) }, now)
    await load()
    for (const known of random.images) {
      await seedSeen(database.pool, { images: [known], instances: [] })
      await load()
    }
    await seedSeen(database.pool, { images: [], instances: random.instances.slice(3) }, now)
    await load()
    await expectToAddUp(database.pool, random)
    const costs = async () =>
      (
        await database.pool.query(
          `select account_id, region, image_id, image_owner_id, product_code, usage_operation, reason, total_cost
         from amigraph.costs order by 1, 2, 3, 4, 5, 6, 7`,
        )
      ).rows
    const learnt = await costs()
    await database.pool.query(
      'truncate amigraph.bills, amigraph.costs, amigraph.attributed_images, amigraph.attributed_snapshots cascade',
    )
    await load()
    expect(learnt).toEqual(await costs())
  },
)
