import { readdir } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import { Logger, runMigrations } from 'graphile-worker'
import { runner } from 'node-pg-migrate'
import pg from 'pg'
import { DatabaseError } from './database-error.ts'
import { describeUrl } from './describe-url.ts'
import { isConnectionLost } from './retryable.ts'

export type MigrateOptions = {
  readonly url: string
  /** Folder of numbered SQL files; the repository's own by default */
  readonly directory?: string
  readonly onProgress?: (message: string) => void
}

const ownMigrations = resolve(import.meta.dirname, '../../migrations')
const schema = 'amigraph'
const table = 'migrations'

// Any number would do, as long as every version of amigraph uses this one.
const lock = 4_202_501_118

/**
 * Brings the database to the newest migration and returns the names of those that it ran, oldest first; all in one
 * transaction. Any number of processes may call it at once: one migrates, the others wait and then find nothing to do.
 */
export const migrate = async (options: MigrateOptions): Promise<string[]> => {
  const { url, directory = ownMigrations, onProgress = () => {} } = options
  const files = await migrationNames(directory)
  // A connection of its own: the lock belongs to the session, and waiting for it must not hit a statement timeout.
  const client = new pg.Client({ connectionString: url, application_name: 'amigraph migrate', keepAlive: true })
  client.on('error', () => {})
  await client.connect()
  try {
    await takeLock(client, onProgress)
    checkHistory(files, await appliedNames(client))
    const ran = await runner({
      dbClient: client,
      dir: directory,
      ignorePattern: '(\\..*|.*(?<!\\.sql))',
      direction: 'up',
      schema,
      createSchema: true,
      migrationsTable: table,
      checkOrder: true,
      singleTransaction: true,
      noLock: true,
      logger: silent,
    })
    await migrateQueue(url)
    for (const { name } of ran) onProgress(`Migrated: ${name}`)
    return ran.map(({ name }) => name)
  } catch (error) {
    throw explain(error, url)
  } finally {
    // Ending the session gives the lock back, whatever state it is in.
    await client.end()
  }
}

/** graphile-worker's own schema: whoever asks for a sync puts its jobs there, before there ever was a worker. */
const migrateQueue = (url: string): Promise<void> =>
  runMigrations({ connectionString: url, maxPoolSize: 1, logger: new Logger(() => () => {}) })

/** Names of the migrations in a folder, oldest first. */
const migrationNames = async (directory: string): Promise<string[]> => {
  const files = await readdir(directory)
  return files
    .filter(file => file.endsWith('.sql') && !file.startsWith('.'))
    .map(file => basename(file, '.sql'))
    .sort()
}

const takeLock = async (client: pg.Client, onProgress: (message: string) => void): Promise<void> => {
  const { rows } = await client.query<{ taken: boolean }>('select pg_try_advisory_lock($1::bigint) as taken', [lock])
  if (rows[0]?.taken) return
  onProgress('Waiting for another process that is migrating this database')
  await client.query('select pg_advisory_lock($1::bigint)', [lock])
}

const appliedNames = async (client: pg.Client): Promise<string[]> => {
  const { rows: found } = await client.query<{ exists: boolean }>('select to_regclass($1) is not null as exists', [
    `${schema}.${table}`,
  ])
  if (!found[0]?.exists) return []
  const { rows } = await client.query<{ name: string }>(`select name from ${schema}.${table} order by id`)
  return rows.map(({ name }) => name)
}

/** The database's history has to be the beginning of ours. */
const checkHistory = (files: readonly string[], applied: readonly string[]): void => {
  const unknown = applied.filter(name => !files.includes(name))
  if (unknown.length > 0) {
    throw new DatabaseError(
      'SCHEMA_NEWER',
      `The database was migrated by a newer amigraph (this one doesn't know ${unknown.join(', ')}). ` +
        'Run that version or a later one, or use another database.',
    )
  }
  const skipped = files.slice(0, applied.length).filter(name => !applied.includes(name))
  if (skipped.length > 0) {
    throw new DatabaseError(
      'SCHEMA_ORDER',
      `The migration ${skipped.join(', ')} comes before ${applied.at(-1)}, which this database already has. ` +
        'A new migration needs a higher number than every released one.',
    )
  }
}

const explain = (error: unknown, url: string): unknown => {
  if (error instanceof DatabaseError || isConnectionLost(error)) return error
  const { code, message, hint } = error as { code?: string; message?: string; hint?: string }
  if (code === '42501') {
    return new DatabaseError(
      'PERMISSION_DENIED',
      `${describeUrl(url)} may not create what amigraph needs (${message}). ` +
        (hint ?? 'Let it own the database, or grant it CREATE on the database.'),
      error,
    )
  }
  return new DatabaseError(
    'MIGRATION_FAILED',
    `A migration of ${describeUrl(url)} failed, and nothing was changed: ${message}`,
    error,
  )
}

const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} }
