/** The API alone: `npm run serve`. A worker elsewhere (`npm run worker`) keeps the database up to date. */
import { createApiContext } from '../context/api.ts'
import { startApi } from '../graphql/start-api.ts'
import { openProgram } from './open-program.ts'
import { runUntilStopped } from './run-until-stopped.ts'

await runUntilStopped(async (closers, signal) => {
  const { config, logger, database, metrics } = await openProgram(closers, signal, {
    applicationName: 'amigraph api',
    isApi: true,
  })
  const api = await startApi(createApiContext(config, database, { logger, metrics }))
  closers.add(api.close)
  logger.info({ metrics: metrics.url }, `the API is at ${api.url}/graphql`)
  return 'serving'
})
