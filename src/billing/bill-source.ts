/** Kinds of exports, the one that tells most first: where several have one payer's month, the first counts. */
export const billKinds = ['CUR_2', 'CUR', 'FOCUS', 'COST_EXPLORER'] as const

export type BillKindName = (typeof billKinds)[number]

/** Why some answers are not possible from an export. */
export type Limitation =
  | 'NO_RESOURCE_IDS'
  | 'NO_EFFECTIVE_COST'
  | 'NO_USAGE_AMOUNT'
  | 'NO_PRODUCT_NAMES'
  | 'NO_USAGE_TIMES'
  | 'NO_PRODUCT_CODES'
  | 'FINALITY_UNKNOWN'

/** A month of an export, as it lies there now. */
export type BillVersion = {
  readonly export: string
  /** As `2026-10` */
  readonly month: string
  /** Changes with every rewriting of the export */
  readonly signature: string
}

/** A month of an export, added up by everything that attribution needs. Exact: no amount was rounded. */
export type AggregatedBill = {
  readonly kind: BillKindName
  readonly version: string | null
  readonly payerAccountIds: readonly string[]
  readonly isFinal: boolean
  readonly missingColumns: readonly string[]
  readonly limitations: readonly Limitation[]
  /** CSV without a header: the columns of `lineColumns`, in this order */
  readonly linesFile: string
  readonly titles: readonly { readonly productCode: string; readonly title: string }[]
}

/** An amount is the sum of two columns: tiny ones are added up apart, because no decimal is wide enough for both. */
export const lineColumns = [
  'payer_account_id',
  'account_id',
  'region',
  'resource_id',
  'seller',
  'product_code',
  'operation',
  'usage_type',
  'charge',
  'currency',
  'usage_hour',
  'line_items',
  'usage_amount',
  'usage_amount_tiny',
  'billed',
  'billed_tiny',
  'gross',
  'gross_tiny',
  'effective',
  'effective_tiny',
] as const

/** Where bills come from: exports in files, Athena over them, or Cost Explorer. */
export type BillSource = {
  readonly name: string
  /** Every month of every export that is there */
  list(): Promise<BillVersion[]>
  /**
   * Adds a month up, in files below `folder`; what `moved` instances used, by the hour. Throws BillError or ExportChanged
   * where that version cannot be had
   */
  read(version: BillVersion, folder: string, moved: readonly string[]): Promise<AggregatedBill>
}
