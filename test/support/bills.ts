import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { crc32, deflateRawSync, gzipSync } from 'node:zlib'
import { DuckDBInstance } from '@duckdb/node-api'
import type { Random } from '../../src/sandbox/world/random.ts'

/** A line of a bill, whatever the export. Amounts as decimal texts. */
export type BillLine = {
  payer: string
  account: string
  /** Such as `2026-10-03T05:00:00Z` */
  start: string
  region: string
  /** As AWS writes it: bare, as an ARN, or empty */
  resource: string
  isMarketplace: boolean
  productCode: string
  productName: string
  operation: string
  usageType: string
  lineType: string
  currency: string
  usage: string
  cost: string
  effective: string
  invoice: string
}

export type RandomBill = {
  payer: string
  month: string
  lines: BillLine[]
  /** What instances ran, as the sync has seen it */
  instances: { account: string; region: string; instance: string; image: string; codes: string[] }[]
  images: { region: string; image: string; owner: string; snapshot: string; codes: string[] }[]
}

const hex = (random: Random, digits: number) =>
  Array.from({ length: digits }, () => random.below(16).toString(16)).join('')

/** An amount with up to ten decimals, sometimes tiny or with all the digits that a floating point number has. */
const amount = (random: Random): string => {
  const kind = random.unit()
  if (kind < 0.1) return '0'
  if (kind < 0.2) return String(random.unit() * 3)
  if (kind < 0.25) return String(random.unit() * 1e-7)
  if (kind < 0.3) return (random.unit() * 90_000).toFixed(2)
  return (random.unit() * 2).toFixed(10)
}

const negative = (text: string) => (/^-?0*(\.0*)?$/.test(text) ? '0' : `-${text}`)

/** A month of one payer: every sort of line that attribution tells apart. */
export const randomBill = (
  random: Random,
  { lines: count = 60, month = '2026-10' }: { lines?: number; month?: string } = {},
): RandomBill => {
  const payer = '100000000001'
  const accounts = ['100000000001', '100000000002', '100000000003', '999999999999']
  const regions = ['eu-central-1', 'us-east-1']
  const currency = random.unit() < 0.1 ? 'EUR' : 'USD'
  const isFinal = random.unit() < 0.5
  const images = Array.from({ length: 4 }, (_, i) => ({
    region: random.pick(regions),
    image: `ami-${hex(random, 16)}${i}`,
    owner: random.pick(accounts),
    snapshot: `snap-${hex(random, 16)}${i}`,
    codes: i === 0 ? ['abcdef0123456789paid'] : [],
  }))
  const used = Array.from({ length: 8 }, (_, i) => ({
    ...random.pick(images),
    account: random.pick(accounts),
    instance: `i-${hex(random, 16)}${i}`,
  }))
  const instances = used
    .filter(() => random.unit() < 0.7)
    .map(({ region, image, account, instance, codes }) => ({ region, image, account, instance, codes }))
  const lines: BillLine[] = []
  const add = (line: Partial<BillLine>) =>
    void lines.push({
      payer,
      account: random.pick(accounts),
      start: `${month}-${String(1 + random.below(28)).padStart(2, '0')}T${String(random.below(24)).padStart(2, '0')}:00:00Z`,
      region: random.pick(regions),
      resource: '',
      isMarketplace: false,
      productCode: 'AmazonEC2',
      productName: 'Amazon Elastic Compute Cloud',
      operation: 'RunInstances',
      usageType: 'EUC1-BoxUsage:m7g.large',
      lineType: 'Usage',
      currency,
      usage: '1',
      cost: amount(random),
      effective: amount(random),
      invoice: isFinal ? '1234567' : '',
      ...line,
    })
  const arn = (region: string, account: string, what: string) => `arn:aws:ec2:${region}:${account}:${what}`
  const sorts: (() => void)[] = [
    () => {
      const { account, region, instance } = random.pick(used)
      add({
        account,
        region,
        resource: instance,
        operation: random.pick(['RunInstances', 'RunInstances:0002']),
        usage: random.pick(['1', '0.25']),
      })
    },
    () => {
      const { account, region, instance } = random.pick(used)
      add({
        account,
        region,
        resource: arn(region, account, `instance/${instance}`),
        isMarketplace: true,
        productCode: 'abcdef0123456789paid',
        productName: 'Paid, "Great" Software',
        operation: 'Hourly',
        usageType: 'SoftwareUsage:m7g.large',
      })
    },
    () => {
      const { account, region, instance } = random.pick(used)
      add({
        account,
        region,
        resource: instance,
        usageType: 'EUC1-SpotUsage:m7g.large',
        operation: 'RunInstances:SV001',
      })
    },
    () => {
      const { account, region, instance } = random.pick(used)
      const cost = amount(random)
      add({ account, region, resource: instance, lineType: 'SavingsPlanCoveredUsage', cost })
      add({ account, region, lineType: 'SavingsPlanNegation', cost: negative(cost), usage: '0' })
    },
    () => {
      const { account, region, instance } = random.pick(used)
      add({ account, region, resource: instance, lineType: 'DiscountedUsage', cost: '0' })
    },
    () => {
      const { region, owner, snapshot } = random.pick(images)
      add({
        account: owner,
        region,
        resource: arn(region, owner, `snapshot/${random.unit() < 0.7 ? snapshot : 'snap-0unknown'}`),
        usageType: 'EUC1-EBS:SnapshotUsage',
        operation: 'CreateSnapshot',
        usage: '3.5',
      })
    },
    () => {
      const { account, region, instance } = random.pick(used)
      add({ account, region, resource: instance, usageType: 'EUC1-DataTransfer-Out-Bytes', operation: 'RunInstances' })
    },
    () =>
      add({
        productCode: 'AmazonS3',
        productName: 'Amazon Simple Storage Service',
        operation: 'PutObject',
        usageType: 'Requests-Tier1',
        resource: 'my-bucket',
      }),
    () => add({ lineType: 'Tax', operation: '', usageType: '', region: '', usage: '1' }),
    () => add({ lineType: 'Credit', cost: negative(amount(random)) }),
    () => add({ lineType: 'Refund', cost: negative(amount(random)) }),
    () =>
      add({
        lineType: 'Fee',
        isMarketplace: true,
        productCode: 'annualcode',
        productName: 'Yearly Software',
        operation: 'Contract',
        usageType: 'Global-SoftwareUsage-Contracts',
      }),
    () => add({ usageType: 'EUC1-BoxUsage:t3.micro', resource: '' }),
  ]
  for (const sort of sorts) sort()
  while (lines.length < count) random.pick(sorts)()
  return { payer, month, lines, instances, images }
}

type Cells = Readonly<Record<string, string>>

const periodOf = ({ start }: BillLine) => `${start.slice(0, 7)}-01T00:00:00Z`
const covered = ({ lineType }: BillLine) => lineType === 'SavingsPlanCoveredUsage'

const cur2Cells = (line: BillLine): Cells => ({
  identity_line_item_id: '1',
  bill_payer_account_id: line.payer,
  bill_payer_account_name: 'payer',
  bill_billing_entity: line.isMarketplace ? 'AWS Marketplace' : 'AWS',
  bill_invoice_id: line.invoice,
  bill_billing_period_start_date: periodOf(line),
  line_item_usage_account_id: line.account,
  line_item_resource_id: line.resource,
  line_item_product_code: line.productCode,
  line_item_operation: line.operation,
  line_item_usage_type: line.usageType,
  line_item_line_item_type: line.lineType,
  line_item_usage_start_date: line.start,
  line_item_currency_code: line.currency,
  line_item_usage_amount: line.usage,
  line_item_unblended_cost: line.cost,
  reservation_effective_cost: line.lineType === 'DiscountedUsage' ? line.effective : '',
  savings_plan_savings_plan_effective_cost: covered(line) ? line.effective : '',
  product: JSON.stringify({ product_name: line.productName }),
  product_region_code: line.region,
})

const curNames: Readonly<Record<string, string>> = {
  identity_line_item_id: 'identity/LineItemId',
  bill_payer_account_id: 'bill/PayerAccountId',
  bill_billing_entity: 'bill/BillingEntity',
  bill_invoice_id: 'bill/InvoiceId',
  bill_billing_period_start_date: 'bill/BillingPeriodStartDate',
  line_item_usage_account_id: 'lineItem/UsageAccountId',
  line_item_resource_id: 'lineItem/ResourceId',
  line_item_product_code: 'lineItem/ProductCode',
  line_item_operation: 'lineItem/Operation',
  line_item_usage_type: 'lineItem/UsageType',
  line_item_line_item_type: 'lineItem/LineItemType',
  line_item_usage_start_date: 'lineItem/UsageStartDate',
  line_item_currency_code: 'lineItem/CurrencyCode',
  line_item_usage_amount: 'lineItem/UsageAmount',
  line_item_unblended_cost: 'lineItem/UnblendedCost',
  reservation_effective_cost: 'reservation/EffectiveCost',
  savings_plan_savings_plan_effective_cost: 'savingsPlan/SavingsPlanEffectiveCost',
  product_product_name: 'product/ProductName',
  product_region_code: 'product/regionCode',
}

const curCells = (line: BillLine): Cells => {
  const { product: _, bill_payer_account_name: __, ...cells } = cur2Cells(line)
  return { ...cells, product_product_name: line.productName }
}

const slashed = (cells: Cells): Cells =>
  Object.fromEntries(Object.entries(cells).map(([name, value]) => [curNames[name] ?? name, value]))

const categories: Readonly<Record<string, string>> = {
  Tax: 'Tax',
  Credit: 'Credit',
  Refund: 'Adjustment',
  Fee: 'Purchase',
}

/** FOCUS has no line for what a Savings Plan negates: the covered line is billed nothing. */
const focusCells =
  (version: '1.0' | '1.2') =>
  (line: BillLine): Cells => {
    const commitment = covered(line) ? 'Savings Plan' : line.lineType === 'DiscountedUsage' ? 'Reserved' : ''
    return {
      BillingAccountId: line.payer,
      SubAccountId: line.account,
      BillingPeriodStart: periodOf(line),
      ChargePeriodStart: line.start,
      ResourceId: line.resource,
      ProviderName: 'AWS',
      PublisherName: line.isMarketplace ? 'Software Seller Inc.' : 'Amazon Web Services, Inc.',
      InvoiceIssuerName: 'Amazon Web Services, Inc.',
      ServiceName: line.productName,
      ChargeCategory: categories[line.lineType] ?? 'Usage',
      ChargeClass: '',
      CommitmentDiscountType: commitment,
      CommitmentDiscountStatus: commitment === '' ? '' : 'Used',
      BillingCurrency: line.currency,
      ConsumedQuantity: line.usage,
      BilledCost: covered(line) ? '0' : line.cost,
      ContractedCost: line.cost,
      EffectiveCost: commitment === '' ? line.cost : line.effective,
      RegionId: line.region,
      x_Operation: line.operation,
      ...(version === '1.0' ? { x_UsageType: line.usageType } : { SkuMeter: line.usageType, InvoiceId: line.invoice }),
      x_ServiceCode: line.productCode,
    }
  }

export const renderings = [
  'CUR 2.0 Parquet',
  'CUR 2.0 CSV',
  'CUR CSV',
  'CUR zip',
  'CUR Parquet',
  'FOCUS 1.0',
  'FOCUS 1.2',
] as const
export type Rendering = (typeof renderings)[number]

/** Writes a bill as AWS lays that kind of export out, with its manifest. */
export const writeBill = async (
  folder: string,
  bill: RandomBill,
  rendering: Rendering,
  name = 'export',
): Promise<void> => {
  const [year, number] = bill.month.split('-') as [string, string]
  const partition = `BILLING_PERIOD=${bill.month}`
  const dataExport = (file: string) => ({
    key: `${name}/data/${partition}/${name}-00001.${file}`,
    manifest: `${name}/metadata/${partition}/${name}-Manifest.json`,
  })
  const period = `${year}${number}01-20270101`
  const report = (key: string) => ({ key, manifest: `${name}/${period}/${name}-Manifest.json` })
  const positive = bill.lines.filter(({ lineType }) => lineType !== 'SavingsPlanNegation')
  const made = {
    'CUR 2.0 Parquet': { ...dataExport('snappy.parquet'), cells: bill.lines.map(cur2Cells) },
    'CUR 2.0 CSV': { ...dataExport('csv.gz'), cells: bill.lines.map(cur2Cells) },
    'CUR CSV': { ...report(`${name}/${period}/${name}-00001.csv.gz`), cells: bill.lines.map(curCells).map(slashed) },
    'CUR zip': {
      ...report(`${name}/${period}/12345678-abcd/${name}-00001.csv.zip`),
      cells: bill.lines.map(curCells).map(slashed),
    },
    'CUR Parquet': {
      ...report(`${name}/${name}/year=${year}/month=${Number(number)}/${name}-00001.snappy.parquet`),
      cells: bill.lines.map(curCells),
    },
    'FOCUS 1.0': { ...dataExport('snappy.parquet'), cells: positive.map(focusCells('1.0')) },
    'FOCUS 1.2': { ...dataExport('csv.gz'), cells: positive.map(focusCells('1.2')) },
  }[rendering]
  const path = join(folder, made.key)
  mkdirSync(dirname(path), { recursive: true })
  if (made.key.endsWith('.parquet')) await writeParquet(path, made.cells)
  else if (made.key.endsWith('.zip')) writeFileSync(path, zipped(csvOf(made.cells), `${name}.csv`))
  else writeFileSync(path, gzipSync(csvOf(made.cells)))
  const manifest =
    rendering.startsWith('CUR ') && !rendering.startsWith('CUR 2')
      ? {
          assemblyId: 'x',
          reportKeys: [`some/prefix/${made.key}`],
          billingPeriod: { start: `${year}${number}01T000000.000Z` },
        }
      : { executionId: 'x', dataFiles: [`s3://bucket/some/prefix/${made.key}`] }
  mkdirSync(dirname(join(folder, made.manifest)), { recursive: true })
  writeFileSync(join(folder, made.manifest), JSON.stringify(manifest))
}

export const csvOf = (cells: readonly Cells[]): string => {
  const names = Object.keys(cells[0] ?? {})
  const cell = (value: string) => (/[",\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value)
  return `${[names.map(cell), ...cells.map(row => names.map(name => cell(row[name] ?? '')))].map(row => row.join(',')).join('\n')}\n`
}

/** Types as AWS's Parquet has them: amounts are floating point numbers, product attributes a map. */
export const writeParquet = async (path: string, cells: readonly Cells[]): Promise<void> => {
  const csv = `${path}.csv`
  writeFileSync(csv, csvOf(cells))
  const typed = Object.keys(cells[0] ?? {}).map(name => {
    if (/cost|amount|quantity/i.test(name)) return `cast(nullif("${name}", '') as double) as "${name}"`
    if (/(date|Start)$/.test(name)) return `cast("${name}" as timestamp) as "${name}"`
    if (name === 'product')
      return `map { 'product_name': json_extract_string("product", '$.product_name') } as "product"`
    return `nullif("${name}", '') as "${name}"`
  })
  const instance = await DuckDBInstance.create(':memory:')
  const connection = await instance.connect()
  await connection.run(
    `copy (select ${typed.join(', ')} from read_csv('${csv}', all_varchar = true, header = true, nullstr = '\u0001')) to '${path}' (format parquet)`,
  )
  connection.closeSync()
  instance.closeSync()
  rmSync(csv)
}

/** A zip file with one deflated file. */
const zipped = (text: string, name: string): Buffer => {
  const data = Buffer.from(text)
  const packed = deflateRawSync(data)
  const sizes = Buffer.alloc(12)
  sizes.writeUInt32LE(crc32(data), 0)
  sizes.writeUInt32LE(packed.length, 4)
  sizes.writeUInt32LE(data.length, 8)
  const names = Buffer.alloc(4)
  names.writeUInt16LE(name.length, 0)
  const common = Buffer.concat([Buffer.from([20, 0, 0, 0, 8, 0, 0, 0, 0, 0]), sizes, names])
  const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, Buffer.from(name), packed])
  const directory = Buffer.concat([
    Buffer.from('PK\x01\x02\x14\x00', 'latin1'),
    common,
    Buffer.alloc(14),
    Buffer.from(name),
  ])
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(1, 8)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(local.length, 16)
  return Buffer.concat([local, directory, end])
}
