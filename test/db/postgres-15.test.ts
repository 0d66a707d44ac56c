import { spawnSync } from 'node:child_process'
import { chownSync, existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { dirname, join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { processEnvironment } from '../../src/config/env.ts'
import { launchServer } from '../../src/db/embedded/server-process.ts'
import { findServerUser } from '../../src/db/embedded/server-user.ts'
import { openDatabase } from '../../src/db/open-database.ts'
import { eventually } from '../support/eventually.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

/** The oldest supported server, where this machine has one: PG15_BIN or Debian's place for it. */
const bin = processEnvironment().PG15_BIN ?? '/usr/lib/postgresql/15/bin'
const binaries = { initdb: join(bin, 'initdb'), postgres: join(bin, 'postgres'), version: '15' }

const initialise = (folder: string) => {
  const cluster = join(folder, 'cluster')
  const passwordFile = join(folder, 'password')
  const user = findServerUser(cluster, [folder, dirname(binaries.postgres)])
  mkdirSync(cluster)
  writeFileSync(passwordFile, 'secret\n')
  if (user.owner) {
    for (const path of [folder, cluster, passwordFile]) chownSync(path, user.owner.uid, user.owner.gid)
  }
  const [command = '', ...rest] = [
    ...user.prefix,
    binaries.initdb,
    '-D',
    cluster,
    '-U',
    'amigraph',
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    '--no-sync',
  ]
  const { status, stderr } = spawnSync(command, rest, { ...user.spawnAs, cwd: '/', encoding: 'utf8' })
  expect(stderr).not.toContain('error')
  expect(status).toBe(0)
  return { cluster, user }
}

const freePort = async () => {
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise(resolve => server.once('listening', resolve))
  const { port } = server.address() as { port: number }
  await new Promise(resolve => server.close(resolve))
  return port
}

describe.skipIf(!existsSync(binaries.postgres))('PostgreSQL 15', () => {
  test('migrates, answers, goes away and comes back', async () => {
    const { cluster, user } = initialise(temporaryFolder())
    const port = await freePort()
    const launch = () => launchServer({ cluster, binaries, user, port, durable: false, onLine: () => {} })
    let server = await launch()
    onTestFinished(() => server.stop())
    const log: string[] = []
    const database = await openDatabase(
      {
        url: `postgres://amigraph:secret@127.0.0.1:${port}/postgres`,
        replicaUrl: null,
        poolSize: 2,
        statementTimeoutSeconds: 5,
        waitSeconds: 10,
        dataDir: '/nowhere',
      },
      { applicationName: 'amigraph test', onLog: (_level, message) => void log.push(message) },
    )
    onTestFinished(database.close)
    expect(database.kind).toBe('external')
    const tables = "select count(*) from pg_tables where schemaname = 'amigraph'"
    const before = await database.readPool.query(tables)
    await server.stop()
    await expect(database.readPool.query(tables)).rejects.toThrow()
    server = await launch()
    const after = await eventually(() => database.readPool.query(tables))
    expect(after.rows).toEqual(before.rows)
    expect(log.join('\n')).toContain('Migrated: 0001_facts')
  })
})
