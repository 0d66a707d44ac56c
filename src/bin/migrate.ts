/** Brings the database up to date and ends: `npm run migrate`. */
import { ConfigError } from '../config/config-error.ts'
import { loadEnvironmentFile } from '../config/env.ts'
import { loadConfig } from '../config/load-config.ts'
import { DatabaseError } from '../db/database-error.ts'
import { openDatabase } from '../db/open-database.ts'

try {
  loadEnvironmentFile()
  const config = loadConfig()
  const stop = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort())
  const onLog = (level: string, message: string) => {
    if (level !== 'debug') console.error(message)
  }
  const database = await openDatabase(config.database, {
    applicationName: 'amigraph migrate',
    onLog,
    signal: stop.signal,
  })
  await database.close()
  console.log('The database is up to date.')
} catch (error) {
  if (error instanceof ConfigError || error instanceof DatabaseError) console.error(error.message)
  else if (!(error instanceof Error && error.name === 'AbortError')) console.error(error)
  process.exitCode = 1
}
