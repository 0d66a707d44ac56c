import { AwsFailure } from '../aws/aws-failure.ts'
import { databaseTime } from '../db/clock.ts'
import { beginWrite } from '../db/coverage/begin-write.ts'
import { planSources } from '../db/coverage/plan-sources.ts'
import { recordFailure } from '../db/coverage/record-failure.ts'
import { recordSuccess } from '../db/coverage/record-success.ts'
import { isRetryable } from '../db/retryable.ts'
import { inTransaction } from '../db/transaction.ts'
import type { Source } from '../domain/source.ts'
import type { Collected, Collector } from './collector.ts'
import { databaseRetries, type SyncContext } from './sync-context.ts'
import { SyncInterrupted } from './sync-interrupted.ts'

export type SourceResult = {
  source: Source
  /** null: it was read completely */
  failure: AwsFailure | null
  rowsChanged: number
}

/** What clients of the API see of a defect of ours; the reason is in the log. */
const writeFailed = 'What AWS answered could not be written; the log of this time has the reason'

/**
 * Reads one source and writes it in one transaction, with its coverage. A failure of AWS leaves the last rows and is
 * recorded (R20); it does not throw. Throws only where the
 * database cannot be written, or the sync is interrupted.
 */
export async function syncSource<Facts>(
  context: SyncContext,
  source: Source,
  collector: Collector<Facts>,
): Promise<SourceResult> {
  const { statements, aws } = context
  const observedAt = await databaseTime(statements)
  let collected: Collected<Facts>
  try {
    collected = await collector.collect({ aws, statements, source, observedAt })
  } catch (error) {
    // A stop breaks connections: what then fails says nothing of AWS.
    if (context.signal.aborted) throw new SyncInterrupted()
    if (!(error instanceof AwsFailure)) throw error
    return fail(context, source, observedAt, error)
  }
  try {
    const rowsChanged = await write(context, source, observedAt, collector, collected)
    if (collected.incomplete === null) return { source, failure: null, rowsChanged }
    return await fail(context, source, observedAt, collected.incomplete, rowsChanged)
  } catch (error) {
    if (isRetryable(error)) throw error
    context.logger.error({ err: error, source }, 'what was read could not be written')
    return fail(context, source, observedAt, new AwsFailure('WriteFailed', writeFailed, 'final', error))
  } finally {
    await collected.release?.()
  }
}

async function write<Facts>(
  { pool, statements, maxAgeMinutes }: SyncContext,
  source: Source,
  observedAt: Date,
  collector: Collector<Facts>,
  { facts, incomplete }: Collected<Facts>,
): Promise<number> {
  await planSources(statements, [source])
  const freshUntil = new Date(observedAt.getTime() + maxAgeMinutes * 60_000)
  return inTransaction(
    pool,
    async client => {
      if (!(await beginWrite(client, source, observedAt))) return 0
      const rowsChanged = await collector.write(client, source, facts)
      if (incomplete === null) await recordSuccess(client, source, observedAt, freshUntil)
      return rowsChanged
    },
    { retries: databaseRetries },
  )
}

async function fail(
  { statements }: SyncContext,
  source: Source,
  attemptedAt: Date,
  failure: AwsFailure,
  rowsChanged = 0,
): Promise<SourceResult> {
  await recordFailure(statements, [source], attemptedAt, failure)
  return { source, failure, rowsChanged }
}
