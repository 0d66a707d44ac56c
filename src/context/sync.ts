/** What syncs, put together from the configuration. The API has a root of its own, so that it never loads an SDK. */
import { type AwsClients, createAwsClients } from '../aws/clients.ts'
import { findHomeRegion } from '../aws/home-region.ts'
import { openBillSource } from '../billing/open-bill-source.ts'
import { parseBillsLocation } from '../config/bills-location.ts'
import type { BillsConfig, Config } from '../config/config.ts'
import { databaseTime } from '../db/clock.ts'
import type { Pool } from '../db/pool.ts'
import { retryingStatements } from '../db/retry.ts'
import { createPlaceHolder } from '../db/source-jobs/hold-places.ts'
import { readSyncState } from '../db/sync-runs/read-sync-state.ts'
import type { SourceKind } from '../domain/source.ts'
import { type RunningSandbox, startConfiguredSandbox } from '../sandbox/start-configured.ts'
import { createCallCounter } from '../sync/call-counter.ts'
import { createCrew } from '../sync/crew.ts'
import {
  type ConsumerOptions,
  consumeEvents,
  consumerDefaults,
  type EventConsumer,
} from '../sync/events/consume-events.ts'
import { kindsOfPlaces } from '../sync/kinds.ts'
import { oneAtATime } from '../sync/one-at-a-time.ts'
import { createSchedules } from '../sync/schedules.ts'
import { advanceRuns } from '../sync/start-run.ts'
import { databaseRetries, type SyncContext, type SyncProgress } from '../sync/sync-context.ts'
import { type SyncResult, syncOrganization } from '../sync/sync-organization.ts'
import type { SourceResult } from '../sync/sync-source.ts'
import { startWorker, type WorkerOptions } from '../sync/worker.ts'
import { createAwsMetrics } from '../telemetry/aws-metrics.ts'
import { observePools } from '../telemetry/database-metrics.ts'
import type { Logger } from '../telemetry/logger.ts'
import { type Metrics, noMetrics } from '../telemetry/metrics.ts'
import { createSyncMetrics } from '../telemetry/sync-metrics.ts'

export type SyncRuntime = {
  /** One sync over the organization; see `syncOrganization` */
  sync(onSource?: (result: SourceResult, progress: SyncProgress) => void): Promise<SyncResult>
  /** The same without the bills, which take longer than everything else and answer other questions */
  syncInventory(onSource?: (result: SourceResult, progress: SyncProgress) => void): Promise<SyncResult>
  /** Takes jobs from now on, and plans the scheduled ones, until `close` */
  work(): Promise<void>
  /** The bills alone; null where none are configured */
  loadBills: (() => Promise<SyncResult>) | null
  /** Follows the events of the queue that is configured, or the sandbox's, until it is stopped; null: there is none */
  followEvents(): EventConsumer | null
  /** The sandbox that is read; null where a real organization is */
  sandbox: RunningSandbox | null
  /** Gives up what is under way, which is in the queue again, and closes what was opened here; the pool stays open */
  close(): Promise<void>
}

export type SyncOverrides = {
  /** Read this sandbox instead of the configured AWS; it stays open */
  sandbox?: RunningSandbox
  requestTimeoutMs?: number
  maxAttempts?: number
  /** Another clock than the database's for what observations are stamped with */
  now?: () => Promise<Date>
  worker?: Omit<WorkerOptions, 'schedules'>
  /** Hears how each source went */
  onSource?: (result: SourceResult) => void
  events?: Partial<ConsumerOptions>
}

/** Everything a sync needs; in sandbox mode the sandbox is started with it. `pool` goes to the primary. */
export async function createSyncContext(
  config: Config,
  { pool, logger, metrics = noMetrics }: { pool: Pool; logger: Logger; metrics?: Metrics },
  {
    sandbox: given,
    now,
    worker: workerOptions = {},
    onSource,
    events: consumerOptions,
    ...clientOverrides
  }: SyncOverrides = {},
): Promise<SyncRuntime> {
  const ownSandbox = config.aws.mode === 'sandbox' && given === undefined ? await startConfiguredSandbox(config) : null
  const sandbox = given ?? ownSandbox
  const stopping = new AbortController()
  const listeners = new Set<(result: SourceResult) => void>(onSource === undefined ? [] : [onSource])
  const calls = createCallCounter()
  const homeRegion = sandbox?.homeRegion ?? (await findHomeRegion())
  const awsMetrics = createAwsMetrics(metrics.meter, () => aws.waiting())
  const aws: AwsClients = createAwsClients({
    memberRole: config.aws.memberRole,
    externalId: config.aws.externalId,
    managementRoleArn: sandbox === null ? config.aws.managementRoleArn : null,
    region: homeRegion,
    endpoint: sandbox?.url ?? null,
    credentials: sandbox === null ? null : () => Promise.resolve(sandbox.credentials),
    bucketSizes: { ...sandbox?.limits, ...config.aws.limits },
    onCall(call) {
      calls.count()
      awsMetrics.call(call, call.failure?.class ?? 'ok')
    },
    onWait: awsMetrics.wait,
    ...clientOverrides,
  })
  const statements = retryingStatements(pool, databaseRetries)
  const schedules = createSchedules(config.sync)
  listeners.add(createSyncMetrics(metrics.meter, () => readSyncState(pool)))
  observePools(metrics.meter, { work: pool })
  const bills = config.bills ?? sandboxBills(sandbox)
  const context: SyncContext = {
    aws,
    pool,
    statements,
    places: createPlaceHolder(pool),
    homeRegion,
    regions: config.aws.regions,
    freshUntil: schedules.freshUntil,
    spreading: {
      maxAge: config.sync.permissionMaxAgeMinutes * 60_000,
      interval: schedules.interval('LAUNCH_PERMISSIONS'),
    },
    usageSpreading:
      config.sync.usageReportDays === null
        ? null
        : { maxAge: config.sync.usageReportDays * 86_400_000, interval: schedules.interval('IMAGE_USAGE') },
    sharedReferenceCalls: config.sync.sharedReferenceCalls,
    concurrency: config.sync.concurrency,
    memoryDays: config.sync.memoryDays,
    trustedOwners: config.trust.owners,
    goldenFamilies: config.trust.goldenFamilies,
    productTitles: config.products.titles,
    bills: bills === null ? null : openBillSource(bills, { aws, homeRegion, signal: stopping.signal }),
    logger,
    calls,
    now: now ?? (() => databaseTime(statements)),
    signal: stopping.signal,
    advanceRuns: oneAtATime(() => advanceRuns(context)),
    onSource(result) {
      for (const listener of listeners) listener(result)
    },
  }
  const kinds = kindsOfPlaces(context).map(({ kind }) => kind)
  const crew = createCrew(planned => startWorker(context, { ...workerOptions, schedules: planned }))
  const underWay = new Set<Promise<SyncResult>>()
  const sync = (
    kinds: readonly SourceKind[] | null,
    onProgress?: (result: SourceResult, progress: SyncProgress) => void,
  ): Promise<SyncResult> => {
    const running = syncOrganization(context, kinds, {
      listen(listener) {
        listeners.add(listener)
        return () => listeners.delete(listener)
      },
      withWorker: crew.during,
      onSource: onProgress,
    })
    underWay.add(running)
    return running.finally(() => underWay.delete(running))
  }
  return {
    sync: onProgress => sync(null, onProgress),
    syncInventory: onProgress =>
      sync(
        kinds.filter(kind => kind !== 'BILL'),
        onProgress,
      ),
    work: () => crew.stay(schedules.groups(kinds)),
    loadBills: context.bills === null ? null : () => sync(['BILL']),
    followEvents() {
      const queueUrl = sandbox === null ? config.sync.eventsQueueUrl : sandbox.eventsQueueUrl
      if (queueUrl === null) return null
      return consumeEvents(context, aws.eventQueue(queueUrl), { ...consumerDefaults, ...consumerOptions })
    },
    sandbox,
    async close() {
      stopping.abort()
      aws.close()
      await Promise.allSettled(underWay)
      await crew.dismiss()
      context.places.close()
      await ownSandbox?.close()
    },
  }
}

/** Those that its world makes up. */
function sandboxBills(sandbox: RunningSandbox | null): BillsConfig | null {
  const location = sandbox?.bills == null ? null : parseBillsLocation(sandbox.bills)
  return location === null ? null : { location, roleArn: null }
}
