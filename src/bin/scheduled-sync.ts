import type { SyncRuntime } from '../context.ts'
import { SyncInterrupted } from '../sync/sync-interrupted.ts'
import type { Logger } from '../telemetry/logger.ts'

/** A sync as the schedule runs it: told in the log. A stop in the middle is no failure of the job. */
export function scheduledSync(runtime: SyncRuntime, logger: Logger): () => Promise<void> {
  return async () => {
    logger.info('a sync begins')
    try {
      const { results, calls, rowsChanged } = await runtime.sync()
      const failed = results.filter(({ failure }) => failure !== null)
      logger.info({ sources: results.length, failed: failed.length, calls, rowsChanged }, 'a sync ended')
      for (const { source, failure } of failed)
        logger.warn({ ...source, code: failure?.code, reason: failure?.message }, 'a source could not be read')
    } catch (error) {
      if (!(error instanceof SyncInterrupted)) throw error
      logger.info(error.message)
    }
  }
}
