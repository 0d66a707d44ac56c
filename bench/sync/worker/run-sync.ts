import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { resolve } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { cpuSeconds, peakMemory } from '../../process/process-usage.ts'
import type { Sandbox } from '../sandbox/sandbox.ts'
import type { BenchDatabase } from './database.ts'

export type WorkerSettings = Readonly<Record<string, string>>

export type SyncRun = {
  /** From the run's begin to its end, as the database has them: without the start of the process */
  readonly seconds: number
  readonly sources: number
  readonly failedSources: number
  readonly rowsChanged: number
  /** Of the process, its start included; null where there is no /proc */
  readonly peakMemory: number | null
  readonly cpuSeconds: number | null
}

const bin = resolve(import.meta.dirname, '../../../src/bin')
const watchMs = 200

/** One sync as `npm run sync` does it, of the sandbox as if it were AWS. */
export const runSync = async (
  sandbox: Sandbox,
  database: BenchDatabase,
  settings: WorkerSettings,
): Promise<SyncRun> => {
  const child = start('sync.ts', sandbox, database, settings)
  let memory: number | null = null
  let cpu: number | null = null
  const ended = once(child, 'exit')
  while (child.exitCode === null && child.signalCode === null) {
    memory = peakMemory(child.pid ?? 0) ?? memory
    cpu = cpuSeconds(child.pid ?? 0) ?? cpu
    await Promise.race([ended, delay(watchMs)])
  }
  if (child.exitCode !== 0) throw new Error(`The sync ended with ${child.exitCode ?? child.signalCode}`)
  const [run] = await database.query<Omit<SyncRun, 'peakMemory' | 'cpuSeconds'>>(
    `select extract(epoch from finished_at - started_at)::float8 as seconds, sources,
       failed_sources as "failedSources", rows_changed::float8 as "rowsChanged"
     from amigraph.sync_runs where finished_at is not null order by sync_run_id desc limit 1`,
  )
  if (run === undefined) throw new Error('The sync left no run behind')
  return { ...run, peakMemory: memory, cpuSeconds: cpu }
}

/** Another worker beside it, that takes part in whatever there is to do; returns once it is connected. */
export const startWorker = async (
  sandbox: Sandbox,
  database: BenchDatabase,
  settings: WorkerSettings,
): Promise<{ stop(): Promise<void> }> => {
  const child = start('worker.ts', sandbox, database, settings)
  const isThere = async (): Promise<boolean> => {
    const rows = await database.query(
      `select from pg_stat_activity where application_name = 'amigraph worker' and datname = current_database()`,
    )
    return rows.length > 0
  }
  while (!(await isThere())) {
    if (child.exitCode !== null) throw new Error(`The worker ended with ${child.exitCode}`)
    await delay(watchMs)
  }
  return {
    async stop() {
      if (child.exitCode !== null) return
      const ended = once(child, 'exit')
      child.kill('SIGTERM')
      await ended
    },
  }
}

const start = (file: string, sandbox: Sandbox, database: BenchDatabase, settings: WorkerSettings) =>
  spawn(process.execPath, [resolve(bin, file)], {
    // Where no .env is.
    cwd: tmpdir(),
    stdio: ['ignore', 'ignore', 2],
    env: {
      PATH: process.env['PATH'],
      HOME: tmpdir(),
      NODE_ENV: 'production',
      DATABASE_URL: database.url,
      LOG_LEVEL: 'error',
      LOG_FORMAT: 'json',
      AMIGRAPH_AWS: 'organization',
      // Only what is asked for.
      AMIGRAPH_SYNC_SCHEDULE: '0 0 1 1 *',
      AWS_ENDPOINT_URL: sandbox.url,
      AWS_REGION: sandbox.homeRegion,
      AWS_ACCESS_KEY_ID: sandbox.credentials.accessKeyId,
      AWS_SECRET_ACCESS_KEY: sandbox.credentials.secretAccessKey,
      AWS_EC2_METADATA_DISABLED: 'true',
      ...settings,
    },
  })
