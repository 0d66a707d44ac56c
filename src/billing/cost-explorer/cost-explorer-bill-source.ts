import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { CostExplorerClient, Expression } from '@aws-sdk/client-cost-explorer'
import { BillError } from '../bill-error.ts'
import { type AggregatedBill, type BillSource, lineColumns } from '../bill-source.ts'
import { chargeOf } from '../kinds/cost-and-usage.ts'
import { monthsBack } from '../months-back.ts'
import { askCosts, type CostGroup } from './ask-costs.ts'

export type CostExplorerOptions = {
  readonly client: CostExplorerClient
  /** The organization's management account, which is what pays */
  payerAccountId(): Promise<string>
  /** How many months are read, the present one included */
  readonly months: number
  readonly now?: () => Date
}

const name = 'cost-explorer'

/**
 * Bills from Cost Explorer, where there is no export: by account, month, sort of charge and service or Marketplace product.
 * It knows neither resources nor images, so nothing of it can be attributed to one.
 */
export const costExplorerBillSource = ({
  months,
  now = () => new Date(),
  ...asking
}: CostExplorerOptions): BillSource => {
  let read = new Map<string, MonthOfCosts>()
  return {
    name,
    // Each call costs, and AWS brings figures up to date once a day: the last months' are read by the day, older by the week
    list: () => {
      read = new Map()
      const versions = monthsBack(now(), months).map((month, ago) => ({
        export: name,
        month,
        signature: ago < 2 ? now().toISOString().slice(0, 10) : `week ${Math.floor(now().getTime() / 604_800_000)}`,
      }))
      return Promise.resolve(versions.reverse())
    },
    async read({ month }, folder) {
      // A call answers for many months as well as for one: what comes after the first that is wanted is asked with it
      const last = monthsBack(now(), 1)[0] ?? month
      if (!read.has(month)) read = await readCosts(asking, { first: month, last })
      return bill(await asking.payerAccountId(), read.get(month) ?? { lines: [], isFinal: false }, folder)
    },
  }
}

type MonthOfCosts = { readonly lines: Line[]; isFinal: boolean }

const readCosts = async (
  { client, payerAccountId }: Pick<CostExplorerOptions, 'client' | 'payerAccountId'>,
  period: { readonly first: string; readonly last: string },
): Promise<Map<string, MonthOfCosts>> => {
  const payer = await payerAccountId()
  const costs = new Map<string, MonthOfCosts>()
  const kinds = new Map<string, readonly [string, string]>()
  for await (const { month, keys, isEstimated } of askCosts(client, period, ['BILLING_ENTITY', 'RECORD_TYPE'])) {
    kinds.set(keys.join('/'), keys)
    const isFinal = !isEstimated && costs.get(month)?.isFinal !== false
    costs.set(month, { lines: [], isFinal })
  }
  for (const [entity, recordType] of kinds.values()) {
    for await (const group of askCosts(client, period, ['LINKED_ACCOUNT', 'SERVICE'], only(entity, recordType)))
      costs.get(group.month)?.lines.push(lineOf(payer, entity, recordType, group))
  }
  return costs
}

const only = (entity: string, recordType: string): Expression => ({
  And: [
    { Dimensions: { Key: 'BILLING_ENTITY', Values: [entity] } },
    { Dimensions: { Key: 'RECORD_TYPE', Values: [recordType] } },
  ],
})

type Line = Partial<Record<(typeof lineColumns)[number], string>> & { readonly currency: string }

/** Cost Explorer's name for instances and what belongs to them. */
const computeService = 'Amazon Elastic Compute Cloud - Compute'

const lineOf = (payer: string, entity: string, recordType: string, group: CostGroup): Line => {
  const [account, service] = group.keys
  const isCompute = service === computeService
  return {
    payer_account_id: payer,
    account_id: account,
    seller: entity === 'AWS Marketplace' ? 'MARKETPLACE' : 'AWS',
    // The name of a Marketplace product is all that there is of it
    product_code: isCompute ? 'AmazonEC2' : service,
    // As bills have it, so that it counts as infrastructure
    usage_type: isCompute ? 'BoxUsage' : '',
    charge: chargeOf(recordType),
    currency: group.currency,
    billed: group.billed,
    gross: group.billed,
    effective: group.effective,
  }
}

const zero: ReadonlySet<string> = new Set(lineColumns.filter(column => /amount|billed|gross|effective/.test(column)))

const bill = async (payer: string, { lines, isFinal }: MonthOfCosts, folder: string): Promise<AggregatedBill> => {
  const currencies = [...new Set(lines.map(({ currency }) => currency))]
  if (currencies.length > 1)
    throw new BillError(
      'MIXED_CURRENCIES',
      `The bill of ${payer} is in several currencies: ${currencies.sort().join(', ')}`,
    )
  const linesFile = join(folder, 'lines.csv')
  const cells = lines.map(line =>
    lineColumns.map(column =>
      quotedCell(line[column] ?? (column === 'line_items' ? '1' : zero.has(column) ? '0' : '')),
    ),
  )
  await writeFile(linesFile, cells.map(row => `${row.join(',')}\n`).join(''))
  const products = lines.filter(({ seller, product_code }) => seller === 'MARKETPLACE' && product_code !== '')
  const titles = new Set(products.map(({ product_code = '' }) => product_code))
  return {
    kind: 'COST_EXPLORER',
    version: null,
    payerAccountIds: [payer],
    // A month without a cost may be one that has not begun to be billed
    isFinal: isFinal && lines.length > 0,
    missingColumns: [],
    limitations: ['NO_PRODUCT_CODES', 'NO_RESOURCE_IDS', 'NO_USAGE_AMOUNT'],
    linesFile,
    titles: [...titles].sort().map(title => ({ productCode: title, title })),
  }
}

const quotedCell = (text: string): string => `"${text.replaceAll('"', '""')}"`
