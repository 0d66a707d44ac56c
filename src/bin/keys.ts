/** Makes, lists and revokes API keys: `npm run keys -- create|list|revoke`. Also while `npm start` runs. */
import { userInfo } from 'node:os'
import { createAudit } from '../auth/audit.ts'
import { keepKeys } from '../auth/keep-keys.ts'
import { parseKeyRequest } from '../auth/key-request.ts'
import { loadEnvironmentFile } from '../config/env.ts'
import { loadConfig } from '../config/load-config.ts'
import { runningServerUrl } from '../db/embedded/running-server.ts'
import { openDatabase } from '../db/open-database.ts'
import { createLogger } from '../telemetry/logger.ts'
import { runUntilStopped } from './run-until-stopped.ts'

await runUntilStopped(async (closers, signal) => {
  const request = parseKeyRequest(process.argv.slice(2))
  loadEnvironmentFile()
  const config = loadConfig()
  const logger = createLogger(config.log)
  const url = config.database.url ?? (await runningServerUrl(config.database.dataDir))
  const database = await openDatabase(
    { ...config.database, url },
    { applicationName: 'amigraph keys', onLog: (level, message) => logger[level](message), signal },
  )
  closers.add(database.close)
  const viewer = `${userInfo().username} on this machine`
  console.log(await keepKeys(database.pool, request, { audit: createAudit(config.access, logger), viewer }))
  return 0
})
