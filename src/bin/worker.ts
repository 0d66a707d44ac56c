/** Takes the jobs of the sync, without an API: `npm run worker`. Any number may run on any number of machines. */
import { loadEnvironmentFile } from '../config/env.ts'
import { loadConfig } from '../config/load-config.ts'
import { createSyncContext } from '../context/sync.ts'
import { openDatabase } from '../db/open-database.ts'
import { createLogger } from '../telemetry/logger.ts'
import { openMetrics } from '../telemetry/metrics.ts'
import { logSources } from './log-sources.ts'
import { runUntilStopped } from './run-until-stopped.ts'

await runUntilStopped(async (closers, signal) => {
  loadEnvironmentFile()
  const config = loadConfig()
  const logger = createLogger(config.log)
  const database = await openDatabase(config.database, {
    applicationName: 'amigraph worker',
    onLog: (level, message) => logger[level](message),
    signal,
  })
  closers.add(database.close)
  const metrics = await openMetrics(config.metrics)
  closers.add(metrics.close)
  const { pool } = database
  const runtime = await createSyncContext(config, { pool, logger, metrics }, { onSource: logSources(logger) })
  closers.add(runtime.close)
  const events = runtime.followEvents()
  if (events !== null) closers.add(events.stop)
  await runtime.work()
  logger.info({ schedule: config.sync.schedule, metrics: metrics.url }, 'the worker takes jobs')
  return 'serving'
})
