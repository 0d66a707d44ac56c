import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import pg from 'pg'
import { type Database, openDatabase } from '../../../src/db/open-database.ts'
import type { Progress } from '../../figures/progress.ts'
import type { Scale } from './scale.ts'
import { seed, seedFiles } from './seed.ts'

export type SeededDatabase = {
  readonly url: string
  readonly pool: pg.Pool
  readonly scale: Scale
  /** Closes it; unless it was there before, or is to be kept, it is removed as well */
  close(): Promise<void>
}

export type SeedOptions = {
  /** A server to make the database on; null: an embedded one in bench/.data */
  readonly serverUrl: string | null
  readonly keep: boolean
  readonly progress: Progress
}

const dataFolder = resolve(import.meta.dirname, '../../.data')
const migrationsFolder = resolve(import.meta.dirname, '../../../migrations')

/** A database with the facts of a scale: the one of an earlier run where scale, seed and migrations are unchanged. */
export const openSeeded = async (scale: Scale, options: SeedOptions): Promise<SeededDatabase> => {
  const { serverUrl, keep, progress } = options
  const key = keyOf(scale)
  if (serverUrl === null) await removeOutdated()
  const place = serverUrl === null ? embeddedPlace(key) : await serverPlace(serverUrl, key)
  let database = await open(place, progress)
  let state = await stateOf(database.pool)
  if (state === 'half seeded') {
    progress.say('an earlier run was stopped while it seeded: starting over')
    await database.close()
    await place.remove()
    await place.make()
    database = await open(place, progress)
    state = 'empty'
  }
  try {
    if (state === 'seeded') progress.say(`using the ${scale.images} images of an earlier run`)
    else {
      await seed(database.pool, scale, progress)
      await markSeeded(database.pool, scale)
    }
  } catch (error) {
    await database.close()
    await place.remove()
    throw error
  }
  const { url, pool } = database
  const close = async () => {
    await database.close()
    if (state === 'empty' && !keep) await place.remove()
  }
  return { url, pool, scale, close }
}

/** Where a seeded database is. */
type Place = {
  readonly url: string | null
  readonly dataDir: string
  make(): Promise<void>
  remove(): Promise<void>
}

const open = (place: Place, progress: Progress): Promise<Database> =>
  openDatabase(
    {
      url: place.url,
      replicaUrl: null,
      poolSize: 4,
      statementTimeoutSeconds: 0,
      waitSeconds: 10,
      dataDir: place.dataDir,
    },
    {
      applicationName: 'amigraph bench',
      onLog: (level, message) => {
        if (level === 'warn' || level === 'error') progress.say(message)
      },
    },
  )

const embeddedPlace = (key: string): Place => {
  const dataDir = join(dataFolder, key)
  return { url: null, dataDir, make: async () => {}, remove: () => rm(dataDir, { recursive: true, force: true }) }
}

const serverPlace = async (serverUrl: string, key: string): Promise<Place> => {
  const name = `amigraph_bench_${key}`
  const run = async (statement: string) => {
    const client = new pg.Client({ connectionString: serverUrl })
    await client.connect()
    try {
      await client.query(statement)
    } finally {
      await client.end()
    }
  }
  const make = () =>
    run(`create database ${name}`).catch((error: { code?: string }) => {
      // It is there already.
      if (error.code !== '42P04') throw error
    })
  await make()
  const url = new URL(serverUrl)
  url.pathname = `/${name}`
  return { url: url.href, dataDir: dataFolder, make, remove: () => run(`drop database if exists ${name} with (force)`) }
}

const stateOf = async (pool: pg.Pool): Promise<'empty' | 'half seeded' | 'seeded'> => {
  const { rows } = await pool.query<{ seeded: boolean; begun: boolean }>(
    "select to_regclass('bench.seeded') is not null as seeded, to_regnamespace('bench') is not null as begun",
  )
  if (rows[0]?.seeded) return 'seeded'
  return rows[0]?.begun ? 'half seeded' : 'empty'
}

const markSeeded = (pool: pg.Pool, scale: Scale): Promise<unknown> =>
  // The scale holds nothing but names and numbers of ours; a statement that creates takes no parameters.
  pool.query(`create table bench.seeded as select '${JSON.stringify(scale)}'::text as scale`)

/** Changes with everything that the rows or the tables come from. */
const keyOf = (scale: Scale): string => `${scale.images}_${hashOf([JSON.stringify(scale)])}_${sourceHash()}`

/** What every scale is made with. */
const sourceHash = (): string =>
  hashOf([
    ...seedFiles().map(({ text }) => text),
    ...readdirSync(migrationsFolder)
      .sort()
      .map(name => name + readFileSync(join(migrationsFolder, name), 'utf8')),
  ])

const hashOf = (texts: readonly string[]): string => {
  const hash = createHash('sha256')
  for (const text of texts) hash.update(text)
  return hash.digest('hex').slice(0, 8)
}

/** Removes what was kept for migrations or a seed that are no longer these: gigabytes that no run would use again. */
const removeOutdated = async (): Promise<void> => {
  // What other benchmarks keep there has another name.
  const names = existsSync(dataFolder) ? readdirSync(dataFolder).filter(name => /^\d/.test(name)) : []
  for (const name of names) {
    const isInUse = existsSync(join(dataFolder, name, 'postgres', 'postmaster.pid'))
    if (!name.endsWith(`_${sourceHash()}`) && !isInUse) {
      await rm(join(dataFolder, name), { recursive: true, force: true })
    }
  }
}
