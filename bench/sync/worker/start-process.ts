import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as delay } from 'node:timers/promises'
import { asNpmRunsIt } from '../../process/as-npm-runs-it.ts'
import type { Sandbox } from '../sandbox/sandbox.ts'
import type { BenchDatabase } from './database.ts'

export type WorkerSettings = Readonly<Record<string, string>>

export type Stoppable = { stop(): Promise<void> }
export type Served = Stoppable & { readonly url: string }

const bin = resolve(import.meta.dirname, '../../../src/bin')

/** One of amigraph's own programs, started as its npm script does, with nothing of this machine's settings. */
export const startProgram = (file: string, database: BenchDatabase, settings: WorkerSettings): ChildProcess =>
  spawn(process.execPath, [...asNpmRunsIt(file.replace('.ts', '')), resolve(bin, file)], {
    // Where no .env is.
    cwd: tmpdir(),
    stdio: ['ignore', 'ignore', 'pipe'],
    env: {
      PATH: process.env['PATH'],
      HOME: tmpdir(),
      NODE_ENV: 'production',
      DATABASE_URL: database.url,
      LOG_LEVEL: 'error',
      LOG_FORMAT: 'json',
      ...settings,
    },
  })

/** The sandbox as if it were AWS, asked only for what is asked for. */
export const awsOf = ({ url, homeRegion, credentials }: Sandbox): WorkerSettings => ({
  AMIGRAPH_AWS: 'organization',
  AMIGRAPH_SYNC_SCHEDULE: '0 0 1 1 *',
  AWS_ENDPOINT_URL: url,
  AWS_REGION: homeRegion,
  AWS_ACCESS_KEY_ID: credentials.accessKeyId,
  AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
  AWS_EC2_METADATA_DISABLED: 'true',
})

/** Another worker, that takes part in whatever there is to do; returns once it takes jobs. */
export const startWorker = async (
  sandbox: Sandbox,
  database: BenchDatabase,
  settings: WorkerSettings,
): Promise<Stoppable & { readonly pid: number }> => {
  const child = startProgram('worker.ts', database, { ...awsOf(sandbox), ...settings, LOG_LEVEL: 'info' })
  await saying(child, /the worker takes jobs/)
  return { pid: child.pid ?? 0, stop: () => stop(child) }
}

/** The API over the database. */
export const startApi = async (database: BenchDatabase): Promise<Served> => {
  const child = startProgram('serve.ts', database, { PORT: '0', LOG_LEVEL: 'info', AMIGRAPH_AUDIT_LOG: 'off' })
  const [, url = ''] = await saying(child, /the API is at (http:[^"]*)\/graphql/)
  return { url, stop: () => stop(child) }
}

/** What it says, once it says it; what else it says goes to stderr where it is not JSON, as errors do. */
const saying = async (child: ChildProcess, pattern: RegExp): Promise<RegExpExecArray> => {
  if (child.stderr === null) throw new Error('Its log cannot be read')
  const lines = createInterface(child.stderr)
  return new Promise((resolve, reject) => {
    lines.on('line', line => {
      const found = pattern.exec(line)
      if (found) resolve(found)
      else if (!line.startsWith('{')) process.stderr.write(`${line}\n`)
    })
    child.once('exit', code => reject(new Error(`${child.spawnargs.at(-1)} ended with ${code}`)))
  })
}

const stop = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  const impatient = new AbortController()
  await Promise.race([ended, delay(15_000, undefined, { signal: impatient.signal }).catch(() => {})])
  impatient.abort()
  if (child.exitCode === null) child.kill('SIGKILL')
}
