import { afterAll, beforeAll, expect, it } from 'vitest'
import { replaceGoldenFamilies } from '../../src/db/golden-images/replace-golden-families.ts'
import type { Viewer } from '../../src/domain/viewer.ts'
import { createRandom, type Random } from '../../src/sandbox/world/random.ts'
import { createTestApi, type TestApi } from '../support/api.ts'
import { type BillLine, type RandomBill, randomBill, writeBill } from '../support/bills.ts'
import { amountIn, columnOf, costColumns } from '../support/cost-columns.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { exact } from '../support/decimals.ts'
import { insert } from '../support/inventory.ts'
import { loadBillsFrom, seedSeen } from '../support/load-bills.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { limitedTo, openViewers, organizationViewerNamed, type TestViewers } from '../support/viewers.ts'

let database: TestDatabase
let viewers: TestViewers
let api: TestApi

/** The unit of each member; what 999999999999 was billed, it was billed before it left. */
const unitOf: Readonly<Record<string, string>> = {
  '100000000001': 'r-main',
  '100000000002': 'ou-main-aaaa1111',
  '100000000003': 'ou-main-bbbb2222',
}
const members = Object.keys(unitOf)

beforeAll(async () => {
  database = await createTestDatabase()
  await insert(
    database.pool,
    'accounts',
    members.map(account_id => ({
      account_id,
      organization_id: 'o-main',
      arn: `arn:aws:organizations::100000000001:account/o-main/${account_id}`,
      name: account_id,
      state: 'ACTIVE',
      parent_id: unitOf[account_id],
      organizational_unit_path: '/',
      ancestor_ids: [...new Set(['r-main', unitOf[account_id] ?? ''])],
      content_hash: '',
    })),
  )
  viewers = openViewers(database.url)
  api = await createTestApi(database.pool, { read: viewers.reads, readPrimary: viewers.reads })
})
afterAll(async () => {
  await api.stop()
  await viewers.close()
  await database.drop()
})

const empty = () =>
  database.pool.query(`truncate amigraph.bills, amigraph.costs, amigraph.billed_amounts, amigraph.unattributed_amounts,
    amigraph.images, amigraph.instance_images, amigraph.golden_families cascade`)

/** A line with what it is to be grouped by and filtered by: by the rules alone, empty where it has none. */
type Judged = {
  readonly line: BillLine
  readonly groups: Readonly<Record<string, string>>
  readonly reason: string
}

const reasonOf = ({ lineType, resource }: BillLine, column: string): string => {
  if (lineType === 'SavingsPlanNegation') return 'SAVINGS_PLAN'
  if (['tax', 'credit', 'refund', 'fee'].includes(column)) return column.toUpperCase()
  if (resource.includes('snap-')) return 'NO_IMAGE_OF_SNAPSHOT'
  if (/(^|\/)i-/.test(resource)) return 'NO_INSTANCE_SEEN'
  return column === 'otherCost' ? 'OTHER_SERVICE' : 'NO_RESOURCE'
}

const judge =
  (bill: RandomBill, golden: string, owners: readonly string[]) =>
  (line: BillLine): Judged => {
    const id = line.resource.split('/').at(-1)
    const isNegation = line.lineType === 'SavingsPlanNegation'
    const instance = bill.instances.find(each => each.instance === id && each.account === line.account)
    const image = isNegation
      ? undefined
      : (bill.images.find(each => each.image === instance?.image) ?? bill.images.find(each => each.snapshot === id))
    const codes = instance?.codes ?? []
    const column = columnOf(line)
    const region = instance?.region ?? image?.region ?? line.region
    return {
      line,
      reason: image === undefined ? reasonOf(line, column) : '',
      groups: {
        ACCOUNT: line.account,
        OU: unitOf[line.account] ?? '',
        IMAGE: image?.image ?? '',
        IMAGE_OWNER: image?.owner ?? '',
        PRODUCT:
          line.isMarketplace && (codes.length === 0 || codes.includes(line.productCode))
            ? line.productCode
            : (codes[0] ?? ''),
        // A viewer has the golden images that it sees: here those of its own accounts.
        GOLDEN_FAMILY: image !== undefined && image.owner === golden && owners.includes(golden) ? 'first' : '',
        REGION: region,
        USAGE_OPERATION: line.operation.startsWith('RunInstances') ? line.operation : '',
        MONTH: bill.month,
      },
    }
  }

const expected = (judged: readonly Judged[], groupBy: readonly string[]) => {
  const sums = new Map<string, bigint[]>()
  for (const each of judged) {
    const key = JSON.stringify(groupBy.map(group => each.groups[group]))
    const before = sums.get(key) ?? costColumns.map(() => 0n)
    sums.set(
      key,
      costColumns.map((column, i) => (before[i] ?? 0n) + amountIn(each.line, column)),
    )
  }
  return Object.fromEntries([...sums].sort())
}

/** What a node says of each group. */
const said = {
  ACCOUNT: 'account { accountId }',
  OU: 'organizationalUnit { organizationalUnitId }',
  IMAGE: 'imageId',
  IMAGE_OWNER: 'imageOwner { accountId }',
  PRODUCT: 'productCode',
  GOLDEN_FAMILY: 'goldenFamily',
  REGION: 'region',
  USAGE_OPERATION: 'usageOperation',
  MONTH: 'month',
} as const
type Group = keyof typeof said

// biome-ignore lint/suspicious/noExplicitAny: a test knows the shape of its own query's answer
const groupOf: Readonly<Record<Group, (node: any) => string | undefined>> = {
  ACCOUNT: node => node.account?.accountId,
  // Units are no rows here: only that costs are parted by them is compared.
  OU: () => undefined,
  IMAGE: node => node.imageId,
  IMAGE_OWNER: node => node.imageOwner?.accountId,
  PRODUCT: node => node.productCode,
  GOLDEN_FAMILY: node => node.goldenFamily,
  REGION: node => node.region,
  USAGE_OPERATION: node => node.usageOperation,
  MONTH: node => node.month,
}

const ask = async (viewer: Viewer, groupBy: readonly Group[], filter: object) => {
  const { data, errors } = await api.query(
    `query ($months: MonthRange!, $filter: CostFilter, $groupBy: [CostGroup!]!) {
      costs(months: $months, filter: $filter, groupBy: $groupBy, first: 1000, orderBy: { field: GROUP }) {
        totalCount
        nodes { ${Object.entries(said)
          .filter(([group]) => group !== 'OU')
          .map(([, field]) => field)
          .join(' ')} ${costColumns.map(column => `${column} { amount }`).join(' ')} }
      }
    }`,
    { months: { from: '2026-10', to: '2026-10' }, filter, groupBy },
    viewer,
  )
  expect(errors).toBeUndefined()
  expect(data.costs.totalCount).toBe(data.costs.nodes.length)
  // biome-ignore lint/suspicious/noExplicitAny: a test knows the shape of its own query's answer
  const entries = data.costs.nodes.map((node: any): [string, bigint[]] => [
    JSON.stringify(groupBy.map(group => groupOf[group](node) ?? '')),
    costColumns.map(column => exact(node[column].amount)),
  ])
  return entries as [string, bigint[]][]
}

type Condition = { readonly filter: object; readonly holds: (judged: Judged) => boolean | null }

const byGroup =
  (field: string, group: Group) =>
  (value: string): Condition => ({
    filter: { [field]: { eq: value } },
    holds: ({ groups }) => (groups[group] === '' ? null : groups[group] === value),
  })

const conditions = (random: Random, judged: readonly Judged[], golden: string): (() => Condition)[] => {
  const some = (group: Group) => random.pick(judged).groups[group] || 'none'
  const reason = random.pick(['TAX', 'NO_INSTANCE_SEEN', 'OTHER_SERVICE', 'SAVINGS_PLAN'])
  return [
    () => byGroup('account', 'ACCOUNT')(some('ACCOUNT')),
    () => byGroup('imageId', 'IMAGE')(some('IMAGE')),
    () => byGroup('imageOwner', 'IMAGE_OWNER')(golden),
    () => byGroup('productCode', 'PRODUCT')(some('PRODUCT')),
    () => byGroup('region', 'REGION')(some('REGION') === 'none' ? 'eu-central-1' : 'us-east-1'),
    () => byGroup('usageOperation', 'USAGE_OPERATION')('RunInstances:0002'),
    () => byGroup('goldenFamily', 'GOLDEN_FAMILY')('first'),
    () => ({
      filter: { organizationalUnit: { in: ['ou-main-aaaa1111'] } },
      holds: ({ groups }) => (groups['OU'] === '' ? null : groups['OU'] === 'ou-main-aaaa1111'),
    }),
    () => ({ filter: { attributed: true }, holds: ({ reason }) => reason === '' }),
    () => ({ filter: { reason: { eq: reason } }, holds: each => (each.reason === '' ? null : each.reason === reason) }),
    () => ({ filter: { payer: { eq: '100000000001' } }, holds: () => true }),
  ]
}

const randomCondition = (random: Random, judged: readonly Judged[], golden: string, depth = 0): Condition => {
  const inner = () => randomCondition(random, judged, golden, depth + 1)
  const kind = random.unit()
  if (depth < 2 && kind < 0.15) {
    const { filter, holds } = inner()
    const opposite = (held: boolean | null) => (held === null ? null : !held)
    return { filter: { not: filter }, holds: each => opposite(holds(each)) }
  }
  if (depth < 2 && kind < 0.3) {
    const [one, other] = [inner(), inner()]
    return {
      filter: { any: [one.filter, other.filter] },
      holds: each => {
        const held = [one.holds(each), other.holds(each)]
        return held.includes(true) ? true : held.includes(null) ? null : false
      },
    }
  }
  return random.pick(conditions(random, judged, golden))()
}

const groups = Object.keys(said) as Group[]

it.each(Array.from({ length: 8 }, (_, i) => i))(
  'whatever is asked of costs is what an independent sum says, for every viewer: bill %i',
  async seed => {
    await empty()
    const random = createRandom(5000 + seed)
    const bill = randomBill(random, { lines: 120 })
    const golden = bill.images[1]?.owner ?? ''
    await seedSeen(database.pool, bill)
    await database.pool.query('update amigraph.images set name = image_id')
    await replaceGoldenFamilies(database.pool, [
      { family: 'first', owner: golden, name: '*', tag: null, watermark: null },
    ])
    const folder = temporaryFolder()
    await writeBill(folder, bill, 'CUR 2.0 Parquet')
    expect((await loadBillsFrom(database.pool, folder)).failure).toBeNull()

    const everyone = [...members, '999999999999']
    const asked: [viewer: Viewer, accounts: readonly string[]][] = [
      [organizationViewerNamed(), everyone],
      [limitedTo(['100000000002']), ['100000000002']],
      [limitedTo(['100000000001'], ['ou-main-bbbb2222']), ['100000000001', '100000000003']],
    ]
    const combinations = [
      ...groups.map(group => [group]),
      [],
      groups,
      ...Array.from({ length: 6 }, () => groups.filter(() => random.unit() < 0.35)),
    ]
    for (const [viewer, own] of asked) {
      const judged = bill.lines.filter(({ account }) => own.includes(account)).map(judge(bill, golden, own))
      for (const groupBy of combinations) {
        const { filter, holds } =
          random.unit() < 0.3 ? { filter: {}, holds: () => true } : randomCondition(random, judged, golden)
        const wanted = judged.filter(each => holds(each) === true)
        const answer = await ask(viewer, groupBy, filter)
        const what = JSON.stringify({ seed, viewer: viewer.scope, groupBy, filter })
        if (groupBy.includes('OU')) {
          // Told without the unit: the parts are the same.
          const parts = Object.values(expected(wanted, groupBy)).map(String).sort()
          expect(answer.map(([, sums]) => String(sums)).sort(), what).toEqual(parts)
        } else {
          expect(Object.fromEntries(answer.sort()), what).toEqual(expected(wanted, groupBy))
        }
      }
    }
  },
)
