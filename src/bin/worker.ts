/** Syncs on the schedule, without an API: `npm run worker`. Any number may run on any number of machines. */
import { loadEnvironmentFile } from '../config/env.ts'
import { loadConfig } from '../config/load-config.ts'
import { createSyncContext } from '../context.ts'
import { openDatabase } from '../db/open-database.ts'
import { startSchedule } from '../sync/schedule.ts'
import { createLogger } from '../telemetry/logger.ts'
import { runUntilStopped } from './run-until-stopped.ts'
import { scheduledSync } from './scheduled-sync.ts'

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
  const runtime = await createSyncContext(config, { pool: database.pool, logger })
  closers.add(runtime.close)
  const schedule = await startSchedule({
    pool: database.pool,
    schedule: config.sync.schedule,
    sync: scheduledSync(runtime, logger),
    logger,
  })
  closers.add(schedule.stop)
  logger.info({ schedule: config.sync.schedule }, 'the worker waits for its schedule')
  return 'serving'
})
