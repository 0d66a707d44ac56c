import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { expect, onTestFinished, test } from 'vitest'
import { DatabaseError } from '../../../src/db/database-error.ts'
import { type EmbeddedServer, startEmbeddedServer } from '../../../src/db/embedded/embedded-server.ts'
import { cacheMegabytes } from '../../../src/db/embedded/server-process.ts'
import { createPool, type Pool } from '../../../src/db/pool.ts'
import { eventually } from '../../support/eventually.ts'
import { isRoot, mount, resize } from '../../support/mount.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const start = async (dataDir: string, log: string[] = []): Promise<EmbeddedServer> => {
  const onLog = (_level: string, message: string) => void log.push(message)
  const server = await startEmbeddedServer({ dataDir, durable: false, onLog })
  onTestFinished(server.close)
  return server
}

const open = (url: string): Pool => {
  const pool = createPool({ url, poolSize: 2 }, { applicationName: 'embedded test' })
  onTestFinished(() => pool.end())
  return pool
}

const failure = async (dataDir: string) => {
  const error = await start(dataDir).then(
    () => undefined,
    (reason: unknown) => reason,
  )
  expect(error).toBeInstanceOf(DatabaseError)
  return error as DatabaseError
}

const settingsOf = (dataDir: string) => JSON.parse(readFileSync(join(dataDir, 'postgres.json'), 'utf8'))
const serverPid = (dataDir: string) =>
  Number(readFileSync(join(dataDir, 'postgres/postmaster.pid'), 'utf8').split('\n')[0])

/** Runs the server in another process; resolves when it is ready. */
const hold = async (dataDir: string): Promise<ChildProcess> => {
  const holder = spawn(process.execPath, [resolve(import.meta.dirname, 'hold-server.ts'), dataDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(holder, 'exit')
  onTestFinished(async () => {
    holder.kill('SIGTERM')
    await ended
  })
  await once(createInterface({ input: holder.stdout as NodeJS.ReadableStream }), 'line')
  return holder
}

test('a second start finds the data, the port and the password again', async () => {
  const dataDir = join(temporaryFolder(), 'made', 'when', 'missing')
  const first = await start(dataDir)
  const pool = createPool({ url: first.url, poolSize: 1 }, { applicationName: 'first' })
  await pool.query('create table kept as select 42 as answer')
  await pool.end()
  await first.close()
  const second = await start(dataDir)
  expect(second.url).toBe(first.url)
  expect((await open(second.url).query('select answer from kept')).rows).toEqual([{ answer: 42 }])
})

test('it is PostgreSQL 18, for this machine and whoever knows the password only', async () => {
  const dataDir = temporaryFolder()
  const { url } = await start(dataDir)
  const pool = open(url)
  const { rows } = await pool.query(`
    select current_setting('server_version_num')::int / 10000 as version,
      current_setting('listen_addresses') as addresses,
      current_setting('unix_socket_directories') as sockets,
      current_setting('server_encoding') as encoding,
      current_setting('timezone') as timezone
  `)
  expect(rows).toEqual([{ version: 18, addresses: '127.0.0.1', sockets: '', encoding: 'UTF8', timezone: 'UTC' }])
  expect(statSync(join(dataDir, 'postgres.json')).mode & 0o777).toBe(0o600)
  expect(statSync(join(dataDir, 'postgres')).mode & 0o777).toBe(0o700)
  const wrong = new URL(url)
  wrong.password = 'wrong'
  await expect(open(wrong.href).query('select')).rejects.toMatchObject({ code: '28P01' })
})

test('a port that somebody else took meanwhile is changed, and the data are there', async () => {
  const dataDir = temporaryFolder()
  await (await start(dataDir)).close()
  const { port, password } = settingsOf(dataDir)
  const other = createServer().listen(port, '127.0.0.1')
  await once(other, 'listening')
  onTestFinished(() => void other.close())
  const { url } = await start(dataDir)
  expect(settingsOf(dataDir)).toEqual({ port: Number(new URL(url).port), password })
  expect(settingsOf(dataDir).port).not.toBe(port)
})

test('a folder that another process uses is left to it', async () => {
  const dataDir = temporaryFolder()
  const holder = await hold(dataDir)
  const pid = serverPid(dataDir)
  const error = await failure(dataDir)
  expect(error).toMatchObject({ code: 'DATA_FOLDER_IN_USE' })
  expect(error.message).toContain(`process ${pid}`)
  expect(error.message).toContain('DATA_DIR')
  expect(holder.exitCode).toBeNull()
  expect(serverPid(dataDir)).toBe(pid)
})

test('of two that start on the same new folder one gets it and the other hears that it is in use', async () => {
  const dataDir = temporaryFolder()
  const results = await Promise.allSettled([start(dataDir), start(dataDir)])
  expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(results.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'DATA_FOLDER_IN_USE' } })
})

test('a folder of another PostgreSQL version is refused and left as it is', async () => {
  const dataDir = temporaryFolder()
  await (await start(dataDir)).close()
  writeFileSync(join(dataDir, 'postgres/PG_VERSION'), '15\n')
  const error = await failure(dataDir)
  expect(error).toMatchObject({ code: 'DATA_FOLDER_OTHER_VERSION' })
  expect(error.message).toMatch(/PostgreSQL 15.*18/)
  expect(readFileSync(join(dataDir, 'postgres/PG_VERSION'), 'utf8')).toBe('15\n')
})

test('a folder with something else in it is refused and left as it is', async () => {
  const dataDir = temporaryFolder()
  mkdirSync(join(dataDir, 'postgres'))
  writeFileSync(join(dataDir, 'postgres/precious.txt'), 'mine')
  expect(await failure(dataDir)).toMatchObject({ code: 'DATA_FOLDER_DAMAGED' })
  expect(readdirSync(join(dataDir, 'postgres'))).toEqual(['precious.txt'])
})

test('a password file that is damaged is not overwritten', async () => {
  const dataDir = temporaryFolder()
  writeFileSync(join(dataDir, 'postgres.json'), '{"port": 1')
  expect(await failure(dataDir)).toMatchObject({ code: 'DATA_FOLDER_DAMAGED' })
  expect(readFileSync(join(dataDir, 'postgres.json'), 'utf8')).toBe('{"port": 1')
})

test("a password that is not the server's is said, and the server is stopped again", async () => {
  const dataDir = temporaryFolder()
  await (await start(dataDir)).close()
  writeFileSync(join(dataDir, 'postgres.json'), JSON.stringify({ ...settingsOf(dataDir), password: 'other' }))
  expect(await failure(dataDir)).toMatchObject({ code: 'DATA_FOLDER_DAMAGED' })
  expect(readdirSync(join(dataDir, 'postgres'))).not.toContain('postmaster.pid')
})

test('a data folder that is a file is said', async () => {
  const file = join(temporaryFolder(), 'file')
  writeFileSync(file, '')
  expect(await failure(file)).toMatchObject({ code: 'DATA_FOLDER_NOT_WRITABLE' })
})

test.skipIf(isRoot)('a folder without the right to write is said', async () => {
  const dataDir = temporaryFolder()
  chmodSync(dataDir, 0o500)
  expect(await failure(dataDir)).toMatchObject({ code: 'DATA_FOLDER_NOT_WRITABLE' })
})

test.skipIf(!isRoot)('a read-only disk is said', async context => {
  const dataDir = temporaryFolder()
  if (!mount(dataDir, 'ro,size=1m')) return context.skip('may not mount')
  expect(await failure(dataDir)).toMatchObject({ code: 'DATA_FOLDER_NOT_WRITABLE' })
})

test.skipIf(!isRoot)('a full disk is said, nothing half-made stays, and with room it works', async context => {
  const dataDir = temporaryFolder()
  if (!mount(dataDir, 'size=20m')) return context.skip('may not mount')
  const error = await failure(dataDir)
  expect(error).toMatchObject({ code: 'DISK_FULL' })
  expect(error.message).toContain(dataDir)
  expect(readdirSync(dataDir)).toEqual(['postgres.json'])
  resize(dataDir, '400m')
  await start(dataDir)
})

test.skipIf(!isRoot)('a disk that fills up fails statements, not data', async context => {
  const dataDir = temporaryFolder()
  if (!mount(dataDir, 'size=160m')) return context.skip('may not mount')
  const { url } = await start(dataDir)
  const pool = open(url)
  await pool.query('create table kept as select 42 as answer')
  const fill = pool.query("create table filling as select repeat('x', 1000) from generate_series(1, 400000)")
  await expect(fill).rejects.toThrow()
  resize(dataDir, '800m')
  expect((await eventually(() => pool.query('select answer from kept'))).rows).toEqual([{ answer: 42 }])
})

test('a server that is killed is started again, and the pool recovers', async () => {
  const dataDir = temporaryFolder()
  const log: string[] = []
  const { url } = await start(dataDir, log)
  const pool = open(url)
  await pool.query('create table kept as select 42 as answer')
  process.kill(serverPid(dataDir), 'SIGKILL')
  await eventually(() => expect(log.join('\n')).toContain('stopped unexpectedly'))
  expect((await eventually(() => pool.query('select answer from kept'))).rows).toEqual([{ answer: 42 }])
  expect(log.join('\n')).toContain('runs again')
})

test('closing while it is being restarted leaves nothing running', async () => {
  const dataDir = temporaryFolder()
  const log: string[] = []
  const server = await start(dataDir, log)
  process.kill(serverPid(dataDir), 'SIGKILL')
  await eventually(() => expect(log.join('\n')).toContain('stopped unexpectedly'))
  await server.close()
  await (await start(dataDir)).close()
})

test('a kill -9 of the process that runs it stops it in order, and the next one goes on', async () => {
  const dataDir = temporaryFolder()
  const holder = await hold(dataDir)
  const pid = serverPid(dataDir)
  holder.kill('SIGKILL')
  const { url } = await start(dataDir)
  expect((await open(url).query('select 1 as one')).rows).toEqual([{ one: 1 }])
  expect(() => process.kill(pid, 0)).toThrow('ESRCH')
})

test.skipIf(process.platform !== 'linux')('a lock whose process ID another program has by now is stale', async () => {
  const dataDir = temporaryFolder()
  await (await start(dataDir)).close()
  const owner = statSync(join(dataDir, 'postgres'))
  const other = spawn('sleep', ['60'], isRoot ? { uid: owner.uid, gid: owner.gid } : {})
  onTestFinished(() => void other.kill())
  const lock = [other.pid, join(dataDir, 'postgres'), 1, settingsOf(dataDir).port, '', '127.0.0.1', '', 'ready', '']
  writeFileSync(join(dataDir, 'postgres/postmaster.pid'), lock.join('\n'))
  const log: string[] = []
  await start(dataDir, log)
  expect(log.join('\n')).toContain('Removed the lock')
})

test.skipIf(!isRoot || process.platform !== 'linux').each([
  ['that every user may enter', 0o711, '0000000000000000'],
  ['below one that only root may enter', 0o700, '0000000000000002'], // CAP_DAC_OVERRIDE
])(
  'as root the server is another user, with no right that it does not need: a folder %s',
  async (_what, mode, rights) => {
    const parent = temporaryFolder()
    chmodSync(parent, mode)
    const dataDir = join(parent, 'data')
    await start(dataDir)
    const status = readFileSync(`/proc/${serverPid(dataDir)}/status`, 'utf8')
    expect(status).not.toMatch(/^Uid:.*\b0\b/m)
    expect(status).toMatch(new RegExp(`^CapEff:\\t${rights}$`, 'm'))
  },
)

test.each([
  [512, 128],
  [4096, 512],
  [24_576, 2048],
])('of %i MB the server may take %i for what it has read', (machine, cache) => {
  expect(cacheMegabytes(machine)).toBe(cache)
})
