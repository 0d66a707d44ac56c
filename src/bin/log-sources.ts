import type { SourceResult } from '../sync/sync-source.ts'
import type { Logger } from '../telemetry/logger.ts'

/** Tells in the log of every source: of those that could not be read as a warning, of all others at level debug. */
export function logSources(logger: Logger): (result: SourceResult) => void {
  return ({ source, failure, ...told }) => {
    if (failure === null) logger.debug({ ...source, ...told }, 'a source was read')
    else logger.warn({ ...source, code: failure.code, reason: failure.message, ...told }, 'a source could not be read')
  }
}
