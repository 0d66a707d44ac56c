import { run, Logger as WorkerLogger } from 'graphile-worker'
import type { Pool } from '../db/pool.ts'
import type { Logger } from '../telemetry/logger.ts'

export type ScheduleOptions = {
  pool: Pool
  /** Five cron fields, UTC */
  schedule: string
  /** One sync over the organization */
  sync: () => Promise<void>
  logger: Logger
}

export type Schedule = {
  /** Takes no further job; waits for the one under way */
  stop(): Promise<void>
}

/**
 * Runs the sync on its schedule. Jobs live in the database: of several workers one takes each, and a second sync never
 * begins while one is running.
 */
export async function startSchedule({ pool, schedule, sync, logger }: ScheduleOptions): Promise<Schedule> {
  const runner = await run({
    pgPool: pool,
    concurrency: 1,
    noHandleSignals: true,
    crontab: `${schedule} sync ?id=sync&queue=sync&jobKey=sync&max=3`,
    taskList: { sync },
    logger: workerLogger(logger),
  })
  // The job's own failure is logged by the worker; this is the runner giving up.
  runner.promise.catch(error => logger.error({ err: error }, 'the schedule ended'))
  return { stop: () => runner.stop() }
}

const levels = { error: 'error', warning: 'warn', info: 'debug', debug: 'trace' } as const

function workerLogger(logger: Logger): WorkerLogger {
  return new WorkerLogger(scope => (level, message, meta) => {
    const { error } = (meta ?? {}) as { error?: unknown }
    logger[levels[level]]({ ...(error === undefined ? {} : { err: error }), job: scope.taskIdentifier }, message)
  })
}
