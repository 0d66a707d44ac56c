/** Loads the bills that changed, without a sync: `npm run bills`. Exits with 1 where one of them could not be loaded. */
import { loadEnvironmentFile } from '../config/env.ts'
import { loadConfig } from '../config/load-config.ts'
import { createSyncContext } from '../context/sync.ts'
import { openDatabase } from '../db/open-database.ts'
import { createLogger } from '../telemetry/logger.ts'
import { loadAndTell } from './load-and-tell.ts'
import { runUntilStopped } from './run-until-stopped.ts'

await runUntilStopped(async (closers, signal) => {
  loadEnvironmentFile()
  const config = loadConfig()
  const logger = createLogger(config.log)
  const database = await openDatabase(config.database, {
    applicationName: 'amigraph bills',
    onLog: (level, message) => logger[level](message),
    signal,
  })
  closers.add(database.close)
  const runtime = await createSyncContext(config, { pool: database.pool, logger })
  closers.add(runtime.close)
  if (runtime.loadBills === null) {
    console.error('No bills are configured: AMIGRAPH_BILLS says where they are')
    return 1
  }
  const { failedSources } = await loadAndTell(runtime.loadBills)
  return failedSources > 0 ? 1 : 0
})
