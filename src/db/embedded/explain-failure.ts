import { DatabaseError } from '../database-error.ts'
import { missingBinaries } from './binaries.ts'

/** The port is somebody else's: no fault of the data folder, and solved by taking another. */
export class PortTakenError extends Error {
  override readonly name = 'PortTakenError'
  readonly code = 'PORT_TAKEN'
}

/** Turns what PostgreSQL printed before it gave up into an error that says what to do. */
export const explainFailure = (output: string, folder: string): DatabaseError | PortTakenError => {
  if (
    /could not bind .*(address already in use|permission denied)|could not create any TCP\/IP sockets/i.test(output)
  ) {
    return new PortTakenError('The port of the embedded PostgreSQL is taken')
  }
  if (/lock file .* already exists|pre-existing shared memory block/i.test(output)) {
    const pid = /\(PID (\d+)\)/.exec(output)?.[1]
    return new DatabaseError(
      'DATA_FOLDER_IN_USE',
      `The data folder ${folder} is in use by another PostgreSQL${pid ? ` (process ${pid})` : ''}. ` +
        'Stop the amigraph that runs it, set DATA_DIR to another folder, or use one server for both with DATABASE_URL.',
    )
  }
  if (/no space left on device|disk quota exceeded|file too large/i.test(output)) {
    return new DatabaseError(
      'DISK_FULL',
      `The disk of the data folder ${folder} is full. Free some space or set DATA_DIR to a folder on another disk; ` +
        'nothing that was stored is lost.',
    )
  }
  if (/incompatible with server|initialized by PostgreSQL version/i.test(output)) {
    return otherVersion(folder, /version (\d+)/.exec(output)?.[1] ?? 'another', 'this')
  }
  if (/error while loading shared libraries|cannot open shared object|library not loaded/i.test(output)) {
    return missingBinaries('a library of PostgreSQL')
  }
  if (/permission denied|read-only file system|has wrong ownership|has invalid permissions/i.test(output)) {
    return notWritable(folder, lastLines(output))
  }
  if (/password authentication failed/i.test(output)) {
    return damaged(folder, 'the password in postgres.json beside it is not that of its server')
  }
  if (/checkpoint record|pg_control|not a database cluster directory|invalid data in|is missing or/i.test(output)) {
    return damaged(folder, lastLines(output))
  }
  return new DatabaseError('START_FAILED', `The embedded PostgreSQL in ${folder} did not start: ${lastLines(output)}`)
}

export const otherVersion = (folder: string, found: string, needed: string) =>
  new DatabaseError(
    'DATA_FOLDER_OTHER_VERSION',
    `The data folder ${folder} was made by PostgreSQL ${found}; ${needed} is PostgreSQL's version here. Run the ` +
      'amigraph that made it, or set DATA_DIR to another folder and let it sync again. The folder was left as it is.',
  )

export const notWritable = (folder: string, reason: string, cause?: unknown) =>
  new DatabaseError(
    'DATA_FOLDER_NOT_WRITABLE',
    `The data folder ${folder} can't be written: ${reason}. Change its owner or permissions, or set DATA_DIR to ` +
      'another folder.',
    cause,
  )

export const damaged = (folder: string, reason: string) =>
  new DatabaseError(
    'DATA_FOLDER_DAMAGED',
    `The data folder ${folder} is not a whole PostgreSQL data folder: ${reason}. Restore it from a backup, or move it ` +
      'away and let amigraph sync again. It was left as it is.',
  )

/** Turns a failed file operation into an error that says what to do. */
export const explainFileError = (error: unknown, folder: string): unknown => {
  const { code, message } = error as NodeJS.ErrnoException
  if (code === 'ENOSPC' || code === 'EDQUOT' || code === 'EFBIG')
    return explainFailure('no space left on device', folder)
  if (['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST', 'EISDIR', 'ELOOP'].includes(code ?? '')) {
    return notWritable(folder, message, error)
  }
  return error
}

const lastLines = (output: string): string => {
  const lines = output.split('\n').map(line => line.trim())
  return (
    lines
      .filter(line => line !== '')
      .slice(-4)
      .join(' | ') || 'it printed nothing'
  )
}
