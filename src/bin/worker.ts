/** Takes the jobs of the sync, without an API: `npm run worker`. Any number may run on any number of machines. */
import { createSyncContext } from '../context/sync.ts'
import { logSources } from './log-sources.ts'
import { openProgram } from './open-program.ts'
import { runUntilStopped } from './run-until-stopped.ts'

await runUntilStopped(async (closers, signal) => {
  const { config, logger, database, metrics } = await openProgram(closers, signal, {
    applicationName: 'amigraph worker',
    isService: true,
  })
  const { pool } = database
  const runtime = await createSyncContext(config, { pool, logger, metrics }, { onSource: logSources(logger) })
  closers.add(runtime.close)
  const events = runtime.followEvents()
  if (events !== null) closers.add(events.stop)
  await runtime.work()
  logger.info({ schedule: config.sync.schedule, metrics: metrics.url }, 'the worker takes jobs')
  return 'serving'
})
