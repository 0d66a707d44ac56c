import { setTimeout as delay } from 'node:timers/promises'
import type { Queryable } from '../../../src/db/pool.ts'
import { cpuSeconds } from '../../process/process-usage.ts'

const patienceMs = 30_000
const intervalMs = 50

/**
 * Waits until a contestant has nothing left to do. A run ends with requests under way whose answers nobody waits for;
 * they must not be worked on while the next contestant runs.
 */
export const settle = async (pid: number, database: Queryable): Promise<void> => {
  const deadline = performance.now() + patienceMs
  let used = cpuSeconds(pid)
  for (let quiet = 0; quiet < 2; ) {
    await delay(intervalMs)
    const now = cpuSeconds(pid)
    const isQuiet = !isBusy(used, now) && (await activeStatements(database)) === 0
    quiet = isQuiet ? quiet + 1 : 0
    used = now
    if (performance.now() > deadline) throw new Error('A contestant was still busy 30 s after its run')
  }
}

/** More than a fifth of the interval was spent computing; an idle process wakes up now and then. */
const isBusy = (before: number | null, after: number | null): boolean =>
  before !== null && after !== null && (after - before) * 1000 > intervalMs / 5

const activeStatements = async (database: Queryable): Promise<number> => {
  const { rows } = await database.query<{ number: number }>(`
    select count(*)::int as number from pg_stat_activity
    where datname = current_database() and state = 'active' and pid <> pg_backend_pid()
      and backend_type = 'client backend'`)
  return rows[0]?.number ?? 0
}
