/** Composition roots: plain functions that put the parts together from the configuration. */
import { createAudit } from './auth/audit.ts'
import { createAuthenticate } from './auth/authenticate.ts'
import { createAwsClients } from './aws/clients.ts'
import { findHomeRegion } from './aws/home-region.ts'
import { fileBillSource } from './billing/file-bill-source.ts'
import { localExportStore } from './billing/local-export-store.ts'
import { checkExposure } from './config/check-exposure.ts'
import type { Config } from './config/config.ts'
import { nextRun } from './config/next-run.ts'
import { type ChangeListener, listenToChanges } from './db/inventory/listen-to-changes.ts'
import type { Database } from './db/open-database.ts'
import type { Pool } from './db/pool.ts'
import { retryingStatements } from './db/retry.ts'
import { createViewerReads } from './db/viewer-read.ts'
import { createViewerStream } from './db/viewer-stream.ts'
import type { ApiContext } from './graphql/api-context.ts'
import { type RunningSandbox, startConfiguredSandbox } from './sandbox/start-configured.ts'
import { databaseRetries, type SyncContext } from './sync/sync-context.ts'
import { loadBills, type SyncResult, syncOrganization } from './sync/sync-organization.ts'
import type { SourceResult } from './sync/sync-source.ts'
import { createLogger, type Logger } from './telemetry/logger.ts'

export type SyncRuntime = {
  /** One sync over the organization; see `syncOrganization` */
  sync(onSource?: SyncContext['onSource']): Promise<SyncResult>
  /** The bills alone; null where none are configured */
  loadBills: (() => Promise<SourceResult[]>) | null
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
    bucketSizes: config.aws.limits,
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
    bills: config.bills === null ? null : fileBillSource(localExportStore(config.bills.folder)),
    logger,
    calls: () => calls,
    signal: stopping.signal,
  }
  const underWay = new Set<Promise<unknown>>()
  const watched = <Result>(running: Promise<Result>): Promise<Result> => {
    underWay.add(running)
    return running.finally(() => underWay.delete(running))
  }
  return {
    sync: onSource => watched(syncOrganization(onSource === undefined ? context : { ...context, onSource })),
    loadBills: context.bills === null ? null : () => watched(loadBills(context)),
    sandbox,
    async close() {
      stopping.abort()
      aws.close()
      await Promise.allSettled(underWay)
      await ownSandbox?.close()
    },
  }
}

/**
 * Everything that `startApi` needs. Viewers read through pools of their own; `pool` is for what amigraph itself keeps, such
 * as keys. Throws where the configuration would let everybody in from elsewhere.
 */
export function createApiContext(
  config: Config,
  database: Pick<Database, 'url' | 'pool' | 'viewers' | 'streams' | 'primaryViewers'>,
  overrides: Partial<ApiContext> = {},
): ApiContext {
  checkExposure(config.server, config.access)
  const logger = overrides.logger ?? createLogger(config.log)
  return {
    host: config.server.host,
    port: config.server.port,
    sandbox: config.aws.mode === 'sandbox',
    dataDir: config.database.dataDir,
    settings: config.api,
    logger,
    read: createViewerReads(database.viewers),
    readPrimary: createViewerReads(database.primaryViewers),
    stream: createViewerStream(database.streams),
    authenticate: createAuthenticate(config.access, database.pool),
    audit: createAudit(config.access, logger),
    nextRunAt: () => nextRun(config.sync.schedule, new Date()),
    // A replica may still be without a change when the primary tells of it.
    listen: config.database.replicaUrl === null ? listener => listenTo(database.url, logger, listener) : null,
    ...overrides,
  }
}

const listenTo = (url: string, logger: Logger, listener: ChangeListener) =>
  listenToChanges(
    { url, onError: error => logger.warn({ err: error }, 'answers are not kept while nobody tells of changes') },
    listener,
  )
