export type BillErrorCode =
  | 'UNREADABLE_FILE'
  | 'MISSING_FILE'
  | 'UNKNOWN_KIND'
  | 'MISSING_COLUMN'
  | 'MIXED_CURRENCIES'
  | 'WRONG_MONTH'
  | 'NO_DISK_SPACE'
  | 'NO_MEMORY'
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

/**
 * A machine that has too little room or memory to read something, which is no fault of the bill's; null where something
 * else went wrong. DuckDB has no codes: what it lacks is in its message alone.
 */
export const tooSmall = (what: string, error: unknown): BillError | null => {
  const { code, message = '' } = error instanceof Error ? (error as NodeJS.ErrnoException) : {}
  if (code === 'ENOSPC' || (code === undefined && /No space left|failed to offload data block/i.test(message)))
    return new BillError('NO_DISK_SPACE', `There is no room in the system's temporary folder to read ${what}`, error)
  if (code === undefined && /^Out of Memory Error/i.test(message))
    return new BillError('NO_MEMORY', `The memory for reading bills is not enough to read ${what}`, error)
  return null
}
