import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createRandom } from '../../../src/sandbox/world/random.ts'
import { type BillLine, type RandomBill, randomBill, renderings, writeBill } from '../../support/bills.ts'
import { amountIn, costColumns } from '../../support/cost-columns.ts'
import { createTestDatabase, type TestDatabase } from '../../support/database.ts'
import { asStored, exact } from '../../support/decimals.ts'
import { loadBillsFrom, seedSeen } from '../../support/load-bills.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

let database: TestDatabase

beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

const tables = ['bills', 'costs', 'billed_amounts', 'unattributed_amounts', 'images', 'instance_images']
const empty = () => database.pool.query(`truncate ${tables.map(name => `amigraph.${name}`).join(', ')} cascade`)

const sumBy = <Item>(items: readonly Item[], key: (item: Item) => string, value: (item: Item) => bigint) => {
  const sums = new Map<string, bigint>()
  for (const item of items) sums.set(key(item), (sums.get(key(item)) ?? 0n) + value(item))
  return Object.fromEntries([...sums].sort())
}

/** Which image a line leads to, by the rules alone. */
const imageOf = (bill: RandomBill, line: BillLine): string | null => {
  if (line.lineType === 'SavingsPlanNegation') return null
  const id = line.resource.split('/').at(-1)
  const instance = bill.instances.find(each => each.instance === id && each.account === line.account)
  return instance?.image ?? bill.images.find(each => each.snapshot === id)?.image ?? null
}

const read = async (sql: string) => {
  const { rows } = await database.pool.query<{ key: string; amount: string }>(sql)
  return Object.fromEntries(rows.map(({ key, amount }) => [key, exact(amount)]).sort())
}

const billed = () =>
  read(`select concat_ws(' ', payer_account_id, account_id, to_char(month, 'YYYY-MM'), currency) as key,
    trim_scale(billed)::text as amount from amigraph.billed_amounts where line_items > 0`)
const notAddingUp = () =>
  database.pool.query('select 1 from amigraph.billed_amounts where billed <> attributed + unattributed')

/** Each column's sum over everything, by its name in the schema. */
const columnSums = async () => {
  const named = costColumns.map(column => [column, tableColumns[column] ?? snakeCase(column)])
  const { rows } = await database.pool.query<Record<string, string>>(
    `select ${named.map(([column, name]) => `trim_scale(coalesce(sum(${name}), 0))::text as "${column}"`).join(', ')}
     from amigraph.costs`,
  )
  return Object.fromEntries(Object.entries(rows[0] ?? {}).map(([column, amount]) => [column, exact(amount)]))
}
const tableColumns: Readonly<Record<string, string>> = { snapshotStorageCost: 'snapshot_cost', total: 'total_cost' }
const snakeCase = (name: string) => name.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`)

const check = async (bill: RandomBill) => {
  const key = ({ payer, account, start, currency }: BillLine) => `${payer} ${account} ${start.slice(0, 7)} ${currency}`
  expect(await billed()).toEqual(sumBy(bill.lines, key, ({ cost }) => exact(asStored(cost))))
  expect((await notAddingUp()).rows).toEqual([])
  expect(await columnSums()).toEqual(
    Object.fromEntries(
      costColumns.map(column => [column, bill.lines.reduce((sum, line) => sum + amountIn(line, column), 0n)]),
    ),
  )
  const attributed = bill.lines.filter(line => imageOf(bill, line) !== null)
  expect(
    await read(`select image_id as key, trim_scale(sum(total_cost))::text as amount from amigraph.costs
      where reason = '' group by image_id`),
  ).toEqual(
    sumBy(
      attributed,
      line => imageOf(bill, line) ?? '',
      ({ cost }) => exact(asStored(cost)),
    ),
  )
}

describe('attributed and unattributed are the whole bill, exactly', () => {
  it.each(Array.from({ length: 20 }, (_, i) => i))('of random bills, batch %i', async batch => {
    for (let seed = batch * 10; seed < batch * 10 + 10; seed += 1) {
      await empty()
      const bill = randomBill(createRandom(seed))
      const folder = temporaryFolder()
      await seedSeen(database.pool, bill)
      await writeBill(folder, bill, 'CUR 2.0 Parquet')
      expect(await loadBillsFrom(database.pool, folder)).toEqual({ changed: 1, failure: null })
      await check(bill)
    }
  })

  it.each(renderings)('whatever the export is: %s', async rendering => {
    await empty()
    const bill = randomBill(createRandom(4242), { lines: 200 })
    const folder = temporaryFolder()
    await seedSeen(database.pool, bill)
    await writeBill(folder, bill, rendering)
    expect(await loadBillsFrom(database.pool, folder)).toEqual({ changed: 1, failure: null })
    const stored = rendering.includes('CSV') || rendering.includes('zip') || rendering === 'FOCUS 1.2'
    if (!stored) await check(bill)
    expect((await notAddingUp()).rows).toEqual([])
  })
})

it('the same bill gives the same answers in every rendering', async () => {
  const bill = randomBill(createRandom(77), { lines: 300 })
  // What a text says and what a number says differ beyond 17 digits: nobody's bill has those.
  for (const line of bill.lines) Object.assign(line, { cost: asStored(line.cost), effective: asStored(line.effective) })
  const answers: unknown[] = []
  for (const rendering of renderings) {
    await empty()
    const folder = temporaryFolder()
    await seedSeen(database.pool, bill)
    await writeBill(folder, bill, rendering)
    expect((await loadBillsFrom(database.pool, folder)).failure, rendering).toBeNull()
    const { rows } = await database.pool.query(
      `select account_id, region, image_id, image_owner_id, product_code, usage_operation, currency, reason,
         trim_scale(sum(software_cost)) as software, trim_scale(sum(infrastructure_cost)) as infrastructure,
         trim_scale(sum(effective_infrastructure_cost)) as effective, trim_scale(sum(snapshot_cost)) as snapshot,
         trim_scale(sum(tax)) as tax, trim_scale(sum(credit)) as credit, trim_scale(sum(refund)) as refund,
         trim_scale(sum(fee)) as fee, trim_scale(sum(other_cost)) as other, trim_scale(sum(total_cost)) as total,
         trim_scale(sum(instance_hours)) as hours
       from amigraph.costs where reason <> 'SAVINGS_PLAN' group by 1, 2, 3, 4, 5, 6, 7, 8 order by 1, 2, 3, 4, 5, 6, 7, 8`,
    )
    const { rows: accounts } = await database.pool.query(
      `select account_id, currency, trim_scale(billed) as billed, trim_scale(attributed) as attributed,
         trim_scale(unattributed) as unattributed from amigraph.billed_amounts order by 1, 2`,
    )
    answers.push({ rows, accounts })
  }
  for (const [i, answer] of answers.entries()) expect(answer, renderings[i]).toEqual(answers[0])
})
