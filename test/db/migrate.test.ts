import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import pg from 'pg'
import { expect, onTestFinished, test } from 'vitest'
import { migrate } from '../../src/db/migrate.ts'
import { createBareDatabase, createTestDatabase, type TestDatabase } from '../support/database.ts'
import { eventually } from '../support/eventually.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const own = resolve(import.meta.dirname, '../../migrations')

const bare = async (): Promise<TestDatabase> => {
  const database = await createBareDatabase()
  onTestFinished(database.drop)
  return database
}

const folderOf = (migrations: Record<string, string>): string => {
  const folder = join(temporaryFolder(), 'migrations')
  mkdirSync(folder)
  for (const [name, sql] of Object.entries(migrations)) writeFileSync(join(folder, `${name}.sql`), sql)
  return folder
}

const applied = async ({ pool }: TestDatabase) =>
  (await pool.query<{ name: string }>('select name from amigraph.migrations order by id')).rows.map(({ name }) => name)

const first = '-- Up Migration\ncreate table amigraph.first (id int);\n-- Down Migration\ndrop table amigraph.first;\n'
const second =
  '-- Up Migration\ncreate table amigraph.second (id int);\n-- Down Migration\ndrop table amigraph.second;\n'

test('the own migrations run on an empty database, once', async () => {
  const database = await bare()
  const names = readdirSync(own)
    .filter(file => file.endsWith('.sql'))
    .map(file => file.replace('.sql', ''))
    .sort()
  expect(await migrate({ url: database.url })).toEqual(names)
  expect(await migrate({ url: database.url })).toEqual([])
  expect(await applied(database)).toEqual(names)
})

test('every table has a comment, in every schema of ours', async () => {
  const { pool, drop } = await createTestDatabase()
  onTestFinished(drop)
  const { rows } = await pool.query(`
    select relname from pg_class
    where relnamespace = 'amigraph'::regnamespace and relkind in ('r', 'p') and relname <> 'migrations'
      and not relispartition and obj_description(oid, 'pg_class') is null
  `)
  expect(rows).toEqual([])
})

test('only what is new runs, in order; other files in the folder are no migrations', async () => {
  const database = await bare()
  const directory = folderOf({ '0001_first': first })
  writeFileSync(join(directory, 'README.md'), '# not SQL')
  await migrate({ url: database.url, directory })
  writeFileSync(join(directory, '0002_second.sql'), second)
  expect(await migrate({ url: database.url, directory })).toEqual(['0002_second'])
  expect(await applied(database)).toEqual(['0001_first', '0002_second'])
})

test('many that start at once: one migrates, the others wait and find nothing to do', async () => {
  const database = await bare()
  const slow = `${first.replace('-- Down', 'select pg_sleep(0.3);\n-- Down')}`
  const directory = folderOf({ '0001_first': slow, '0002_second': second })
  const heard: string[] = []
  const onProgress = (message: string) => void heard.push(message)
  const runs = await Promise.all(Array.from({ length: 6 }, () => migrate({ url: database.url, directory, onProgress })))
  expect(runs.flat().sort()).toEqual(['0001_first', '0002_second'])
  expect(runs.filter(ran => ran.length > 0)).toHaveLength(1)
  expect(heard.filter(message => message.startsWith('Waiting for another process'))).toHaveLength(5)
  expect(await applied(database)).toEqual(['0001_first', '0002_second'])
})

test('one that is killed while it migrates leaves nothing behind, and the next one does it all', async () => {
  const database = await bare()
  const directory = folderOf({ '0001_first': `${first.replace('-- Down', 'select pg_sleep(60);\n-- Down')}` })
  const killed = migrate({ url: database.url, directory })
  const outcome = killed.catch((error: unknown) => error)
  await eventually(async () => {
    const { rowCount } = await database.pool.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where application_name = 'amigraph migrate' and query like '%pg_sleep%' and datname = current_database()`,
    )
    expect(rowCount).toBe(1)
  })
  expect(await outcome).toBeInstanceOf(Error)
  writeFileSync(join(directory, '0001_first.sql'), first)
  expect(await migrate({ url: database.url, directory })).toEqual(['0001_first'])
})

test('a migration that fails takes the whole run back, and the message says which statement', async () => {
  const database = await bare()
  const directory = folderOf({
    '0001_first': first,
    '0002_broken': '-- Up Migration\ncreate table amigraph.first (id int);\n',
  })
  await expect(migrate({ url: database.url, directory })).rejects.toMatchObject({
    code: 'MIGRATION_FAILED',
    message: expect.stringContaining('relation "first" already exists'),
  })
  expect(await applied(database)).toEqual([])
})

test('a database that a newer version migrated is refused and left as it is', async () => {
  const database = await bare()
  await migrate({ url: database.url, directory: folderOf({ '0001_first': first, '0002_second': second }) })
  await expect(migrate({ url: database.url, directory: folderOf({ '0001_first': first }) })).rejects.toMatchObject({
    code: 'SCHEMA_NEWER',
    message: expect.stringContaining('0002_second'),
  })
  expect(await applied(database)).toEqual(['0001_first', '0002_second'])
})

test('a migration that was slipped in before one that has run is refused', async () => {
  const database = await bare()
  await migrate({ url: database.url, directory: folderOf({ '0002_second': second }) })
  const directory = folderOf({ '0001_first': first, '0002_second': second })
  await expect(migrate({ url: database.url, directory })).rejects.toMatchObject({ code: 'SCHEMA_ORDER' })
})

test('a user that may not create anything is told what it needs', async () => {
  const database = await bare()
  const role = `reader_${Date.now()}`
  await database.pool.query(`create role ${role} login password 'reader'`)
  onTestFinished(async () => {
    const client = new pg.Client(database.url)
    await client.connect()
    await client.query(`drop role ${role}`)
    await client.end()
  })
  const url = new URL(database.url)
  url.username = role
  url.password = 'reader'
  await expect(migrate({ url: url.href, directory: own })).rejects.toMatchObject({
    code: 'PERMISSION_DENIED',
    message: expect.stringContaining('grant it CREATE'),
  })
})
