/** Loads the bills that changed, without a sync: `npm run bills`. Exits with 1 where one of them could not be loaded. */
import { createSyncContext } from '../context/sync.ts'
import { loadAndTell } from './load-and-tell.ts'
import { openProgram } from './open-program.ts'
import { runUntilStopped } from './run-until-stopped.ts'

await runUntilStopped(async (closers, signal) => {
  const { config, logger, database } = await openProgram(closers, signal, { applicationName: 'amigraph bills' })
  const runtime = await createSyncContext(config, { pool: database.pool, logger })
  closers.add(runtime.close)
  if (runtime.loadBills === null) {
    console.error('No bills are configured: AMIGRAPH_BILLS says where they are')
    return 1
  }
  const { failedSources } = await loadAndTell(runtime.loadBills)
  return failedSources > 0 ? 1 : 0
})
