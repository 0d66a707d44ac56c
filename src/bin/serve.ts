/** The API alone: `npm run serve`. A worker elsewhere (`npm run worker`) keeps the database up to date. */
import { checkExposure } from '../config/check-exposure.ts'
import { loadEnvironmentFile } from '../config/env.ts'
import { loadConfig } from '../config/load-config.ts'
import { createApiContext } from '../context/api.ts'
import { openDatabase } from '../db/open-database.ts'
import { startApi } from '../graphql/start-api.ts'
import { createLogger } from '../telemetry/logger.ts'
import { openMetrics } from '../telemetry/metrics.ts'
import { runUntilStopped } from './run-until-stopped.ts'

await runUntilStopped(async (closers, signal) => {
  loadEnvironmentFile()
  const config = loadConfig()
  checkExposure(config.server, config.access)
  const logger = createLogger(config.log)
  const database = await openDatabase(config.database, {
    applicationName: 'amigraph api',
    onLog: (level, message) => logger[level](message),
    signal,
  })
  closers.add(database.close)
  const metrics = await openMetrics(config.metrics)
  closers.add(metrics.close)
  const api = await startApi(createApiContext(config, database, { logger, metrics }))
  closers.add(api.close)
  logger.info({ metrics: metrics.url }, `the API is at ${api.url}/graphql`)
  return 'serving'
})
