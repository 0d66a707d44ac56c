/** What answers queries, put together from the configuration. */
import { type Audit, createAudit } from '../auth/audit.ts'
import { createAuthenticate } from '../auth/authenticate.ts'
import { checkExposure } from '../config/check-exposure.ts'
import type { Config } from '../config/config.ts'
import { nextRun } from '../config/next-run.ts'
import { type ChangeListener, listenToChanges } from '../db/inventory/listen-to-changes.ts'
import type { Database } from '../db/open-database.ts'
import { requestSync } from '../db/sync-runs/request-sync.ts'
import { createViewerReads } from '../db/viewer-read.ts'
import { createViewerStream } from '../db/viewer-stream.ts'
import type { ApiContext } from '../graphql/api-context.ts'
import { type ApiMetrics, createApiMetrics } from '../telemetry/api-metrics.ts'
import { observePools } from '../telemetry/database-metrics.ts'
import { createLogger, type Logger } from '../telemetry/logger.ts'
import { type Metrics, noMetrics } from '../telemetry/metrics.ts'

/**
 * Everything that `startApi` needs. Viewers read through pools of their own; `pool` is for what amigraph itself keeps, such
 * as keys. Throws where the configuration would let everybody in from elsewhere.
 */
export function createApiContext(
  config: Config,
  database: Pick<Database, 'url' | 'pool' | 'viewers' | 'streams' | 'primaryViewers'>,
  { metrics: served = noMetrics, ...overrides }: Partial<Omit<ApiContext, 'metrics'>> & { metrics?: Metrics } = {},
): ApiContext {
  checkExposure(config.server, config.access)
  const logger = overrides.logger ?? createLogger(config.log)
  const metrics = served.url === null ? null : createApiMetrics(served.meter)
  const { organization, limited } = database.viewers
  observePools(served.meter, { viewers: organization, limited_viewers: limited })
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
    audit: countOperations(createAudit(config.access, logger), metrics),
    metrics,
    requestSync: request => requestSync(database.pool, request),
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

/** Every operation is told to the audit, whichever way it was answered. */
const countOperations = (audit: Audit, metrics: ApiMetrics | null): Audit =>
  metrics === null
    ? audit
    : {
        ...audit,
        operation(entry) {
          metrics.operation(entry)
          audit.operation(entry)
        },
      }
