import { loadConfig } from '../../src/config/load-config.ts'
import { createSyncContext, type SyncOverrides, type SyncRuntime } from '../../src/context/sync.ts'
import { createPool, type Pool } from '../../src/db/pool.ts'
import type { EventBusOptions } from '../../src/sandbox/events/event-bus.ts'
import { type Sandbox, startSandbox } from '../../src/sandbox/server.ts'
import { createWorld, type WorldOptions } from '../../src/sandbox/world/generate.ts'
import type { World } from '../../src/sandbox/world/world.ts'
import type { EventConsumer } from '../../src/sync/events/consume-events.ts'
import { createLogger } from '../../src/telemetry/logger.ts'
import type { Metrics } from '../../src/telemetry/metrics.ts'
import { createTestDatabase } from './database.ts'

export type SyncedSandbox = {
  world: World
  sandbox: Sandbox
  pool: Pool
  databaseUrl: string
  /** Follows the events of the sandbox; stopped when it is closed */
  followEvents(): EventConsumer | null
  runtime: SyncRuntime
  /** Another worker over the same world and database, with connections of its own */
  another(overrides?: SyncedSandboxOptions['overrides']): Promise<SyncRuntime>
  /** For a worker that is a process of its own */
  environment: Readonly<Record<string, string>>
  /** One sync over the whole world */
  sync: SyncRuntime['sync']
  /** `FRESH`, or AWS's code of the last failure, by `account/Region/kind` */
  outcomes(): Promise<Map<string, string>>
  close(): Promise<void>
}

export type SyncedSandboxOptions = {
  /** A world that is there already, else one is made of `size` */
  world?: World
  size?: WorldOptions
  /** Settings besides those that the test needs; permissions are read every time unless it says otherwise */
  environment?: Record<string, string>
  sessionSeconds?: number
  /** What happens in the world puts events into a queue */
  events?: EventBusOptions
  /** Another key than the sandbox knows */
  secretAccessKey?: string
  overrides?: Omit<SyncOverrides, 'sandbox'>
  metrics?: Metrics
  /** Another way for the sync to the database, by its connection string */
  through?: (databaseUrl: string) => string
}

/** A small organization served over HTTP, an empty database, and the sync that reads one into the other. */
export async function createSyncedSandbox(options: SyncedSandboxOptions = {}): Promise<SyncedSandbox> {
  const world =
    options.world ??
    createWorld({
      accounts: 4,
      seed: 7,
      regions: ['eu-west-1', 'us-east-1'],
      imagesPerAccountRegion: 1,
      instancesPerAccountRegion: 2,
      ...options.size,
    })
  const sandbox = await startSandbox({
    world,
    ...(options.events && { events: options.events }),
    ...(options.sessionSeconds && { sessionSeconds: options.sessionSeconds }),
  })
  const database = await createTestDatabase()
  const ownPool =
    options.through === undefined
      ? null
      : createPool({ url: options.through(database.url), poolSize: 4 }, { applicationName: 'amigraph test' })
  const config = loadConfig({ LOG_LEVEL: 'silent', AMIGRAPH_PERMISSION_MAX_AGE_MINUTES: '0', ...options.environment })
  const management = world.accounts.get(world.organization.managementAccountId)
  const homeRegion = [...(management?.enabledRegions ?? [])][0] ?? 'us-east-1'
  const open = (pool: Pool, overrides: SyncedSandboxOptions['overrides']): Promise<SyncRuntime> =>
    createSyncContext(
      config,
      { pool, logger: createLogger(config.log), ...(options.metrics && { metrics: options.metrics }) },
      {
        maxAttempts: 2,
        requestTimeoutMs: 2_000,
        ...overrides,
        events: { waitSeconds: 1, retrySeconds: 0, ...overrides?.events },
        sandbox: {
          url: sandbox.url,
          homeRegion,
          credentials: {
            ...sandbox.credentials.root,
            ...(options.secretAccessKey && { secretAccessKey: options.secretAccessKey }),
          },
          eventsQueueUrl: sandbox.events?.queueUrl ?? null,
          // Those of the world are read where a test asks for them: most look at nothing but the inventory
          bills: null,
          close: sandbox.close,
        },
      },
    )
  const runtime = await open(ownPool ?? database.pool, options.overrides)
  const others: (() => Promise<void>)[] = []
  const consumers: EventConsumer[] = []
  return {
    world,
    sandbox,
    pool: database.pool,
    databaseUrl: database.url,
    runtime,
    sync: onSource => runtime.sync(onSource),
    followEvents() {
      const consumer = runtime.followEvents()
      if (consumer !== null) consumers.push(consumer)
      return consumer
    },
    async another(overrides = {}) {
      const pool = createPool({ url: database.url, poolSize: 4 }, { applicationName: 'amigraph another worker' })
      const other = await open(pool, { ...options.overrides, ...overrides })
      others.push(async () => {
        await other.close()
        await pool.end()
      })
      return other
    },
    environment: {
      DATABASE_URL: database.url,
      AMIGRAPH_AWS: 'organization',
      AMIGRAPH_PERMISSION_MAX_AGE_MINUTES: '0',
      AWS_ENDPOINT_URL: sandbox.url,
      AWS_REGION: homeRegion,
      AWS_ACCESS_KEY_ID: sandbox.credentials.root.accessKeyId,
      AWS_SECRET_ACCESS_KEY: sandbox.credentials.root.secretAccessKey,
    },
    outcomes: () => readOutcomes(database.pool),
    async close() {
      for (const consumer of consumers) await consumer.stop()
      await runtime.close()
      for (const closeOther of others) await closeOther()
      await sandbox.close()
      await ownPool?.end()
      await database.drop()
    },
  }
}

async function readOutcomes(pool: Pool): Promise<Map<string, string>> {
  const { rows } = await pool.query<{ source: string; outcome: string }>(
    `select account_id || '/' || region || '/' || kind as source, coalesce(error_code, status) as outcome
     from amigraph.coverage`,
  )
  return new Map(rows.map(row => [row.source, row.outcome]))
}
