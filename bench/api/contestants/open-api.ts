import { loadConfig } from '../../../src/config/load-config.ts'
import { createApiContext } from '../../../src/context/api.ts'
import { type Database, openDatabase } from '../../../src/db/open-database.ts'
import type { ContestantSettings } from './contestant-process.ts'

/** This API's context over a seeded database, with its default settings but where the contestant's say otherwise. */
export const openApi = async ({ databaseUrl, poolSize, apiSettings }: ContestantSettings) => {
  const config = loadConfig({
    DATABASE_URL: databaseUrl,
    DATABASE_POOL_SIZE: String(poolSize),
    PORT: '0',
    AMIGRAPH_AWS: 'organization',
    LOG_FORMAT: 'json',
    // All load comes from one viewer: its budget is there to stop just that.
    AMIGRAPH_COST_BUDGET: '0',
    ...apiSettings,
  })
  const database: Database = await openDatabase(config.database, { applicationName: 'amigraph api', migrate: false })
  return { context: createApiContext(config, database), database }
}
