import { costAndUsage } from './cost-and-usage.ts'

/**
 * The older Cost and Usage Report: names with a slash (`lineItem/UsageAccountId`) in CSV, snake case in Parquet, and a
 * column for each product attribute that the month happens to have.
 */
export const cur = costAndUsage({
  kind: 'CUR',
  recognises: columns => columns.has('lineItem/UsageAccountId') || columns.has('line_item_usage_account_id'),
  columns: {
    payer: { names: ['bill/PayerAccountId', 'bill_payer_account_id'], required: true },
    account: { names: ['lineItem/UsageAccountId', 'line_item_usage_account_id'], required: true },
    period: { names: ['bill/BillingPeriodStartDate', 'bill_billing_period_start_date'], required: true },
    start: { names: ['lineItem/UsageStartDate', 'line_item_usage_start_date'], without: 'NO_USAGE_TIMES' },
    seller: { names: ['bill/BillingEntity', 'bill_billing_entity'], required: true },
    invoice: { names: ['bill/InvoiceId', 'bill_invoice_id'], without: 'FINALITY_UNKNOWN' },
    resource: { names: ['lineItem/ResourceId', 'line_item_resource_id'], without: 'NO_RESOURCE_IDS' },
    productCode: { names: ['lineItem/ProductCode', 'line_item_product_code'], required: true },
    operation: { names: ['lineItem/Operation', 'line_item_operation'], required: true },
    usageType: { names: ['lineItem/UsageType', 'line_item_usage_type'], required: true },
    lineType: { names: ['lineItem/LineItemType', 'line_item_line_item_type'], required: true },
    currency: { names: ['lineItem/CurrencyCode', 'line_item_currency_code'], required: true },
    usageAmount: { names: ['lineItem/UsageAmount', 'line_item_usage_amount'], without: 'NO_USAGE_AMOUNT' },
    cost: { names: ['lineItem/UnblendedCost', 'line_item_unblended_cost'], required: true },
    reservationCost: {
      names: ['reservation/EffectiveCost', 'reservation_effective_cost'],
      without: 'NO_EFFECTIVE_COST',
    },
    savingsPlanCost: {
      names: ['savingsPlan/SavingsPlanEffectiveCost', 'savings_plan_savings_plan_effective_cost'],
      without: 'NO_EFFECTIVE_COST',
    },
    region: { names: ['product/regionCode', 'product_region_code'] },
    regionName: { names: ['product/region', 'product_region'] },
    productName: { names: ['product/ProductName', 'product_product_name'], without: 'NO_PRODUCT_NAMES' },
  },
})
