import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

/** `npm run worker` as a process of its own, once it takes jobs; `url` is where its metrics are. */
const startWorker = async () => {
  const { PATH, HOME } = process.env
  const child = spawn(process.execPath, [resolve(import.meta.dirname, '../../src/bin/worker.ts')], {
    cwd: temporaryFolder(),
    env: {
      ...{ PATH, HOME, DATABASE_URL: database.url, LOG_FORMAT: 'json', AMIGRAPH_METRICS_PORT: '0' },
      ...{ AMIGRAPH_SANDBOX_ACCOUNTS: '2' },
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  const ended = once(child, 'exit').then(([code]) => code as number | null)
  for await (const line of createInterface(child.stderr)) {
    const { msg, metrics } = JSON.parse(line)
    if (msg !== 'the worker takes jobs') continue
    child.stderr.resume()
    return { child, ended, url: metrics as string }
  }
  throw new Error(`The worker ended with ${await ended}`)
}

it('says at /healthz that it runs, as long as it does', { timeout: 120_000 }, async () => {
  const { child, ended, url } = await startWorker()
  const health = new URL('/healthz', url)
  const answer = await fetch(health)
  expect([answer.status, answer.headers.get('content-type'), await answer.json()]).toEqual([
    200,
    'application/json',
    { status: 'ok' },
  ])
  expect((await fetch(health, { method: 'POST' })).status).toBe(404)
  child.kill('SIGTERM')
  expect(await ended).toBe(0)
  await expect(fetch(health)).rejects.toThrow()
})
