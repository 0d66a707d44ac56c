import { type BillKind, type Columns, cases, type Expression, firstOf, hour, resource, text } from './kind.ts'

/**
 * What the two Cost and Usage Reports have in common: their columns mean the same under other names (AWS: Data Exports
 * user guide, "Cost and Usage Report 2.0"; CUR user guide, "Data dictionary").
 */
export type CostAndUsageColumns = Columns &
  Readonly<
    Record<
      | 'payer'
      | 'account'
      | 'period'
      | 'start'
      | 'seller'
      | 'invoice'
      | 'resource'
      | 'productCode'
      | 'operation'
      | 'usageType'
      | 'lineType'
      | 'currency'
      | 'usageAmount'
      | 'cost'
      | 'reservationCost'
      | 'savingsPlanCost'
      | 'region'
      | 'productName',
      Columns[string]
    >
  >

const charges = {
  USAGE: ['Usage'],
  SAVINGS_PLAN_USAGE: ['SavingsPlanCoveredUsage'],
  RESERVED_USAGE: ['DiscountedUsage'],
  SAVINGS_PLAN_NEGATION: ['SavingsPlanNegation'],
  TAX: ['Tax'],
  CREDIT: ['Credit'],
  REFUND: ['Refund'],
  FEE: ['Fee', 'RIFee', 'SavingsPlanUpfrontFee', 'SavingsPlanRecurringFee'],
  DISCOUNT: ['Discount', 'BundledDiscount', 'EdpDiscount', 'PrivateRateDiscount', 'RiVolumeDiscount', 'SppDiscount'],
}

/** What a line's type is: Cost Explorer calls it the type of the record, by the same names. */
export const chargeOf = (lineType: string): string =>
  Object.entries(charges).find(([, types]) => types.includes(lineType))?.[0] ?? 'OTHER'

/** What a commitment's part of its fees is, where the line is covered by one. */
const effective: Expression = of => `case ${of('lineType')}
  when 'SavingsPlanCoveredUsage' then ${of('savingsPlanCost')} when 'DiscountedUsage' then ${of('reservationCost')}
  when 'SavingsPlanNegation' then null else ${of('cost')} end`

export const costAndUsage = (
  kind: Pick<BillKind, 'kind' | 'recognises'> & {
    readonly columns: CostAndUsageColumns
    readonly productName?: Expression
  },
): BillKind => ({
  ...kind,
  version: null,
  keys: {
    payer: text('payer'),
    account: text('account'),
    region: firstOf('region', 'regionName'),
    resource: resource('resource'),
    seller: text('seller'),
    productCode: text('productCode'),
    operation: text('operation'),
    usageType: text('usageType'),
    lineType: text('lineType'),
    currency: text('currency'),
  },
  mapped: {
    seller: cases('seller', { MARKETPLACE: ['AWS Marketplace'] }, 'AWS'),
    charge: cases('"lineType"', charges, 'OTHER'),
  },
  amounts: {
    usageAmount: { typeOf: 'usageAmount', sql: of => of('usageAmount') },
    billed: { typeOf: 'cost', sql: of => of('cost') },
    effective: { typeOf: 'cost', sql: effective },
  },
  hour: hour('start'),
  period: of => of('period'),
  invoice: text('invoice'),
  title: { when: of => `${of('seller')} = 'AWS Marketplace'`, name: kind.productName ?? text('productName') },
})
