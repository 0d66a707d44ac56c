import type { SourceResult } from '../sync/sync-source.ts'
import type { Logger } from '../telemetry/logger.ts'

/** Tells in the log of every source that could not be read. */
export function logFailures(logger: Logger): (result: SourceResult) => void {
  return ({ source, failure }) => {
    if (failure !== null)
      logger.warn({ ...source, code: failure.code, reason: failure.message }, 'a source could not be read')
  }
}
