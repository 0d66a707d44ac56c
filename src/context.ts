/** Composition roots: plain functions that put the parts together from the configuration. */
import { createAwsClients } from './aws/clients.ts'
import { findHomeRegion } from './aws/home-region.ts'
import type { Config } from './config/config.ts'
import { nextRun } from './config/next-run.ts'
import type { Database } from './db/open-database.ts'
import type { Pool } from './db/pool.ts'
import { retryingStatements } from './db/retry.ts'
import { createRead } from './db/statement.ts'
import type { ApiContext } from './graphql/api-context.ts'
import { type RunningSandbox, startConfiguredSandbox } from './sandbox/start-configured.ts'
import { databaseRetries, type SyncContext } from './sync/sync-context.ts'
import { type SyncResult, syncOrganization } from './sync/sync-organization.ts'
import { createLogger, type Logger } from './telemetry/logger.ts'

export type SyncRuntime = {
  /** One sync over the organization; see `syncOrganization` */
  sync(onSource?: SyncContext['onSource']): Promise<SyncResult>
  /** The sandbox that is read; null where a real organization is */
  sandbox: RunningSandbox | null
  /** Breaks off a sync that is under way, and closes what was opened here; the pool stays open */
  close(): Promise<void>
}

export type SyncOverrides = {
  /** Read this sandbox instead of the configured AWS; it stays open */
  sandbox?: RunningSandbox
  requestTimeoutMs?: number
  maxAttempts?: number
}

/** Everything a sync needs; in sandbox mode the sandbox is started with it. `pool` goes to the primary. */
export async function createSyncContext(
  config: Config,
  { pool, logger }: { pool: Pool; logger: Logger },
  { sandbox: given, ...clientOverrides }: SyncOverrides = {},
): Promise<SyncRuntime> {
  const ownSandbox = config.aws.mode === 'sandbox' && given === undefined ? await startConfiguredSandbox(config) : null
  const sandbox = given ?? ownSandbox
  const stopping = new AbortController()
  let calls = 0
  const homeRegion = sandbox?.homeRegion ?? (await findHomeRegion())
  const aws = createAwsClients({
    memberRole: config.aws.memberRole,
    externalId: config.aws.externalId,
    managementRoleArn: sandbox === null ? config.aws.managementRoleArn : null,
    region: homeRegion,
    endpoint: sandbox?.url ?? null,
    credentials: sandbox === null ? null : () => Promise.resolve(sandbox.credentials),
    onCall: () => {
      calls += 1
    },
    ...clientOverrides,
  })
  const context: SyncContext = {
    aws,
    pool,
    statements: retryingStatements(pool, databaseRetries),
    homeRegion,
    regions: config.aws.regions,
    maxAgeMinutes: config.sync.maxAgeMinutes,
    concurrency: config.sync.concurrency,
    trustedOwners: config.trust.owners,
    logger,
    calls: () => calls,
    signal: stopping.signal,
  }
  const underWay = new Set<Promise<SyncResult>>()
  return {
    sync(onSource) {
      const running = syncOrganization(onSource === undefined ? context : { ...context, onSource })
      underWay.add(running)
      return running.finally(() => underWay.delete(running))
    },
    sandbox,
    async close() {
      stopping.abort()
      aws.close()
      await Promise.allSettled(underWay)
      await ownSandbox?.close()
    },
  }
}

/** Everything that `startApi` needs. The inventory is read through `readPool`, what only the primary can tell through `pool`. */
export function createApiContext(
  config: Config,
  database: Pick<Database, 'pool' | 'readPool'>,
  overrides: Partial<ApiContext> = {},
): ApiContext {
  return {
    host: config.server.host,
    port: config.server.port,
    sandbox: config.aws.mode === 'sandbox',
    dataDir: config.database.dataDir,
    logger: overrides.logger ?? createLogger(config.log),
    read: createRead(database.readPool),
    readPrimary: createRead(database.pool),
    nextRunAt: () => nextRun(config.sync.schedule, new Date()),
    ...overrides,
  }
}
