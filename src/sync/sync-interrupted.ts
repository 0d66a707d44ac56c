/** The sync was told to stop: what is written stays, what was being read is as if it had not begun. */
export class SyncInterrupted extends Error {
  override readonly name = 'SyncInterrupted'
  readonly code = 'SYNC_INTERRUPTED'

  constructor() {
    super('The sync was interrupted; the sources it did not reach keep what was known')
  }
}
