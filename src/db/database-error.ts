/** What can keep the database from serving us, apart from what a single statement did wrong. */
export type DatabaseErrorCode =
  | 'AUTHENTICATION_FAILED'
  | 'DATABASE_MISSING'
  | 'DATA_FOLDER_DAMAGED'
  | 'DATA_FOLDER_IN_USE'
  | 'DATA_FOLDER_NOT_WRITABLE'
  | 'DATA_FOLDER_OTHER_VERSION'
  | 'DISK_FULL'
  | 'MIGRATION_FAILED'
  | 'NO_BINARY'
  | 'PERMISSION_DENIED'
  | 'SCHEMA_NEWER'
  | 'SCHEMA_ORDER'
  | 'SERVER_TOO_OLD'
  | 'START_FAILED'
  | 'UNREACHABLE'

/** A problem that whoever runs amigraph can solve: the message says what is wrong and what to do about it. */
export class DatabaseError extends Error {
  override readonly name = 'DatabaseError'
  readonly code: DatabaseErrorCode

  constructor(code: DatabaseErrorCode, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause })
    this.code = code
  }
}
