export type BillErrorCode =
  | 'UNREADABLE_FILE'
  | 'MISSING_FILE'
  | 'UNKNOWN_KIND'
  | 'MISSING_COLUMN'
  | 'MIXED_CURRENCIES'
  | 'WRONG_MONTH'
  | 'NO_DISK_SPACE'
  | 'NOT_LISTED'

/** An export that cannot be loaded as it is. What was loaded of it before stays; no retry helps until it changes. */
export class BillError extends Error {
  override readonly name = 'BillError'
  readonly code: BillErrorCode

  constructor(code: BillErrorCode, message: string, cause?: unknown) {
    super(message, { cause })
    this.code = code
  }
}
