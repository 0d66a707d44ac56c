/** Bills: what exports are ranked by, and why money is not attributed (R18). */

/** A month of an export as it is known in the database. */
export type LoadedBill = {
  readonly export: string
  /** As `2026-10` */
  readonly month: string
  /** Of the version that is loaded; null: none is */
  readonly signature: string | null
}

/** The first of these that holds for a line says why it was not attributed. */
export const unattributedReasons = [
  'TAX',
  'CREDIT',
  'REFUND',
  'FEE',
  'DISCOUNT',
  'SAVINGS_PLAN',
  'NO_INSTANCE_SEEN',
  'NO_IMAGE_OF_SNAPSHOT',
  'NO_RESOURCE',
  'OTHER_SERVICE',
  'OTHER',
] as const

export type UnattributedReason = (typeof unattributedReasons)[number]

/** The first day of a month, as the database keeps it. */
export const firstDay = (month: string): string => `${month}-01`
