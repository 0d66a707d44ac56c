import { costAndUsage } from './cost-and-usage.ts'

/** Cost and Usage Report 2.0, from Data Exports: snake-case names, a fixed set of columns, product attributes in a map. */
export const cur2 = costAndUsage({
  kind: 'CUR_2',
  recognises: (columns, manifest) =>
    columns.has('line_item_usage_account_id') &&
    (manifest === null
      ? columns.has('product') || columns.has('bill_payer_account_name') || !columns.has('product_product_name')
      : manifest.isDataExport),
  columns: {
    payer: { names: ['bill_payer_account_id'], required: true },
    account: { names: ['line_item_usage_account_id'], required: true },
    period: { names: ['bill_billing_period_start_date'], required: true },
    start: { names: ['line_item_usage_start_date'], without: 'NO_USAGE_TIMES' },
    seller: { names: ['bill_billing_entity'], required: true },
    invoice: { names: ['bill_invoice_id'], without: 'FINALITY_UNKNOWN' },
    resource: { names: ['line_item_resource_id'], without: 'NO_RESOURCE_IDS' },
    productCode: { names: ['line_item_product_code'], required: true },
    operation: { names: ['line_item_operation'], required: true },
    usageType: { names: ['line_item_usage_type'], required: true },
    lineType: { names: ['line_item_line_item_type'], required: true },
    currency: { names: ['line_item_currency_code'], required: true },
    usageAmount: { names: ['line_item_usage_amount'], without: 'NO_USAGE_AMOUNT' },
    cost: { names: ['line_item_unblended_cost'], required: true },
    reservationCost: { names: ['reservation_effective_cost'], without: 'NO_EFFECTIVE_COST' },
    savingsPlanCost: { names: ['savings_plan_savings_plan_effective_cost'], without: 'NO_EFFECTIVE_COST' },
    region: { names: ['product_region_code'] },
    product: { names: ['product'], or: 'productName', without: 'NO_PRODUCT_NAMES' },
    productName: { names: ['product_product_name'], or: 'product' },
  },
  // Some exports select the attribute as a column instead.
  productName: (of, dialect) => `coalesce(nullif(cast(${of('productName')} as varchar), ''),
    ${dialect.attribute(of('product'), 'product_name')}, '')`,
})
