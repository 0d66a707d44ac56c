/** Reads the whole organization once: `npm run sync`. Exits with 1 only where nothing at all could be read. */
import { loadEnvironmentFile } from '../config/env.ts'
import { loadConfig } from '../config/load-config.ts'
import { createSyncContext } from '../context/sync.ts'
import { openDatabase } from '../db/open-database.ts'
import { createLogger } from '../telemetry/logger.ts'
import { runUntilStopped } from './run-until-stopped.ts'
import { syncAndTell } from './sync-and-tell.ts'

await runUntilStopped(async (closers, signal) => {
  loadEnvironmentFile()
  const config = loadConfig()
  const logger = createLogger(config.log)
  const database = await openDatabase(config.database, {
    applicationName: 'amigraph sync',
    onLog: (level, message) => logger[level](message),
    signal,
  })
  closers.add(database.close)
  const runtime = await createSyncContext(config, { pool: database.pool, logger })
  closers.add(runtime.close)
  const { sources, failedSources } = await syncAndTell(runtime, database.pool)
  return failedSources < sources ? 0 : 1
})
