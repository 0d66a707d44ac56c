/** Whether what was loaded of a bill is that bill, by the rules and its lines alone (docs/bills.md). */
import { expect } from 'vitest'
import type { Pool } from '../../src/db/pool.ts'
import type { BillLine, RandomBill } from './bills.ts'
import { amountIn, costColumns } from './cost-columns.ts'
import { asStored, exact } from './decimals.ts'

const tables = ['bills', 'costs', 'billed_amounts', 'unattributed_amounts', 'images', 'instance_images']

export const emptyBills = (pool: Pool) =>
  pool.query(`truncate ${tables.map(name => `amigraph.${name}`).join(', ')} cascade`)

const sumBy = <Item>(items: readonly Item[], key: (item: Item) => string, value: (item: Item) => bigint) => {
  const sums = new Map<string, bigint>()
  for (const item of items) sums.set(key(item), (sums.get(key(item)) ?? 0n) + value(item))
  return Object.fromEntries([...sums].sort())
}

const costOf = ({ cost }: BillLine) => exact(asStored(cost))

/** Which image a line leads to. */
const imageOf = (bill: RandomBill, line: BillLine): string | null => {
  if (line.lineType === 'SavingsPlanNegation') return null
  const id = line.resource.split('/').at(-1)
  const instance = bill.instances.find(each => each.instance === id && each.account === line.account)
  return instance?.image ?? bill.images.find(each => each.snapshot === id)?.image ?? null
}

const read = async (pool: Pool, sql: string) => {
  const { rows } = await pool.query<{ key: string; amount: string }>(sql)
  return Object.fromEntries(rows.map(({ key, amount }) => [key, exact(amount)]).sort())
}

const snakeCase = (name: string) => name.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`)
const tableColumns: Readonly<Record<string, string>> = { snapshotStorageCost: 'snapshot_cost', total: 'total_cost' }

/** Each column's sum over everything, by its name in the schema. */
const columnSums = async (pool: Pool, columns: readonly string[]) => {
  const named = columns.map(column => [column, tableColumns[column] ?? snakeCase(column)])
  const { rows } = await pool.query<Record<string, string>>(
    `select ${named.map(([column, name]) => `trim_scale(coalesce(sum(${name}), 0))::text as "${column}"`).join(', ')}
     from amigraph.costs`,
  )
  return Object.fromEntries(Object.entries(rows[0] ?? {}).map(([column, amount]) => [column, exact(amount)]))
}

export const expectExactParts = async (pool: Pool) =>
  expect(
    (await pool.query('select 1 from amigraph.billed_amounts where billed <> attributed + unattributed')).rows,
  ).toEqual([])

/** The total of each payer, account, month and currency, and of each of these columns of costs. */
export const expectTotals = async (pool: Pool, { lines }: RandomBill, columns: readonly string[] = costColumns) => {
  const key = ({ payer, account, start, currency }: BillLine) => `${payer} ${account} ${start.slice(0, 7)} ${currency}`
  const billed = await read(
    pool,
    `select concat_ws(' ', payer_account_id, account_id, to_char(month, 'YYYY-MM'), currency) as key,
      trim_scale(billed)::text as amount from amigraph.billed_amounts where line_items > 0`,
  )
  expect(billed).toEqual(sumBy(lines, key, costOf))
  await expectExactParts(pool)
  expect(await columnSums(pool, columns)).toEqual(
    Object.fromEntries(columns.map(column => [column, lines.reduce((sum, line) => sum + amountIn(line, column), 0n)])),
  )
}

/** The same, and what is attributed to each image. */
export const expectToAddUp = async (pool: Pool, bill: RandomBill) => {
  await expectTotals(pool, bill)
  const attributed = await read(
    pool,
    `select image_id as key, trim_scale(sum(total_cost))::text as amount from amigraph.costs
     where reason = '' group by image_id`,
  )
  const lines = bill.lines.filter(line => imageOf(bill, line) !== null)
  expect(attributed).toEqual(sumBy(lines, line => imageOf(bill, line) ?? '', costOf))
}
