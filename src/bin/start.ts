/**
 * Everything in one process: `npm start`. The database (embedded unless DATABASE_URL is set), the sandbox (unless a real
 * organization is configured), a worker that syncs at once and then on its schedules,
 * and the API.
 */
import { createApiContext } from '../context/api.ts'
import { createSyncContext } from '../context/sync.ts'
import { wasEverSynced } from '../db/sync-runs/was-ever-synced.ts'
import { startApi } from '../graphql/start-api.ts'
import { describeStart } from './describe-start.ts'
import { loadAndTell } from './load-and-tell.ts'
import { openProgram } from './open-program.ts'
import { runUntilStopped } from './run-until-stopped.ts'
import { syncAndTell } from './sync-and-tell.ts'

await runUntilStopped(async (closers, signal) => {
  const { config, logger, database, metrics } = await openProgram(closers, signal, {
    applicationName: 'amigraph',
    isApi: true,
  })
  const runtime = await createSyncContext(config, { pool: database.pool, logger, metrics })
  closers.add(runtime.close)
  await runtime.work()
  // What is known from before can be asked for at once; only the very first sync is waited for.
  const isKnown = await wasEverSynced(database.pool)
  if (!isKnown) await syncAndTell(runtime, database.pool, runtime.syncInventory)
  const api = await startApi(createApiContext(config, database, { logger, metrics }))
  closers.add(api.close)
  const events = runtime.followEvents()
  if (events !== null) closers.add(events.stop)
  const { schedule } = config.sync
  console.log(await describeStart(api.url, database.pool, { schedule, isSandbox: runtime.sandbox !== null }))
  if (isKnown) await syncAndTell(runtime, database.pool)
  else if (runtime.loadBills !== null) await loadAndTell(runtime.loadBills)
  return 'serving'
})
