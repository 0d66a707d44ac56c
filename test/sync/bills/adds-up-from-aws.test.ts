/** Random bills as AWS serves them: each source has to give what the lines alone say, to the last decimal. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { BillSource } from '../../../src/billing/bill-source.ts'
import type { Bills } from '../../../src/sandbox/bills/bills.ts'
import { type Engine, openEngine } from '../../../src/sandbox/bills/engine.ts'
import { createCalls } from '../../../src/sandbox/calls.ts'
import { type Sandbox, startSandbox } from '../../../src/sandbox/server.ts'
import type { Bucket } from '../../../src/sandbox/storage/bucket.ts'
import { createRandom } from '../../../src/sandbox/world/random.ts'
import { management, tinyWorld } from '../../sandbox/tiny-world.ts'
import { emptyBills, expectToAddUp, expectTotals } from '../../support/adds-up.ts'
import { sandboxBillSource } from '../../support/bill-source.ts'
import { type RandomBill, type Rendering, randomBill, renderings, writeBill } from '../../support/bills.ts'
import { createTestDatabase, type TestDatabase } from '../../support/database.ts'
import { asStored } from '../../support/decimals.ts'
import { loadBillsFrom, seedSeen } from '../../support/load-bills.ts'
import { putFolder } from '../../support/put-folder.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

let database: TestDatabase
let sandbox: Sandbox
let bucket: Bucket
let engine: Engine

beforeAll(async () => {
  database = await createTestDatabase()
  engine = await openEngine()
  sandbox = await startSandbox({
    world: tinyWorld(new Date('2026-11-05T12:00:00Z')),
    calls(credentials, stores) {
      bucket = stores.buckets.create({ name: 'billing', region: 'eu-west-1', ownerId: management })
      return createCalls(credentials, { ...stores, bills: served(bucket) })
    },
  })
})
afterAll(async () => {
  await sandbox.close()
  engine.close()
  await database.drop()
})

/** What Athena's tables lie in, and the lines that Cost Explorer adds up. */
const served = (of: Bucket): Bills => ({
  bucket: of,
  location: 's3://billing',
  lines: () =>
    Promise.resolve({
      engine,
      months: [{ name: '2026-10', start: new Date('2026-10-01'), end: new Date('2026-11-01'), isFinal: true }],
    }),
  closeWith: () => {},
  close: () => {},
})

/** A bill whose amounts are the same as texts and as floating point numbers. */
const billOf = (seed: number): RandomBill => {
  const bill = randomBill(createRandom(seed))
  for (const line of bill.lines) Object.assign(line, { cost: asStored(line.cost), effective: asStored(line.effective) })
  return bill
}

/** Has the bill lie in the bucket, and nothing else. */
const put = async (bill: RandomBill, rendering: Rendering, prefix = '') => {
  for (const { key } of [...bucket.objects.after()]) bucket.remove(key)
  const folder = temporaryFolder()
  await writeBill(folder, bill, rendering)
  putFolder(bucket, folder, prefix)
}

/** Loads the bill alone, by a source that has seen no other. */
const load = async (bill: RandomBill, place: string, months = 1) => {
  await emptyBills(database.pool)
  await seedSeen(database.pool, bill)
  const source: BillSource & { close(): void } = sandboxBillSource(sandbox, place)
  try {
    expect(await loadBillsFrom(database.pool, source)).toEqual({ changed: months, failure: null })
  } finally {
    source.close()
  }
}

const seeds = (from: number, count: number) => Array.from({ length: count }, (_, i) => from + i)

describe('attributed and unattributed are the whole bill, exactly', () => {
  it.each(renderings)('in S3, as %s', async rendering => {
    for (const seed of seeds(1_000 + 10 * renderings.indexOf(rendering), 5)) {
      const bill = billOf(seed)
      await put(bill, rendering)
      await load(bill, 's3://billing')
      await expectToAddUp(database.pool, bill)
    }
  })

  it.each<[string, Rendering]>([
    ['cur2', 'CUR 2.0 Parquet'],
    ['focus_1_0', 'FOCUS 1.0'],
  ])('in Athena’s table %s', async (table, rendering) => {
    for (const seed of seeds(2_000, 10)) {
      const bill = billOf(seed)
      await put(bill, rendering, `${table.replaceAll('_', '-')}/`)
      await load(bill, `athena://nordwind_bills.${table}?region=eu-west-1`)
      await expectToAddUp(database.pool, bill)
    }
  })

  it('in Cost Explorer, which knows of no image', async () => {
    for (const seed of seeds(3_000, 20)) {
      const bill = billOf(seed)
      // It names no currency but its own, and knows who pays.
      for (const line of bill.lines) Object.assign(line, { currency: 'USD', payer: management })
      await fillLines(bill)
      await load(bill, 'cost-explorer:?months=2', 2)
      await expectTotals(database.pool, bill, toldByCostExplorer)
      const { rows } = await database.pool.query(`select 1 from amigraph.costs where image_id <> '' or reason = ''`)
      expect(rows).toEqual([])
    }
  })
})

/** What EC2 charges for instances and for their storage are two services there; what runs them is not told apart. */
const toldByCostExplorer = ['softwareCost', 'tax', 'credit', 'refund', 'fee', 'savingsPlanNegation', 'total']

const fillLines = async ({ lines }: RandomBill) => {
  await engine.run('drop table if exists given')
  await engine.run('drop table if exists line')
  const columns = [
    'account',
    'region',
    'entity',
    'product_code',
    'product_name',
    'operation',
    'usage_type',
    'line_type',
  ]
  await engine.fill(
    'given',
    [...columns, 'started', 'quantity', 'cost', 'effective'],
    lines.map(line => [
      ...[
        line.account,
        line.region,
        line.isMarketplace ? 'AWS Marketplace' : 'AWS',
        line.productCode,
        line.productName,
      ],
      ...[line.operation, line.usageType, line.lineType, line.start, line.usage, line.cost, line.effective],
    ]),
  )
  await engine.run(`create table line as select ${columns.join(', ')}, '2026-10' as month,
    cast(replace(started, 'Z', '') as timestamp) as started, cast(quantity as decimal(38, 10)) as quantity,
    cast(cost as decimal(38, 30)) as cost, cast(effective as decimal(38, 30)) as effective from given`)
}
