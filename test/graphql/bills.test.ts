import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestApi, type TestApi } from '../support/api.ts'
import { type BillLine, writeBill } from '../support/bills.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { accounts, images, insert, regions, seedInventory } from '../support/inventory.ts'
import { loadBillsFrom } from '../support/load-bills.ts'
import { limitedTo, openViewers, type TestViewers } from '../support/viewers.ts'

let database: TestDatabase
let api: TestApi
let viewers: TestViewers

const paid = 'i-0paid0000000001'
const plain = 'i-0plain000000001'
const months = { from: '2026-10', to: '2026-10' }

const line = (more: Partial<BillLine>): BillLine => ({
  payer: accounts.management,
  account: accounts.appA,
  start: '2026-10-02T00:00:00Z',
  region: regions.frankfurt,
  resource: '',
  isMarketplace: false,
  productCode: 'AmazonEC2',
  productName: 'Amazon Elastic Compute Cloud',
  operation: 'RunInstances',
  usageType: 'EUC1-BoxUsage:m7g.large',
  lineType: 'Usage',
  currency: 'USD',
  usage: '1',
  cost: '0.1',
  effective: '0.05',
  invoice: '42',
  ...more,
})

beforeAll(async () => {
  database = await createTestDatabase()
  await seedInventory(database.pool)
  const seen = (account_id: string, instance_id: string, image_id: string, region: string) => ({
    account_id,
    instance_id,
    image_id,
    region,
  })
  await insert(database.pool, 'instance_images', [
    seen(accounts.sandbox, paid, images.marketplace, regions.virginia),
    seen(accounts.appA, plain, images.private, regions.frankfurt),
    seen(accounts.appB, plain, images.private, regions.frankfurt),
  ])
  await insert(database.pool, 'instance_products', [
    {
      account_id: accounts.sandbox,
      region: regions.virginia,
      instance_id: paid,
      product_code: 'prodcode1',
      kind: 'MARKETPLACE',
    },
  ])
  viewers = openViewers(database.url)
  api = await createTestApi(database.pool, { read: viewers.reads, readPrimary: viewers.reads })
})
afterAll(async () => {
  await api.stop()
  await viewers.close()
  await database.drop()
})

it('is nothing before a bill was loaded', async () => {
  const { data } = await api.query(
    `query ($months: MonthRange!) { costs(months: $months, groupBy: [IMAGE]) { totalCount nodes { total { amount } } } bills { totalCount } }`,
    { months },
  )
  expect(data).toEqual({ costs: { totalCount: 0, nodes: [] }, bills: { totalCount: 0 } })
})

describe('a bill', () => {
  beforeAll(async () => {
    const folder = mkdtempSync(join(tmpdir(), 'amigraph-bills-'))
    const software = {
      isMarketplace: true,
      productCode: 'prodcode1',
      productName: 'Paid Software',
      operation: 'Hourly',
      usageType: 'SoftwareUsage:m5.large',
    }
    const sandbox = { account: accounts.sandbox, region: regions.virginia }
    const lines = [
      line({
        ...sandbox,
        ...software,
        resource: `arn:aws:ec2:us-east-1:${accounts.sandbox}:instance/${paid}`,
        cost: '0.3',
      }),
      line({
        ...sandbox,
        ...software,
        resource: `arn:aws:ec2:us-east-1:${accounts.sandbox}:instance/${paid}`,
        cost: '0.1',
      }),
      line({ ...sandbox, resource: paid, cost: '0.2', operation: 'RunInstances:0002' }),
      line({ ...sandbox, ...software, lineType: 'Tax', cost: '0.07' }),
      line({ resource: plain, cost: '0.0000000001' }),
      line({ resource: plain, lineType: 'SavingsPlanCoveredUsage', cost: '0.4', effective: '0.25' }),
      line({ lineType: 'SavingsPlanNegation', cost: '-0.4', usage: '0' }),
      line({ account: accounts.appB, resource: plain, cost: '1' }),
      line({ account: accounts.appB, resource: 'i-0never00000000001', cost: '2' }),
      line({
        account: accounts.appB,
        productCode: 'AmazonS3',
        operation: 'PutObject',
        usageType: 'Requests',
        resource: 'bucket',
        cost: '5',
      }),
    ]
    await writeBill(
      folder,
      { payer: accounts.management, month: '2026-10', lines, instances: [], images: [] },
      'CUR 2.0 Parquet',
    )
    expect((await loadBillsFrom(database.pool, folder)).failure).toBeNull()
    rmSync(folder, { recursive: true })
  })

  const questions = resolve(import.meta.dirname, '../../../shared/questions')
  const ask = (file: string, variables: object) =>
    api.query(readFileSync(resolve(questions, file), 'utf8'), { ...variables })

  it.skipIf(!existsSync(questions))('adds up, as it is asked (11)', async () => {
    const { data, errors } = await ask('11-does-the-bill-add-up.graphql', { months })
    expect(errors).toBeUndefined()
    const usd = (amount: string) => ({ amount, currency: 'USD' })
    const source = { kind: 'CUR_2', export: 'export', loadedAt: expect.any(String), final: true }
    const part = { month: '2026-10', payer: { accountId: accounts.management }, source }
    expect(data.billingReconciliation).toEqual({
      totalCount: 3,
      nodes: [
        {
          ...part,
          account: { accountId: accounts.appA, name: 'app-a' },
          billed: usd('0.0000000001'),
          attributed: usd('0.4000000001'),
          unattributed: usd('-0.4'),
          reasons: [{ code: 'SAVINGS_PLAN', amount: '-0.4', lineItems: 1 }],
        },
        {
          ...part,
          account: { accountId: accounts.appB, name: 'app-b' },
          billed: usd('8'),
          attributed: usd('1'),
          unattributed: usd('7'),
          reasons: [
            { code: 'NO_INSTANCE_SEEN', amount: '2', lineItems: 1 },
            { code: 'OTHER_SERVICE', amount: '5', lineItems: 1 },
          ],
        },
        {
          ...part,
          account: { accountId: accounts.sandbox, name: 'sandbox' },
          billed: usd('0.67'),
          attributed: usd('0.6'),
          unattributed: usd('0.07'),
          reasons: [{ code: 'TAX', amount: '0.07', lineItems: 1 }],
        },
      ],
      pageInfo: { hasNextPage: false, endCursor: expect.any(String) },
    })
    expect(data.costs.nodes).toEqual([
      { image: null, softwareCost: usd('0'), infrastructureCost: usd('2'), accounts: { totalCount: 3 } },
      {
        image: { imageId: images.private, name: expect.any(String), owner: { accountId: accounts.golden } },
        softwareCost: usd('0'),
        infrastructureCost: usd('1.4000000001'),
        accounts: { totalCount: 2 },
      },
      expect.objectContaining({
        softwareCost: usd('0.4'),
        infrastructureCost: usd('0.2'),
        accounts: { totalCount: 1 },
      }),
    ])
  })

  it.skipIf(!existsSync(questions))('tells what paid products cost, and where, as it is asked (4)', async () => {
    const { data, errors } = await ask('04-paid-products.graphql', { months })
    expect(errors).toBeUndefined()
    expect(data.paidProducts.totalCount).toBeGreaterThan(0)
    expect(data.paidProducts.nodes[0]).toMatchObject({
      productCode: 'prodcode1',
      kind: 'MARKETPLACE',
      title: 'Paid Software',
      costs: [
        {
          account: { accountId: accounts.sandbox, name: 'sandbox' },
          month: '2026-10',
          softwareCost: { amount: '0.4', currency: 'USD' },
          infrastructureCost: { amount: '0.2', currency: 'USD' },
          instanceHours: '1',
        },
      ],
      totalSoftwareCost: { amount: '0.4', currency: 'USD' },
    })
    expect(data.paidProducts.nodes[0].images.nodes).toContainEqual(
      expect.objectContaining({ imageId: images.marketplace, inherited: expect.any(Boolean) }),
    )
  })

  it('is grouped by anything, and filtered before it is added up', async () => {
    const { data, errors } = await api.query(
      `query ($months: MonthRange!) {
        units: costs(months: $months, groupBy: [OU, MONTH], filter: { attributed: true }, orderBy: { field: GROUP }) {
          nodes { month organizationalUnit { organizationalUnitId } account { accountId } total { amount } effectiveInfrastructureCost { amount } }
        }
        operations: costs(months: $months, groupBy: [USAGE_OPERATION, PRODUCT], filter: { account: { eq: "${accounts.sandbox}" } }, orderBy: { field: TOTAL, direction: ASC }) {
          nodes { usageOperation productCode total { amount } tax { amount } }
        }
        unseen: costs(months: $months, groupBy: [ACCOUNT], filter: { reason: { in: [NO_INSTANCE_SEEN, OTHER_SERVICE] } }) {
          nodes { account { name } infrastructureCost { amount } otherCost { amount } }
        }
        whole: costs(months: $months) { nodes { total { amount currency } accounts { nodes { accountId } } } }
      }`,
      { months },
    )
    expect(errors).toBeUndefined()
    expect(data.units.nodes.map((node: { total: { amount: string } }) => node.total.amount).toSorted()).toEqual([
      '0.4000000001',
      '0.6',
      '1',
    ])
    expect(data.operations.nodes).toEqual([
      { usageOperation: 'RunInstances:0002', productCode: 'prodcode1', total: { amount: '0.2' }, tax: { amount: '0' } },
      { usageOperation: null, productCode: 'prodcode1', total: { amount: '0.47' }, tax: { amount: '0.07' } },
    ])
    expect(data.unseen.nodes).toEqual([
      { account: { name: 'app-b' }, infrastructureCost: { amount: '2' }, otherCost: { amount: '5' } },
    ])
    expect(data.whole.nodes).toEqual([
      {
        total: { amount: '8.6700000001', currency: 'USD' },
        accounts: { nodes: [accounts.appA, accounts.appB, accounts.sandbox].map(accountId => ({ accountId })) },
      },
    ])
  })

  it('is leafed through by amounts of any length', async () => {
    const seen: string[] = []
    let after: string | null = null
    do {
      const { data, errors } = (await api.query(
        `query ($months: MonthRange!, $after: String, $groupBy: [CostGroup!]!) {
          costs(months: $months, groupBy: $groupBy, first: 1, after: $after) { nodes { total { amount } } pageInfo { hasNextPage endCursor } }
        }`,
        { months, after, groupBy: ['ACCOUNT', 'IMAGE'] },
      )) as {
        data: {
          costs: { nodes: { total: { amount: string } }[]; pageInfo: { hasNextPage: boolean; endCursor: string } }
        }
        errors?: unknown
      }
      expect(errors).toBeUndefined()
      seen.push(...data.costs.nodes.map(({ total }) => total.amount))
      after = data.costs.pageInfo.hasNextPage ? data.costs.pageInfo.endCursor : null
    } while (after !== null)
    expect(seen).toEqual(['7', '1', '0.6', '0.4000000001', '0.07', '-0.4'])
  })

  it('shows a limited viewer its own part, and an owner nothing of what others launch', async () => {
    const viewer = async (account: string) => {
      const { data, errors } = await api.query(
        `query ($months: MonthRange!) {
          costs(months: $months, groupBy: [ACCOUNT]) { nodes { account { accountId } total { amount } } }
          billingReconciliation(months: $months) { nodes { account { accountId } source { kind } reasons { amount } } }
          bills { nodes { export } }
        }`,
        { months },
        limitedTo([account]),
      )
      expect(errors).toBeUndefined()
      return data
    }
    expect(await viewer(accounts.appB)).toEqual({
      costs: { nodes: [{ account: { accountId: accounts.appB }, total: { amount: '8' } }] },
      billingReconciliation: {
        nodes: [
          {
            account: { accountId: accounts.appB },
            source: { kind: 'CUR_2' },
            reasons: [{ amount: '2' }, { amount: '5' }],
          },
        ],
      },
      bills: { nodes: [{ export: 'export' }] },
    })
    // It owns the private image that the others launched.
    expect(await viewer(accounts.golden)).toMatchObject({
      costs: { nodes: [] },
      billingReconciliation: { nodes: [] },
      bills: { nodes: [] },
    })
  })
})
