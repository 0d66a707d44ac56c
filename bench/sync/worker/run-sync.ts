import { once } from 'node:events'
import { setTimeout as delay } from 'node:timers/promises'
import { cpuSeconds, peakMemory } from '../../process/process-usage.ts'
import type { Sandbox } from '../sandbox/sandbox.ts'
import type { BenchDatabase } from './database.ts'
import { awsOf, startProgram, type WorkerSettings } from './start-process.ts'

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

const watchMs = 200

/** One sync as `npm run sync` does it, of the sandbox as if it were AWS. */
export const runSync = async (
  sandbox: Sandbox,
  database: BenchDatabase,
  settings: WorkerSettings,
): Promise<SyncRun> => {
  const child = startProgram('sync.ts', database, { ...awsOf(sandbox), ...settings })
  let memory: number | null = null
  let cpu: number | null = null
  child.stderr?.pipe(process.stderr)
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
     from amigraph.sync_runs where finished_at is not null and reason = 'COMMAND' order by sync_run_id desc limit 1`,
  )
  if (run === undefined) throw new Error('The sync left no run behind')
  return { ...run, peakMemory: memory, cpuSeconds: cpu }
}
