import { checkExposure } from '../config/check-exposure.ts'
import type { Config } from '../config/config.ts'
import { loadEnvironmentFile } from '../config/env.ts'
import { loadConfig } from '../config/load-config.ts'
import { type Database, openDatabase } from '../db/open-database.ts'
import { createLogger, type Logger } from '../telemetry/logger.ts'
import { type Metrics, noMetrics, openMetrics } from '../telemetry/metrics.ts'
import type { Closers } from './run-until-stopped.ts'

export type ProgramOptions = {
  /** Its connections' name in pg_stat_activity */
  applicationName: string
  /** It answers callers, so who they may be has to be settled */
  isApi?: boolean
  /** It goes on until it is stopped, and can be asked for metrics meanwhile */
  isService?: boolean
}

export type Program = { config: Config; logger: Logger; database: Database; metrics: Metrics }

/** What each of our programs begins with: the configuration, the log, the database, and metrics. Closed by `closers`. */
export async function openProgram(
  closers: Closers,
  signal: AbortSignal,
  { applicationName, isApi = false, isService = isApi }: ProgramOptions,
): Promise<Program> {
  loadEnvironmentFile()
  const config = loadConfig()
  if (isApi) checkExposure(config.server, config.access)
  const logger = createLogger(config.log)
  const database = await openDatabase(config.database, {
    applicationName,
    onLog: (level, message) => logger[level](message),
    signal,
  })
  closers.add(database.close)
  const metrics = isService ? await openMetrics(config.metrics) : noMetrics
  closers.add(metrics.close)
  return { config, logger, database, metrics }
}
