/** Loads the bills that changed, without a sync: `npm run bills`. Exits with 1 where one of them could not be loaded. */
import { loadEnvironmentFile } from '../config/env.ts'
import { loadConfig } from '../config/load-config.ts'
import { createSyncContext } from '../context/sync.ts'
import { openDatabase } from '../db/open-database.ts'
import { createLogger } from '../telemetry/logger.ts'
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
  const { results, rowsChanged, failedSources } = await runtime.loadBills()
  console.log(`${rowsChanged} months of bills were loaded or attributed anew`)
  for (const { failure } of results) if (failure !== null) console.error(`${failure.code}: ${failure.message}`)
  return failedSources > 0 ? 1 : 0
})
