import { type BillKind, type Columns, firstOf, hour, resource, text } from './kind.ts'

/**
 * FOCUS, the FinOps Foundation's format, as Data Exports writes it (AWS: Data Exports user guide, "FOCUS 1.0 with AWS
 * columns" and "FOCUS 1.2"). A line covered by a Savings Plan is billed nothing: its cost before that is ContractedCost,
 * and the difference is what a Cost and Usage Report negates in lines of their own.
 */
const columns: Columns = {
  payer: { names: ['BillingAccountId'], required: true },
  account: { names: ['SubAccountId'], required: true },
  period: { names: ['BillingPeriodStart'], required: true },
  start: { names: ['ChargePeriodStart'], without: 'NO_USAGE_TIMES' },
  provider: { names: ['ProviderName'] },
  publisher: { names: ['PublisherName'], required: true },
  invoice: { names: ['InvoiceId', 'x_InvoiceId'], without: 'FINALITY_UNKNOWN' },
  resource: { names: ['ResourceId'], without: 'NO_RESOURCE_IDS' },
  serviceCode: { names: ['x_ServiceCode'], required: true },
  operation: { names: ['x_Operation'], required: true },
  usageType: { names: ['x_UsageType', 'SkuMeter'], required: true },
  category: { names: ['ChargeCategory'], required: true },
  class: { names: ['ChargeClass'] },
  commitmentType: { names: ['CommitmentDiscountType'] },
  commitmentStatus: { names: ['CommitmentDiscountStatus'] },
  commitment: { names: ['CommitmentDiscountId'] },
  currency: { names: ['BillingCurrency'], required: true },
  usageAmount: { names: ['ConsumedQuantity'], without: 'NO_USAGE_AMOUNT' },
  cost: { names: ['BilledCost'], required: true },
  contracted: { names: ['ContractedCost'], required: true },
  effective: { names: ['EffectiveCost'], without: 'NO_EFFECTIVE_COST' },
  region: { names: ['RegionId'] },
  productName: { names: ['ServiceName'], without: 'NO_PRODUCT_NAMES' },
}

const isMarketplace = (usageType: string, provider: string, publisher: string) =>
  `(${provider} = 'AWS Marketplace' or ${usageType} like '%SoftwareUsage:%'
    or (${publisher} <> '' and ${publisher} not like 'AWS%' and ${publisher} not like 'Amazon%'))`

const focus = (version: string, has: (columns: ReadonlySet<string>) => boolean): BillKind => ({
  kind: 'FOCUS',
  version,
  recognises: found => found.has('BilledCost') && found.has('BillingAccountId') && has(found),
  columns,
  keys: {
    payer: text('payer'),
    account: text('account'),
    region: firstOf('region'),
    resource: resource('resource'),
    provider: text('provider'),
    publisher: text('publisher'),
    productCode: text('serviceCode'),
    operation: text('operation'),
    usageType: text('usageType'),
    category: text('category'),
    class: text('class'),
    commitmentType: text('commitmentType'),
    commitmentStatus: text('commitmentStatus'),
    currency: text('currency'),
  },
  mapped: {
    seller: `case when ${isMarketplace('"usageType"', 'provider', 'publisher')} then 'MARKETPLACE' else 'AWS' end`,
    charge: `case when category = 'Tax' then 'TAX' when category = 'Credit' then 'CREDIT' when category = 'Purchase' then 'FEE'
      when category = 'Adjustment' or class = 'Correction' then 'REFUND'
      when category <> 'Usage' then 'OTHER' when "commitmentStatus" = 'Unused' then 'FEE'
      when "commitmentStatus" = 'Used' and "commitmentType" like 'Savings%' then 'SAVINGS_PLAN_USAGE'
      when "commitmentStatus" = 'Used' then 'RESERVED_USAGE' else 'USAGE' end`,
  },
  amounts: {
    usageAmount: { typeOf: 'usageAmount', sql: of => of('usageAmount') },
    billed: { typeOf: 'cost', sql: of => of('cost') },
    gross: {
      typeOf: 'cost',
      sql: of => `case when ${of('category')} = 'Usage' and ${of('commitmentStatus')} = 'Used'
        and ${of('commitmentType')} like 'Savings%' then ${of('contracted')} else ${of('cost')} end`,
    },
    effective: { typeOf: 'effective', sql: of => of('effective') },
  },
  hour: hour('start'),
  period: of => of('period'),
  invoice: text('invoice'),
  title: {
    when: of => isMarketplace(of('usageType'), of('provider'), of('publisher')),
    name: text('productName'),
  },
})

/** SKU and capacity columns came with 1.1. */
export const focus12 = focus('1.2', found => found.has('SkuMeter'))
export const focus10 = focus('1.0', found => !found.has('SkuMeter'))
