import { AwsFailure } from '../aws/aws-failure.ts'
import { beginWrite } from '../db/coverage/begin-write.ts'
import { recordFailure } from '../db/coverage/record-failure.ts'
import { recordSuccess } from '../db/coverage/record-success.ts'
import type { PoolClient } from '../db/pool.ts'
import { isRetryable } from '../db/retryable.ts'
import { endSourceJob } from '../db/source-jobs/end-source-job.ts'
import { postponeSourceJob } from '../db/source-jobs/postpone-source-job.ts'
import type { SourceJob } from '../db/source-jobs/source-job.ts'
import { inTransaction } from '../db/transaction.ts'
import { retryDelay } from '../domain/retry-delay.ts'
import type { Source } from '../domain/source.ts'
import type { Collected, Collector } from './collector.ts'
import { planWhatFollows } from './plan-what-follows.ts'
import { databaseRetries, type SyncContext } from './sync-context.ts'
import { SyncInterrupted } from './sync-interrupted.ts'

export type SourceResult = {
  source: Source
  /** null: it was read completely */
  failure: AwsFailure | null
  rowsChanged: number
  /** Requests made to AWS, retries included */
  calls: number
  callsAvoided: number
  /** From when it began to when it was written */
  seconds: number
}

/** What clients of the API see of a defect of ours; the reason is in the log. */
const defects = {
  ReadFailed: 'What AWS answered could not be understood; the log of this time has the reason',
  WriteFailed: 'What AWS answered could not be written; the log of this time has the reason',
}

/**
 * Reads the source of a job and writes it in one transaction, with its coverage, and ends the job with it. A failure of
 * AWS leaves the last rows and is recorded (R20), and the job waits for another attempt; it does not throw. Throws only
 * where the database cannot be written, or `signal` aborts; then the job is as if nobody had begun it.
 */
export async function syncSource<Facts>(
  context: SyncContext,
  job: SourceJob,
  collector: Collector<Facts>,
  signal: AbortSignal,
): Promise<SourceResult> {
  const { accountId, region, kind } = job
  const source: Source = { accountId, region, kind }
  const startedAt = performance.now()
  const observedAt = await context.now()
  const { result: read, calls } = await context.calls.during(() =>
    collect(context, job, { collector, source, observedAt, signal }),
  )
  const callsAvoided = read instanceof AwsFailure ? 0 : (read.callsAvoided ?? 0)
  const ended = (failure: AwsFailure | null, rowsChanged: number): SourceResult => {
    const seconds = (performance.now() - startedAt) / 1000
    return { source, failure, rowsChanged, calls, callsAvoided, seconds }
  }
  if (read instanceof AwsFailure) {
    await fail(context, job, observedAt, read)
    return ended(read, 0)
  }
  try {
    const rowsChanged = await write(context, job, { collector, source, observedAt, signal }, read)
    return ended(read.incomplete, rowsChanged)
  } catch (error) {
    if (error instanceof SyncInterrupted || isRetryable(error)) throw error
    const failure = defect(context, source, 'WriteFailed', error)
    await fail(context, job, observedAt, failure)
    return ended(failure, 0)
  } finally {
    await read.release?.()
  }
}

type Reading<Facts> = { collector: Collector<Facts>; source: Source; observedAt: Date; signal: AbortSignal }

/** What was read, or why it could not be. Does not wait for calls under way when it is interrupted. */
async function collect<Facts>(
  context: SyncContext,
  { asked }: SourceJob,
  { collector, source, observedAt, signal }: Reading<Facts>,
): Promise<Collected<Facts> | AwsFailure> {
  const { aws, statements, spreading, sharedReferenceCalls } = context
  const given = { aws, statements, source, observedAt, asked, spreading, sharedReferenceCalls, signal }
  const reading = collector.collect(given)
  try {
    return await unless(signal, reading)
  } catch (error) {
    // A stop breaks connections: what then fails says nothing of AWS.
    if (signal.aborted) {
      reading.then(collected => collected.release?.()).catch(() => {})
      throw new SyncInterrupted()
    }
    if (error instanceof AwsFailure) return error
    if (isRetryable(error)) throw error
    return defect(context, source, 'ReadFailed', error)
  }
}

async function write<Facts>(
  context: SyncContext,
  job: SourceJob,
  { collector, source, observedAt, signal }: Reading<Facts>,
  { facts, incomplete }: Collected<Facts>,
): Promise<number> {
  return inTransaction(
    context.pool,
    async client => {
      // Done again after a lost connection, which may have been the one that held the place.
      if (signal.aborted) throw new SyncInterrupted()
      let rowsChanged = 0
      if (await beginWrite(client, source, observedAt)) {
        rowsChanged = await collector.write(client, source, facts)
        if (incomplete === null)
          await recordSuccess(client, source, observedAt, context.freshUntil(source.kind, observedAt))
      }
      const isWanted =
        incomplete === null ? await endSourceJob(client, job) : await endFailed(client, job, observedAt, incomplete)
      if (isWanted) await planWhatFollows(context, client, job, incomplete)
      return rowsChanged
    },
    { retries: databaseRetries },
  )
}

async function fail(context: SyncContext, job: SourceJob, attemptedAt: Date, failure: AwsFailure): Promise<void> {
  await inTransaction(
    context.pool,
    async client => {
      if (await endFailed(client, job, attemptedAt, failure)) await planWhatFollows(context, client, job, failure)
    },
    { retries: databaseRetries },
  )
}

/** Leaves the job for another attempt where one can help, and records the failure. False where the job is gone. */
async function endFailed(client: PoolClient, job: SourceJob, attemptedAt: Date, failure: AwsFailure): Promise<boolean> {
  const { accountId, region, kind } = job
  const delay = retryDelay(failure.class, job.failures + 1)
  const isWanted = await (delay === null ? endSourceJob(client, job) : postponeSourceJob(client, job, delay))
  if (isWanted) await recordFailure(client, [{ accountId, region, kind }], attemptedAt, failure)
  return isWanted
}

function defect({ logger }: SyncContext, source: Source, code: keyof typeof defects, error: unknown): AwsFailure {
  logger.error({ err: error, source }, `${code}: ${defects[code]}`)
  return new AwsFailure(code, defects[code], 'final', error)
}

/** The work, or SyncInterrupted as soon as the signal aborts. */
async function unless<Result>(signal: AbortSignal, work: Promise<Result>): Promise<Result> {
  let stop = (): void => {}
  const stopped = new Promise<never>((_, reject) => {
    stop = () => reject(new SyncInterrupted())
    if (signal.aborted) stop()
    signal.addEventListener('abort', stop)
  })
  try {
    return await Promise.race([work, stopped])
  } finally {
    signal.removeEventListener('abort', stop)
    work.catch(() => {})
    stopped.catch(() => {})
  }
}
