import { EventEmitter } from 'node:events'
import { setTimeout as delay } from 'node:timers/promises'
import { parseCronItems, run, type TaskList, type WorkerEvents, Logger as WorkerLogger } from 'graphile-worker'
import pLimit from 'p-limit'
import { retry } from '../db/retry.ts'
import { refreshShareProblems } from '../db/share-problems/refresh-share-problems.ts'
import { releaseDeadWorkers } from '../db/source-jobs/release-dead-workers.ts'
import { takeUpUnheardJobs } from '../db/source-jobs/take-up-unheard-jobs.ts'
import { isRunUnderWay } from '../db/sync-runs/is-run-under-way.ts'
import type { Place } from '../domain/source.ts'
import type { Logger } from '../telemetry/logger.ts'
import { startRun } from './start-run.ts'
import { databaseRetries, type SyncContext } from './sync-context.ts'
import { visit } from './visit.ts'

/** Kinds of source that are read at the same times. */
export type KindSchedule = {
  /** Five cron fields, UTC */
  schedule: string
  kinds: readonly string[]
}

export type WorkerOptions = {
  /** None: it only does what is in the queue */
  schedules: readonly KindSchedule[]
  /** How often it looks for what the queue did not announce: jobs whose time has come */
  pollMilliseconds?: number
  /** How long a worker that nobody hears of keeps what it took, and how often is looked for such */
  deadSeconds?: number
}

export type Worker = {
  /** Takes no further job, and resolves when none is under way; those that were given up are in the queue again */
  stop(): Promise<void>
}

/**
 * Takes jobs of the sync until it is stopped. Any number of workers share a database; one that breaks, as when the
 * database was away for too long, is begun again.
 */
export async function startWorker(context: SyncContext, options: WorkerOptions): Promise<Worker> {
  const { logger } = context
  const stopping = new AbortController()
  const jobIds = new Set<string>()
  const begin = () => retry(databaseRetries, () => runQueue(context, options, jobIds))
  let queue = await begin()
  const going = (async () => {
    for (;;) {
      await queue.ended
      if (stopping.signal.aborted) return
      logger.error('the worker broke off, and begins again')
      queue = await begin()
    }
  })()
  going.catch(error => logger.error({ err: error }, 'the worker could not go on'))
  const sweeping = sweep(context, options.deadSeconds ?? 20, jobIds, stopping.signal)
  return {
    async stop() {
      stopping.abort()
      await queue.stop()
      await Promise.allSettled([going, sweeping])
    },
  }
}

type Queue = {
  /** No job is taken any more. Some may be under way: they are done, or end up in the queue again */
  ended: Promise<unknown>
  stop(): Promise<void>
}

async function runQueue(
  context: SyncContext,
  { schedules, pollMilliseconds = 2_000 }: WorkerOptions,
  jobIds: Set<string>,
): Promise<Queue> {
  const { pool, concurrency, logger } = context
  const events = listenTo(context, jobIds)
  // The runner's own promise does not settle where more than one job could not be ended.
  const deactivated = new Promise(resolve => events.once('pool:gracefulShutdown', resolve))
  const runner = await run({
    pgPool: pool,
    concurrency,
    noHandleSignals: true,
    pollInterval: pollMilliseconds,
    parsedCronItems: parseCronItems(
      schedules.map(({ schedule, kinds }) => ({
        task: 'plan',
        match: schedule,
        identifier: `plan ${kinds.join(' ')}`,
        payload: { kinds },
        options: { jobKey: `plan/${kinds.join('/')}`, maxAttempts: 3, priority: -1 },
      })),
    ),
    taskList: tasks(context),
    events,
    logger: workerLogger(logger),
    // In batches also where one: only then does a database that is away at the end of a job not end the process.
    preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
  })
  const broken = runner.promise.catch(error => logger.error({ err: error }, 'the queue could not be read any further'))
  return {
    ended: Promise.race([broken, deactivated]),
    stop: () => runner.stop().catch(() => {}),
  }
}

/** Has `jobIds` be those of the jobs under way. */
function listenTo({ places, logger }: SyncContext, jobIds: Set<string>): WorkerEvents {
  const events: WorkerEvents = new EventEmitter()
  const unknown = (error: unknown) => logger.warn({ err: error }, 'the worker could not make itself known')
  events.on('pool:create', ({ workerPool: { id } }) => void places.live(id).catch(unknown))
  // One that broke off leaves what it had to the next: what is still under way holds its place until it ends.
  events.on('pool:gracefulShutdown', ({ workerPool: { id } }) => void places.gone(id).catch(() => {}))
  events.on('job:start', ({ job }) => jobIds.add(job.id))
  events.on('job:complete', ({ job }) => jobIds.delete(job.id))
  return events
}

function tasks(context: SyncContext): TaskList {
  const limit = pLimit(context.concurrency)
  return {
    async plan(payload) {
      const { kinds } = payload as { kinds: string[] }
      await startRun(context, 'SCHEDULE', kinds)
    },
    visit: (payload, { job }) => visit(context, limit, payload as Place, job.priority),
  }
}

/**
 * What a process that died left behind: its jobs in the queue, and runs whose last job was its. And what this one had in
 * the queue when its connections broke.
 */
async function sweep(
  context: SyncContext,
  seconds: number,
  jobIds: ReadonlySet<string>,
  signal: AbortSignal,
): Promise<void> {
  const { workerNames } = context.places
  while (!signal.aborted) {
    try {
      await context.places.confirm()
      await takeUpUnheardJobs(context.statements, seconds, { workerNames, jobIds })
      await releaseDeadWorkers(context.statements, seconds)
      await context.advanceRuns()
      await settleBetweenRuns(context, signal)
    } catch (error) {
      context.logger.warn({ err: error }, 'what dead workers left could not be looked for')
    }
    await delay(seconds * 1000, undefined, { signal, ref: false }).catch(() => {})
  }
}

/** What events changed. While a run is under way half of what decides a problem may be new, and half old. */
async function settleBetweenRuns({ pool, statements }: SyncContext, signal: AbortSignal): Promise<void> {
  if (await isRunUnderWay(statements)) return
  await refreshShareProblems(pool, { retries: databaseRetries, signal })
}

const levels = { error: 'error', warning: 'warn', info: 'debug', debug: 'trace' } as const

/** A pool that is smaller than the concurrency slows jobs that hold a connection each; a visit waits for AWS, and holds none. */
const poolWarning = 'WARNING: having maxPoolSize'

function workerLogger(logger: Logger): WorkerLogger {
  return new WorkerLogger(scope => (level, message, meta) => {
    const { error } = (meta ?? {}) as { error?: unknown }
    logger[message.startsWith(poolWarning) ? 'debug' : levels[level]](
      { ...(error === undefined ? {} : { err: error }), job: scope.taskIdentifier },
      message,
    )
  })
}
