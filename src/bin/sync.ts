/** Reads the whole organization once: `npm run sync`. Exits with 1 only where nothing at all could be read. */
import { createSyncContext } from '../context/sync.ts'
import { openProgram } from './open-program.ts'
import { runUntilStopped } from './run-until-stopped.ts'
import { syncAndTell } from './sync-and-tell.ts'

await runUntilStopped(async (closers, signal) => {
  const { config, logger, database } = await openProgram(closers, signal, { applicationName: 'amigraph sync' })
  const runtime = await createSyncContext(config, { pool: database.pool, logger })
  closers.add(runtime.close)
  const { sources, failedSources } = await syncAndTell(runtime, database.pool)
  return failedSources < sources ? 0 : 1
})
