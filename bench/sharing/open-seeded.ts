import { createHash } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import pg from 'pg'
import { type Database, openDatabase } from '../../src/db/open-database.ts'
import type { Progress } from '../figures/progress.ts'
import type { Options, Scale } from './options.ts'

const folder = join(import.meta.dirname, 'seed')
const migrationsFolder = resolve(import.meta.dirname, '../../migrations')
const keptFolder = resolve(import.meta.dirname, '../.data')

export type Seeded = { readonly database: Database; close(): Promise<void> }

/** A database with an organization of this scale; removed when it is closed, unless it is to be kept. */
export const openSeeded = async (
  scale: Scale,
  { databaseUrl, keep }: Pick<Options, 'databaseUrl' | 'keep'>,
  progress: Progress,
): Promise<Seeded> => {
  const key = await keyOf(scale)
  const name = `amigraph_sharing_${key}${keep ? '' : `_${process.pid}`}`
  const dataDir = keep ? join(keptFolder, `sharing_${key}`) : await mkdtemp(join(tmpdir(), 'amigraph-sharing-'))
  if (databaseUrl !== null) await create(databaseUrl, name)
  const database = await openDatabase(
    {
      url: databaseUrl && Object.assign(new URL(databaseUrl), { pathname: `/${name}` }).href,
      replicaUrl: null,
      poolSize: 2,
      statementTimeoutSeconds: 0,
      waitSeconds: 10,
      dataDir,
    },
    { applicationName: 'amigraph bench', onLog: () => {} },
  )
  const close = async () => {
    await database.close()
    if (keep) return
    await rm(dataDir, { recursive: true, force: true })
    if (databaseUrl !== null) await run(databaseUrl, `drop database if exists ${name} with (force)`)
  }
  try {
    await seed(database.pool, scale, progress)
    return { database, close }
  } catch (error) {
    await close()
    throw error
  }
}

const run = async (url: string, statement: string) => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(statement).finally(() => client.end())
}

const create = (url: string, name: string) =>
  run(url, `create database ${name}`).catch((error: { code?: string }) => {
    // It was kept by an earlier run.
    if (error.code !== '42P04') throw error
  })

/** All or nothing: what was seeded by an earlier run is used as it is. */
const seed = async (pool: pg.Pool, scale: Scale, progress: Progress): Promise<void> => {
  const client = await pool.connect()
  try {
    const { rows } = await client.query<{ seeded: boolean }>("select to_regclass('bench_seeded') is not null as seeded")
    if (rows[0]?.seeded) return progress.say(`using the ${scale.images} images of an earlier run`)
    // As where sources are read for the first time: nothing of it is a change.
    await client.query("begin; set local amigraph.is_first_reading = 'true'")
    for (const { name, text } of await seedFiles()) {
      progress.say(`seeding ${scale.images} images: ${name}`)
      const numbers: Record<string, number> = { ...scale }
      await client.query(text.replace(/(?<![:\w]):([a-z]+)\b/g, (whole, word: string) => String(numbers[word] ?? whole)))
    }
    await client.query('create table bench_seeded (); commit')
    await client.query('vacuum (analyze)')
  } finally {
    client.release()
  }
}

const seedFiles = () => textsOf(folder)

const textsOf = async (path: string) =>
  Promise.all(
    (await readdir(path)).sort().map(async name => ({ name, text: await readFile(join(path, name), 'utf8') })),
  )

/** Changes with everything that the rows and the tables come from. */
const keyOf = async (scale: Scale): Promise<string> => {
  const hash = createHash('sha256').update(JSON.stringify(scale))
  for (const { text } of [...(await seedFiles()), ...(await textsOf(migrationsFolder))]) hash.update(text)
  return `${scale.images}_${hash.digest('hex').slice(0, 8)}`
}
