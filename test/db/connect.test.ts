import { expect, inject, onTestFinished, test } from 'vitest'
import { waitForServer } from '../../src/db/connect.ts'
import { startEmbeddedServer } from '../../src/db/embedded/embedded-server.ts'
import { createPool } from '../../src/db/pool.ts'
import { createBareDatabase } from '../support/database.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const open = (url: string) => {
  const pool = createPool({ url, poolSize: 1 }, { applicationName: 'connect test' })
  onTestFinished(() => pool.end())
  return pool
}

const wait = (url: string, waitSeconds = 0) => waitForServer(open(url), { server: 'the server', waitSeconds })

const changed = (change: (url: URL) => void) => {
  const url = new URL(inject('testServer').url)
  change(url)
  return url.href
}

test('a server that is there is good at once', async () => {
  await wait(inject('testServer').url)
})

test('a server that is away at start is waited for', async () => {
  const options = { dataDir: temporaryFolder(), durable: false }
  const first = await startEmbeddedServer(options)
  await first.close()
  const heard: string[] = []
  let started: ReturnType<typeof startEmbeddedServer> | undefined
  const onRetry = (message: string) => {
    heard.push(message)
    started ??= startEmbeddedServer(options)
  }
  await waitForServer(open(first.url), { server: 'the server', waitSeconds: 30, onRetry })
  onTestFinished(async () => (await started)?.close())
  expect(heard[0]).toMatch(
    /^PostgreSQL at the server does not answer \(connect ECONNREFUSED .*\); next attempt in 0\.\d s$/,
  )
})

test('the patience has an end, and the message says what to check', async () => {
  const url = changed(url => {
    url.port = '1'
  })
  await expect(wait(url, 0.3)).rejects.toMatchObject({
    name: 'DatabaseError',
    code: 'UNREACHABLE',
    message: expect.stringMatching(/did not answer within 0.3 s .*DATABASE_URL/),
  })
})

test('a stop ends the waiting', async () => {
  const stop = new AbortController()
  const onRetry = () => stop.abort()
  const url = changed(url => {
    url.port = '1'
  })
  const waiting = waitForServer(open(url), { server: 'x', waitSeconds: 3600, onRetry, signal: stop.signal })
  await expect(waiting).rejects.toMatchObject({ name: 'AbortError' })
})

test('a wrong password is final', async () => {
  const url = changed(url => {
    url.password = 'wrong'
  })
  await expect(wait(url, 3600)).rejects.toMatchObject({ code: 'AUTHENTICATION_FAILED' })
})

test('a missing database is final', async () => {
  const url = changed(url => {
    url.pathname = '/no_such_database'
  })
  await expect(wait(url, 3600)).rejects.toMatchObject({
    code: 'DATABASE_MISSING',
    message: expect.stringContaining('no_such_database'),
  })
})

test('a server older than PostgreSQL 15 is final', async () => {
  // The real query on a real server, which is made to say that it is an old one.
  const { url, pool, drop } = await createBareDatabase()
  onTestFinished(drop)
  await pool.query(`
    create schema old;
    create function old.current_setting(text) returns text language sql
      as $$ select case $1 when 'server_version_num' then '140012' else '14.12' end $$;
  `)
  const disguised = new URL(url)
  disguised.searchParams.set('options', '-c search_path=old,pg_catalog')
  await expect(wait(disguised.href, 3600)).rejects.toMatchObject({
    code: 'SERVER_TOO_OLD',
    message: expect.stringContaining('version 14.12; amigraph needs 15 or newer'),
  })
})
