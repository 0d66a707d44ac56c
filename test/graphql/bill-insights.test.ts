import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { replaceGoldenFamilies } from '../../src/db/golden-images/replace-golden-families.ts'
import { replaceConfiguredTitles } from '../../src/db/paid-products/replace-configured-titles.ts'
import { createTestApi, type TestApi } from '../support/api.ts'
import { type BillLine, writeBill } from '../support/bills.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { accounts, imageRow, insert, instanceRow, regions, seedInventory } from '../support/inventory.ts'
import { loadBillsFrom } from '../support/load-bills.ts'
import { limitedTo, openViewers, type TestViewers } from '../support/viewers.ts'

let database: TestDatabase
let viewers: TestViewers
let api: TestApi

const { golden, appA, appB, partner, management } = accounts
const { frankfurt } = regions
const months = { from: '2026-10', to: '2026-10' }
const windows = 'ami-60000001'
const red = 'ami-60000002'
const seller = 'ami-60000003'
const copied = 'ami-60000004'
const made = 'ami-60000005'
const free = 'ami-60000006'
const old = 'ami-60000007'
const kept = 'ami-60000008'
const code = 'paidcode00000001'

const line = (more: Partial<BillLine>): BillLine => ({
  payer: management,
  account: appA,
  start: '2026-10-02T00:00:00Z',
  region: frankfurt,
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

const software = (resource: string, cost: string, more: Partial<BillLine> = {}) =>
  line({
    resource: `arn:aws:ec2:${frankfurt}:${more.account ?? appA}:instance/${resource}`,
    isMarketplace: true,
    productCode: code,
    productName: 'Paid "Appliance"',
    operation: 'Hourly',
    usageType: 'SoftwareUsage:m7i.large',
    cost,
    ...more,
  })

const snapshot = (id: string, cost: string) =>
  line({
    account: golden,
    resource: `arn:aws:ec2:${frankfurt}:${golden}:snapshot/${id}`,
    operation: 'CreateSnapshot',
    usageType: 'EUC1-EBS:SnapshotUsage',
    cost,
  })

const seen = (instance_id: string, image_id: string, more: object = {}) => ({
  account_id: appA,
  region: frankfurt,
  instance_id,
  image_id,
  launch_time: '2026-09-01T00:00:00Z',
  first_seen_at: '2026-09-01T00:00:00Z',
  ...more,
})
const operation = (instance_id: string, usage_operation: string, first_seen_at = '2026-09-01T00:00:00Z') => ({
  account_id: appA,
  region: frankfurt,
  instance_id,
  usage_operation,
  first_seen_at,
})

beforeAll(async () => {
  database = await createTestDatabase()
  const { pool } = database
  await seedInventory(pool)
  await pool.query(`truncate amigraph.instances, amigraph.instance_images, amigraph.image_product_codes,
    amigraph.image_builds, amigraph.image_build_outputs cascade`)
  await insert(pool, 'images', [
    imageRow(windows, { platform: 'WINDOWS', platform_details: 'Windows BYOL', usage_operation: 'RunInstances:0800' }),
    imageRow(red, { platform_details: 'Red Hat Enterprise Linux', usage_operation: 'RunInstances:0010' }),
    imageRow(seller, {
      ...{ owner_account_id: '679593333241', owner_alias: 'aws-marketplace', name: 'appliance-7', is_public: true },
      ...{ evidence: 'CONSUMER', evidence_account_id: appA },
    }),
    imageRow(copied, { source_image_id: seller, source_image_region: frankfurt, name: 'our appliance' }),
    imageRow(made, {
      name: null,
      owner_account_id: appB,
      source_instance_id: 'i-0source',
      creation_date: '2026-09-20T00:00:00Z',
    }),
    imageRow(free, { name: 'approved-1', usage_operation: 'RunInstances', platform_details: 'Linux/UNIX' }),
    imageRow(old, { name: 'old' }),
    imageRow(kept, { name: 'kept', deregistration_protection: 'enabled-without-cooldown' }),
  ])
  await insert(
    pool,
    'image_product_codes',
    [seller, copied, made].map(image_id => ({ region: frankfurt, image_id, product_code: code, kind: 'MARKETPLACE' })),
  )
  await insert(pool, 'launch_permissions', [
    {
      ...{ region: frankfurt, image_id: free, kind: 'ACCOUNT', grantee: appA, target_id: appA },
      owner_account_id: golden,
    },
  ])
  const volume = (image_id: string, snapshot_id: string, ordinal: number) => ({
    ...{ region: frankfurt, image_id, device_name: `/dev/xvd${ordinal}`, ordinal, snapshot_id, suppressed: false },
  })
  await insert(pool, 'image_block_devices', [
    volume(old, 'snap-0old1', 0),
    volume(old, 'snap-0old2', 1),
    volume(old, 'snap-0both', 2),
    volume(kept, 'snap-0both', 0),
    volume(kept, 'snap-0kept', 1),
  ])
  await insert(
    pool,
    'launch_permission_reads',
    [old, kept].map(image_id => ({
      ...{ region: frankfurt, image_id, owner_account_id: golden },
      ...{ observed_at: '2026-11-01T00:00:00Z', attempted_at: '2026-11-01T00:00:00Z' },
    })),
  )
  await insert(pool, 'instances', [
    instanceRow('i-0byol', windows, { usage_operation: 'RunInstances:0800', platform: 'WINDOWS' }),
    instanceRow('i-0paid', copied),
    instanceRow('i-0paid2', copied),
    instanceRow('i-0stopped', copied, { state: 'STOPPED' }),
    instanceRow('i-0unbilled', made, { account_id: golden }),
    // Nothing golden runs on this architecture, and nothing golden is shared with this account.
    instanceRow('i-0arm', copied, { architecture: 'ARM64' }),
    instanceRow('i-0other', copied, { account_id: appB }),
  ])
  await insert(pool, 'instance_images', [
    seen('i-0byol', windows),
    seen('i-0red', red),
    seen('i-0spot', windows),
    seen('i-0same', red),
    seen('i-0switched', red),
    seen('i-0gone', 'ami-6gone000'),
    seen('i-0source', copied),
    seen('i-0source', free, { first_seen_at: '2026-09-25T00:00:00Z' }),
    seen('i-0paid', copied, { launch_time: '2026-08-01T00:00:00Z' }),
    seen('i-0paid2', copied),
    seen('i-0unbilled', made, { account_id: golden }),
  ])
  await insert(pool, 'instance_operations', [
    operation('i-0byol', 'RunInstances:0800'),
    operation('i-0red', 'RunInstances:0010'),
    operation('i-0spot', 'RunInstances:0800'),
    operation('i-0same', 'RunInstances:0010'),
    operation('i-0switched', 'RunInstances:0010'),
    operation('i-0switched', 'RunInstances:00g0', '2026-10-10T00:00:00Z'),
    operation('i-0gone', 'RunInstances:0g00'),
  ])
  await pool.query(`update amigraph.coverage set status = 'FRESH', fresh_until = '2999-01-01', error_code = null
    where status <> 'NOT_APPLICABLE'`)
  await pool.query(
    `insert into amigraph.coverage (account_id, region, kind, status, last_success_at, fresh_until)
     select $1, region, kind, 'FRESH', '2026-11-20', '2999-01-01'
     from unnest(array['LAUNCH_TEMPLATES', 'IMAGE_REFERENCES', 'IMAGE_ANCESTRY', 'IMAGES_OWNED', 'LAUNCH_PERMISSIONS',
       'INSTANCES']) kind, unnest($2::text[]) region
     on conflict do nothing`,
    [golden, Object.values(regions)],
  )
  await replaceGoldenFamilies(pool, [
    { family: 'approved', owner: golden, name: 'approved-*', tag: null, watermark: null },
  ])
  const folder = mkdtempSync(join(tmpdir(), 'amigraph-bills-'))
  const lines = [
    line({ resource: 'i-0byol', operation: 'RunInstances:0002', cost: '1.25', usage: '5' }),
    line({ resource: 'i-0byol', operation: 'RunInstances:0002', cost: '0.0000000001', usage: '1' }),
    line({
      ...{ resource: 'i-0byol', operation: 'RunInstances:0002', lineType: 'SavingsPlanCoveredUsage' },
      ...{ cost: '2', effective: '0.5', usage: '1' },
    }),
    // Its data transfer says the same, and is none of its usage.
    line({ resource: 'i-0byol', operation: 'RunInstances:0002', usageType: 'EUC1-DataTransfer-Out-Bytes', cost: '9' }),
    line({ resource: 'i-0red', operation: 'RunInstances', cost: '3' }),
    // Spot has its zone behind the code, and what a reservation keeps free runs nothing.
    line({
      resource: 'i-0spot',
      operation: 'RunInstances:0800:SV001',
      usageType: 'EUC1-SpotUsage:m7g.large',
      cost: '4',
    }),
    line({
      ...{
        resource: `arn:aws:ec2:${frankfurt}:${appA}:capacity-reservation/cr-0unused`,
        operation: 'RunInstances:0002',
      },
      ...{ usageType: 'EUC1-UnusedBox:m7g.large', cost: '13' },
    }),
    line({ resource: 'i-0same', operation: 'RunInstances:0010', cost: '5' }),
    line({ resource: 'i-0switched', operation: 'RunInstances:00g0', cost: '6' }),
    // What it ran as before it was converted is billed as that.
    line({ resource: 'i-0switched', operation: 'RunInstances:0010', cost: '6.5' }),
    line({ resource: 'i-0gone', operation: 'RunInstances', cost: '7' }),
    line({ resource: 'i-0never', operation: 'RunInstances:0002', cost: '8' }),
    software('i-0paid', '0.3'),
    software('i-0paid', '0.1'),
    software('i-0paid2', '0.0000000002'),
    software('i-0stopped', '40'),
    software('i-0other', '50', { account: appB }),
    snapshot('snap-0old1', '0.7'),
    snapshot('snap-0old2', '0.05'),
    snapshot('snap-0both', '11'),
    snapshot('snap-0kept', '12'),
  ]
  await writeBill(folder, { payer: management, month: '2026-10', lines, instances: [], images: [] }, 'CUR 2.0 Parquet')
  expect((await loadBillsFrom(pool, folder)).failure).toBeNull()
  rmSync(folder, { recursive: true })
  viewers = openViewers(database.url)
  api = await createTestApi(pool, { read: viewers.reads, readPrimary: viewers.reads })
})
afterAll(async () => {
  await api.stop()
  await viewers.close()
  await database.drop()
})

const ask = async (query: string, ...viewer: Parameters<TestApi['query']>[2][]) => {
  const { data, errors } = await api.query(query, { months }, viewer[0])
  expect(errors).toBeUndefined()
  return data
}
const usd = (amount: string) => ({ amount, currency: 'USD' })

describe('usage operations that do not agree (R16)', () => {
  const drifts = (args = '') => `query ($months: MonthRange!) {
    usageOperationDrifts(months: $months ${args}) {
      totalCount
      nodes {
        month instanceId imageId kinds imageUsageOperation instanceUsageOperation billedUsageOperation instanceHours
        account { accountId } payer { accountId } image { imageId } instance { instanceId }
        infrastructureCost { amount currency } effectiveInfrastructureCost { amount currency }
      }
    }
  }`
  const of = (instanceId: string, more: object) => ({
    month: '2026-10',
    instanceId,
    account: { accountId: appA },
    payer: { accountId: management },
    instanceHours: '1',
    ...more,
  })

  it('stand side by side, with the money behind them, the most expensive first', async () => {
    const { usageOperationDrifts } = await ask(drifts())
    expect(usageOperationDrifts).toEqual({
      totalCount: 4,
      nodes: [
        of('i-0gone', {
          ...{ imageId: 'ami-6gone000', image: null, instance: null, kinds: ['UBUNTU_PRO'] },
          ...{
            imageUsageOperation: null,
            instanceUsageOperation: 'RunInstances:0g00',
            billedUsageOperation: 'RunInstances',
          },
          ...{ infrastructureCost: usd('7'), effectiveInfrastructureCost: usd('7') },
        }),
        // The image and what became of it differ; the bill follows the instance.
        of('i-0switched', {
          ...{ imageId: red, image: { imageId: red }, instance: null, kinds: ['RHEL'] },
          ...{ imageUsageOperation: 'RunInstances:0010', instanceUsageOperation: 'RunInstances:00g0' },
          ...{ billedUsageOperation: 'RunInstances:00g0' },
          ...{ infrastructureCost: usd('6'), effectiveInfrastructureCost: usd('6') },
        }),
        of('i-0byol', {
          ...{ imageId: windows, image: { imageId: windows }, instance: { instanceId: 'i-0byol' } },
          ...{ kinds: ['WINDOWS_LICENSE'], imageUsageOperation: 'RunInstances:0800', instanceHours: '7' },
          ...{ instanceUsageOperation: 'RunInstances:0800', billedUsageOperation: 'RunInstances:0002' },
          ...{ infrastructureCost: usd('3.2500000001'), effectiveInfrastructureCost: usd('1.7500000001') },
        }),
        of('i-0red', {
          ...{ imageId: red, image: { imageId: red }, instance: null, kinds: ['RHEL'] },
          ...{ imageUsageOperation: 'RunInstances:0010', instanceUsageOperation: 'RunInstances:0010' },
          ...{
            billedUsageOperation: 'RunInstances',
            infrastructureCost: usd('3'),
            effectiveInfrastructureCost: usd('3'),
          },
        }),
      ],
    })
  })

  it.each([
    ['kind: { in: [WINDOWS_LICENSE, SUSE] }', ['i-0byol']],
    ['kind: { eq: RHEL }', ['i-0red', 'i-0switched']],
    ['not: { kind: { eq: RHEL } }', ['i-0byol', 'i-0gone']],
    [`imageId: { eq: "${red}" }`, ['i-0red', 'i-0switched']],
    ['billedUsageOperation: { like: "*:0002" }', ['i-0byol']],
    ['instanceId: { eq: "i-0red" }', ['i-0red']],
    [`account: { eq: "${appB}" }`, []],
    ['region: { eq: "us-east-1" }', []],
  ])('are filtered: %s', async (filter, wanted) => {
    const { usageOperationDrifts } = await ask(drifts(`, filter: { ${filter} }, orderBy: { field: INSTANCE_ID }`))
    expect(usageOperationDrifts.nodes.map((node: { instanceId: string }) => node.instanceId)).toEqual(wanted)
  })

  it('are the account’s own', async () => {
    expect((await ask(drifts(), limitedTo([appA]))).usageOperationDrifts.totalCount).toBe(4)
    // It owns the images, and sees nothing of what others are billed for them (R15).
    expect((await ask(drifts(), limitedTo([golden]))).usageOperationDrifts).toEqual({ totalCount: 0, nodes: [] })
  })
})

describe('paid products', () => {
  const products = `query ($months: MonthRange!) {
    paidProducts(months: $months, filter: { productCode: { eq: "${code}" } }) {
      nodes {
        title titles { title source } use
        images { nodes { imageId inherited madeFrom { imageId region madeBy } firstLaunchedBy { accountId } } }
        firstDerivedLaunch { account { accountId } imageId region instanceId launchedAt image { name } }
      }
    }
  }`

  it('tell how images came by the code, and who launched such an image first (R14)', async () => {
    const { paidProducts } = await ask(products)
    const from = (imageId: string, madeBy: string) => ({ imageId, region: frankfurt, madeBy })
    expect(paidProducts.nodes[0]).toMatchObject({
      use: 'USED_AND_CHARGED',
      images: {
        nodes: [
          { imageId: seller, inherited: false, madeFrom: [], firstLaunchedBy: null },
          { imageId: copied, inherited: true, madeFrom: [from(seller, 'COPY')], firstLaunchedBy: { accountId: appA } },
          {
            imageId: made,
            inherited: true,
            // The instance ran another image later.
            madeFrom: [from(copied, 'INSTANCE'), from(seller, 'COPY')],
            firstLaunchedBy: { accountId: golden },
          },
        ],
      },
      firstDerivedLaunch: {
        account: { accountId: appA },
        imageId: copied,
        region: frankfurt,
        instanceId: 'i-0paid',
        launchedAt: '2026-08-01T00:00:00.000Z',
        image: { name: 'our appliance' },
      },
    })
  })

  it('are told by Region and by account, each as far as the viewer sees it', async () => {
    const places = `query ($months: MonthRange!) {
      paidProducts(filter: { productCode: { eq: "${code}" } }) {
        nodes {
          regions { region use }
          accounts { totalCount nodes { account { accountId } use } }
          then: accounts(months: { from: "2026-01", to: "2026-01" }, first: 1) { nodes { use } }
          totalSoftwareCost(months: $months) { currency }
        }
      }
    }`
    const use = (accountId: string, how: string) => ({ account: { accountId }, use: how })
    const [whole] = (await ask(places)).paidProducts.nodes
    expect(whole.regions).toEqual([{ region: frankfurt, use: 'USED_AND_CHARGED' }])
    expect(whole.accounts).toEqual({
      totalCount: 4,
      nodes: [
        use(golden, 'USED_NOT_CHARGED'),
        use(appA, 'USED_AND_CHARGED'),
        // It owns an image that carries the code, and is charged for an instance that was never seen.
        use(appB, 'CHARGED_NOT_SEEN'),
        use('679593333241', 'NOT_USED'),
      ],
    })
    expect(whole.then.nodes).toEqual([{ use: 'USED_NOT_CHARGED' }])
    const [own] = (await ask(places, limitedTo([appA]))).paidProducts.nodes
    expect(own.accounts.nodes).toContainEqual(use(appA, 'USED_AND_CHARGED'))
    expect(own.accounts.nodes.map(({ use: how }: { use: string }) => how)).not.toContain('CHARGED_NOT_SEEN')
  })

  it('have titles by who says so, the configuration first', async () => {
    const said = [
      { title: 'Paid "Appliance"', source: 'BILL' },
      { title: 'appliance-7', source: 'IMAGE' },
      { title: 'our appliance', source: 'DERIVED_IMAGE' },
    ]
    expect((await ask(products)).paidProducts.nodes[0]).toMatchObject({ title: 'Paid "Appliance"', titles: said })
    await replaceConfiguredTitles(database.pool, [
      { productCode: code, title: 'Firewall' },
      { productCode: 'other', title: 'Other' },
    ])
    const configured = { title: 'Firewall', source: 'CONFIGURATION' }
    expect((await ask(products)).paidProducts.nodes[0]).toMatchObject({
      title: 'Firewall',
      titles: [configured, ...said],
    })
    await replaceConfiguredTitles(database.pool, [])
    expect((await ask(products)).paidProducts.nodes[0]).toMatchObject({ titles: said })
  })

  it('follow what AWS says of ancestors that the inventory does not hold', async () => {
    const ancestor = (generation: number, ancestor_image_id: string) => ({
      ...{ region: frankfurt, image_id: seller, generation, owner_account_id: partner },
      ...{ ancestor_region: frankfurt, ancestor_image_id },
    })
    await insert(database.pool, 'image_ancestors', [ancestor(1, 'ami-6father0'), ancestor(2, 'ami-6grand00')])
    const { paidProducts } = await ask(products)
    const [, , last] = paidProducts.nodes[0].images.nodes
    expect(last.madeFrom.map(({ imageId, madeBy }: Record<string, string>) => [imageId, madeBy])).toEqual([
      [copied, 'INSTANCE'],
      [seller, 'COPY'],
      ['ami-6father0', 'ANCESTRY'],
      ['ami-6grand00', 'ANCESTRY'],
    ])
    await database.pool.query('truncate amigraph.image_ancestors')
  })
})

describe('what it would save', () => {
  const deregistration = `query ($months: MonthRange!) {
    deregistrationSavings(months: $months) {
      totalCount
      nodes {
        imageId region image { name } owner { accountId } snapshotStorageCost { amount currency } snapshotIds months
        deregistration { verdict }
      }
    }
    old: image(imageId: "${old}") { deregistration { snapshotStorageCost(months: $months) { amount } } }
    kept: image(imageId: "${kept}") { deregistration { verdict snapshotStorageCost(months: $months) { amount } } }
    free: image(imageId: "${free}") { deregistration { snapshotStorageCost(months: $months) { amount } } }
  }`

  it('to deregister what is safe: the storage that nothing else uses', async () => {
    const { deregistrationSavings, ...one } = await ask(deregistration)
    expect(deregistrationSavings).toEqual({
      totalCount: 1,
      nodes: [
        {
          ...{ imageId: old, region: frankfurt, image: { name: 'old' }, owner: { accountId: golden } },
          ...{ snapshotStorageCost: usd('0.75'), snapshotIds: ['snap-0old1', 'snap-0old2'], months: ['2026-10'] },
          deregistration: { verdict: 'SAFE' },
        },
      ],
    })
    expect(one).toEqual({
      old: { deregistration: { snapshotStorageCost: { amount: '0.75' } } },
      kept: { deregistration: { verdict: 'PROTECTED', snapshotStorageCost: { amount: '12' } } },
      // No bill tells.
      free: { deregistration: { snapshotStorageCost: null } },
    })
  })

  it('is safe for nobody who does not see every account', async () => {
    const { deregistrationSavings } = await ask(deregistration, limitedTo([golden]))
    expect(deregistrationSavings).toEqual({ totalCount: 0, nodes: [] })
  })

  const replacement = (args = '') => `query ($months: MonthRange!) {
    replacementSavings(months: $months ${args}) {
      totalCount
      nodes {
        account { accountId } region imageId image { name } productCode instanceCount exampleInstanceIds
        softwareCost { amount currency } goldenImages { imageId }
      }
    }
  }`
  const paid = (account: string, imageId: string, more: object) => ({
    ...{ account: { accountId: account }, region: frankfurt, imageId, productCode: code },
    goldenImages: [{ imageId: free }],
    ...more,
  })

  it('to run a golden image in place of a paid one: the software of what runs, null where no bill tells', async () => {
    const { replacementSavings } = await ask(replacement())
    expect(replacementSavings).toEqual({
      totalCount: 2,
      nodes: [
        paid(appA, copied, {
          ...{ image: { name: 'our appliance' }, instanceCount: 2, exampleInstanceIds: ['i-0paid', 'i-0paid2'] },
          softwareCost: usd('0.4000000002'),
        }),
        paid(golden, made, {
          ...{ image: { name: null }, instanceCount: 1, exampleInstanceIds: ['i-0unbilled'] },
          softwareCost: null,
        }),
      ],
    })
  })

  it('is filtered, and each account’s own', async () => {
    const mine = await ask(replacement(), limitedTo([appA]))
    expect(mine.replacementSavings.nodes).toMatchObject([{ account: { accountId: appA }, instanceCount: 2 }])
    const filtered = await ask(replacement(`, filter: { productCode: { eq: "nocode" } }`))
    expect(filtered.replacementSavings.nodes).toEqual([])
    expect((await ask(replacement(`, filter: { account: { eq: "${golden}" } }`))).replacementSavings.totalCount).toBe(1)
  })

  it('is nothing where no golden image is', async () => {
    await replaceGoldenFamilies(database.pool, [])
    expect((await ask(replacement())).replacementSavings.totalCount).toBe(0)
  })
})
