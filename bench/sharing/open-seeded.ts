import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { type Database, openDatabase } from '../../src/db/open-database.ts'
import { refreshShareProblems } from '../../src/db/share-problems/refresh-share-problems.ts'
import type { Progress } from '../figures/progress.ts'
import type { Scale } from './options.ts'

const folder = join(import.meta.dirname, 'seed')

export type Seeded = {
  readonly database: Database
  /** Seconds that finding the share problems took */
  readonly refreshSeconds: number
  close(): Promise<void>
}

/** A database of its own with an organization of this scale; removed when it is closed. */
export const openSeeded = async (scale: Scale, serverUrl: string | null, progress: Progress): Promise<Seeded> => {
  const dataDir = await mkdtemp(join(tmpdir(), 'amigraph-sharing-'))
  const name = `amigraph_sharing_${process.pid}_${scale.images}`
  if (serverUrl !== null) await run(serverUrl, `create database ${name}`)
  const database = await openDatabase(
    {
      url: serverUrl && Object.assign(new URL(serverUrl), { pathname: `/${name}` }).href,
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
    await rm(dataDir, { recursive: true, force: true })
    if (serverUrl !== null) await run(serverUrl, `drop database if exists ${name} with (force)`)
  }
  try {
    await seed(database.pool, scale, progress)
    progress.say('finding share problems')
    const begun = performance.now()
    await refreshShareProblems(database.pool)
    await database.pool.query('vacuum (analyze)')
    return { database, refreshSeconds: (performance.now() - begun) / 1000, close }
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

const seed = async (pool: pg.Pool, scale: Scale, progress: Progress): Promise<void> => {
  for (const file of (await readdir(folder)).sort()) {
    progress.say(`seeding ${scale.images} images: ${file}`)
    const text = await readFile(join(folder, file), 'utf8')
    const numbers: Record<string, number> = { ...scale }
    await pool.query(text.replace(/(?<![:\w]):([a-z]+)\b/g, (whole, name: string) => String(numbers[name] ?? whole)))
  }
  await pool.query('vacuum (analyze)')
}
