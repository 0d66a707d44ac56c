/** What a caller asked for cannot be understood; the message tells the caller why. */
export class InvalidInput extends Error {
  override readonly name: string = 'InvalidInput'
  readonly code: string = 'BAD_USER_INPUT'
}

/** More, or fewer, rows of one page than the API gives. */
export class InvalidPageSize extends InvalidInput {
  override readonly name = 'InvalidPageSize'
  override readonly code = 'INVALID_PAGE_SIZE'
}

/** What was asked for as of a moment that the memory does not reach, or is not kept of any. */
export class NotRemembered extends InvalidInput {
  override readonly name = 'NotRemembered'
  override readonly code = 'NOT_REMEMBERED'
}
