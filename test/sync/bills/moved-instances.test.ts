import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type BillLine, type RandomBill, type Rendering, writeBill } from '../../support/bills.ts'
import { createTestDatabase, type TestDatabase } from '../../support/database.ts'
import { insert } from '../../support/inventory.ts'
import { loadBillsFrom } from '../../support/load-bills.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

let database: TestDatabase

beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())
beforeEach(() =>
  database.pool.query(
    'truncate amigraph.bills, amigraph.costs, amigraph.billed_amounts, amigraph.instance_images cascade',
  ),
)

const account = '111111111111'
const region = 'eu-central-1'
const moved = 'i-0moved000000001'
const steady = 'i-0steady00000001'

const usage = (resource: string, start: string, cost: string): BillLine => ({
  payer: account,
  account,
  start,
  region,
  resource,
  isMarketplace: false,
  productCode: 'AmazonEC2',
  productName: 'Amazon Elastic Compute Cloud',
  operation: 'RunInstances',
  usageType: 'EUC1-BoxUsage:m7g.large',
  lineType: 'Usage',
  currency: 'USD',
  usage: '1',
  cost,
  effective: cost,
  invoice: '42',
})

const bill: RandomBill = {
  payer: account,
  month: '2026-10',
  instances: [],
  images: [],
  lines: [
    usage(moved, '2026-10-02T00:00:00Z', '1'),
    usage(moved, '2026-10-15T12:00:00Z', '2'),
    usage(moved, '2026-10-15T13:00:00Z', '4'),
    usage(moved, '2026-10-31T23:00:00Z', '8'),
    usage(steady, '2026-10-02T00:00:00Z', '16'),
    usage(steady, '2026-10-31T23:00:00Z', '32'),
  ],
}

const seen = (instance_id: string, image_id: string, first_seen_at: string) =>
  insert(database.pool, 'instance_images', [{ account_id: account, region, instance_id, image_id, first_seen_at }])

const byImage = async () => {
  const { rows } = await database.pool.query<{ image_id: string; amount: string }>(
    `select image_id, trim_scale(sum(total_cost))::text as amount from amigraph.costs group by image_id order by image_id`,
  )
  return Object.fromEntries(rows.map(({ image_id, amount }) => [image_id, amount]))
}

const lines = async (resource: string) => {
  const { rows } = await database.pool.query('select from amigraph.bill_lines where resource_id = $1', [resource])
  return rows.length
}

describe('an instance that ran several images within a month (R17)', () => {
  it.each<Rendering>(['CUR 2.0 Parquet', 'CUR 2.0 CSV', 'CUR CSV', 'FOCUS 1.0', 'FOCUS 1.2'])(
    'costs each of them what it used then: %s',
    async rendering => {
      await seen(moved, 'ami-before', '2026-09-01T00:00:00Z')
      await seen(moved, 'ami-after', '2026-10-15T12:30:00Z')
      await seen(steady, 'ami-steady', '2026-10-05T00:00:00Z')
      const folder = temporaryFolder()
      await writeBill(folder, bill, rendering)
      expect((await loadBillsFrom(database.pool, folder)).failure).toBeNull()
      expect(await byImage()).toEqual({ 'ami-before': '3', 'ami-after': '12', 'ami-steady': '48' })
      expect([await lines(moved), await lines(steady)]).toEqual([4, 1])
    },
  )

  it('is parted when the second image is seen after the bill was loaded, and then read no more', async () => {
    await seen(moved, 'ami-before', '2026-09-01T00:00:00Z')
    const folder = temporaryFolder()
    await writeBill(folder, bill, 'CUR 2.0 Parquet')
    await loadBillsFrom(database.pool, folder)
    expect(await byImage()).toMatchObject({ 'ami-before': '15' })
    // The bill of a month that is not over is loaded before the image changes.
    await database.pool.query(`update amigraph.bills set loaded_at = '2026-10-10', attributed_at = '2026-10-10'`)
    await seen(moved, 'ami-after', '2026-10-15T12:30:00Z')
    expect((await loadBillsFrom(database.pool, folder)).changed).toBeGreaterThan(0)
    expect(await byImage()).toMatchObject({ 'ami-before': '3', 'ami-after': '12' })
    expect(await loadBillsFrom(database.pool, folder)).toEqual({ changed: 0, failure: null })
  })

  it('belongs to the last image of the month where another came later', async () => {
    await seen(moved, 'ami-before', '2026-09-01T00:00:00Z')
    await seen(moved, 'ami-later', '2026-11-02T00:00:00Z')
    const folder = temporaryFolder()
    await writeBill(folder, bill, 'CUR 2.0 Parquet')
    await loadBillsFrom(database.pool, folder)
    expect(await byImage()).toMatchObject({ 'ami-before': '15' })
  })
})
