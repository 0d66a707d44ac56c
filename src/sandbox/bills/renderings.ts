/** The exports of one bill: each the same lines under its own names, as AWS's Data Exports and reports write them. */

export type Rendering = {
  /** The folder below the bucket that it lies in, and the table that Athena has of it */
  readonly name: 'cur2' | 'cur2-csv' | 'cur' | 'focus-1-0' | 'focus-1-2'
  readonly format: 'parquet' | 'csv'
  readonly layout: 'data export' | 'report'
  /** Over the table `line` */
  readonly columns: Readonly<Record<string, string>>
  readonly where?: string
}

/** Columns of a Parquet file, where an amount is a floating point number and what is empty is null. */
const inParquet = (columns: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(columns).map(([name, sql]) => [name, amounts.test(sql) ? `cast(${sql} as double)` : `${sql}`]),
  )

const amounts = /^(quantity|cost|effective|case when .* (cost|effective) (else .* )?end)$/

/** Columns of a CSV file, where everything is a text. */
const inCsv = (columns: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(columns).map(([name, sql]) => {
      if (times.test(sql)) return [name, `strftime(${sql}, '%Y-%m-%dT%H:%M:%SZ')`]
      return [name, sql.startsWith('map ') ? `to_json(${sql})` : sql]
    }),
  )

const times = /^(started|ended|period_start|period_end)$/

const costAndUsage = {
  identity_line_item_id: `md5(concat_ws('|', account, resource, usage_type, operation, line_type, product_code, started))`,
  bill_payer_account_id: 'payer',
  bill_billing_entity: 'entity',
  bill_bill_type: `case line_type when 'Refund' then 'Refund' when 'Fee' then 'Purchase' else 'Anniversary' end`,
  bill_invoice_id: 'invoice',
  bill_invoicing_entity: 'seller',
  bill_billing_period_start_date: 'period_start',
  bill_billing_period_end_date: 'period_end',
  line_item_usage_account_id: 'account',
  line_item_resource_id: 'resource',
  line_item_product_code: 'product_code',
  line_item_operation: 'operation',
  line_item_usage_type: 'usage_type',
  line_item_line_item_type: 'line_type',
  line_item_line_item_description: `concat_ws(', ', nullif(product_name, ''), nullif(usage_type, ''))`,
  line_item_legal_entity: 'seller',
  line_item_usage_start_date: 'started',
  line_item_usage_end_date: 'ended',
  line_item_currency_code: `'USD'`,
  line_item_usage_amount: 'quantity',
  line_item_unblended_cost: 'cost',
  reservation_effective_cost: `case when line_type = 'DiscountedUsage' then effective end`,
  reservation_reservation_a_r_n: `case when commitment like '%reserved-instances%' then commitment else '' end`,
  savings_plan_savings_plan_effective_cost: `case when line_type = 'SavingsPlanCoveredUsage' then effective end`,
  savings_plan_savings_plan_a_r_n: `case when commitment like '%savingsplan%' then commitment else '' end`,
}

const cur2 = {
  ...costAndUsage,
  bill_payer_account_name: `'Nordwind Management'`,
  product: `map { 'product_name': product_name }`,
  product_region_code: 'region',
}

/** The older report's names, where they are not the same words with a slash. */
const slashed: Readonly<Record<string, string>> = {
  reservation_reservation_a_r_n: 'reservation/ReservationARN',
  savings_plan_savings_plan_a_r_n: 'savingsPlan/SavingsPlanARN',
  savings_plan_savings_plan_effective_cost: 'savingsPlan/SavingsPlanEffectiveCost',
  identity_line_item_id: 'identity/LineItemId',
}

const reportName = (name: string): string => {
  const [, group = '', rest = ''] = /^(bill|line_item|reservation|product)_(.+)$/.exec(name) ?? []
  const words = rest.split('_').map(word => word.charAt(0).toUpperCase() + word.slice(1))
  return slashed[name] ?? `${group === 'line_item' ? 'lineItem' : group}/${words.join('')}`
}

const cur = {
  ...Object.fromEntries(Object.entries(costAndUsage).map(([name, sql]) => [reportName(name), sql])),
  'product/ProductName': 'product_name',
  'product/regionCode': 'region',
}

/** A line that a Savings Plan covers is billed at nothing, so none negates it. */
const focus = {
  BillingAccountId: 'payer',
  SubAccountId: 'account',
  BillingPeriodStart: 'period_start',
  BillingPeriodEnd: 'period_end',
  ChargePeriodStart: 'started',
  ChargePeriodEnd: 'ended',
  ResourceId: 'resource',
  ProviderName: `'AWS'`,
  PublisherName: 'seller',
  InvoiceIssuerName: 'seller',
  ServiceName: 'product_name',
  ChargeCategory: `case when line_type in ('Tax', 'Credit') then line_type when line_type = 'Refund' then 'Adjustment'
    when line_type like '%Fee' then 'Purchase' else 'Usage' end`,
  ChargeClass: `case when line_type = 'Refund' then 'Correction' else '' end`,
  ChargeDescription: `concat_ws(', ', nullif(product_name, ''), nullif(usage_type, ''))`,
  CommitmentDiscountId: 'commitment',
  CommitmentDiscountType: `case line_type when 'SavingsPlanCoveredUsage' then 'Savings Plan'
    when 'DiscountedUsage' then 'Reserved' else '' end`,
  CommitmentDiscountStatus: `case when line_type in ('SavingsPlanCoveredUsage', 'DiscountedUsage') then 'Used' else '' end`,
  BillingCurrency: `'USD'`,
  ConsumedQuantity: 'quantity',
  BilledCost: `case when line_type <> 'SavingsPlanCoveredUsage' then cost else 0 end`,
  ContractedCost: 'cost',
  EffectiveCost: `case when effective is null then cost else effective end`,
  RegionId: 'region',
  x_Operation: 'operation',
  x_ServiceCode: 'product_code',
}

const covered = `line_type <> 'SavingsPlanNegation'`

export const renderings: readonly Rendering[] = [
  { name: 'cur2', format: 'parquet', layout: 'data export', columns: inParquet(cur2) },
  { name: 'cur2-csv', format: 'csv', layout: 'data export', columns: inCsv(cur2) },
  { name: 'cur', format: 'csv', layout: 'report', columns: inCsv(cur) },
  {
    name: 'focus-1-0',
    format: 'parquet',
    layout: 'data export',
    columns: inParquet({ ...focus, x_UsageType: 'usage_type' }),
    where: covered,
  },
  {
    name: 'focus-1-2',
    format: 'parquet',
    layout: 'data export',
    columns: inParquet({ ...focus, SkuMeter: 'usage_type', InvoiceId: 'invoice' }),
    where: covered,
  },
]
