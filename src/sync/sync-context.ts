import type { AwsClients } from '../aws/clients.ts'
import type { BillSource } from '../billing/bill-source.ts'
import type { Pool, Queryable } from '../db/pool.ts'
import type { Source } from '../domain/source.ts'
import type { Logger } from '../telemetry/logger.ts'
import type { Collector } from './collector.ts'
import type { SourceResult } from './sync-source.ts'

/** How often the database is tried again: with back-off that is more than a minute, longer than a restart takes. */
export const databaseRetries = 40

/** What a sync works with. */
export type SyncContext = {
  aws: AwsClients
  /** For transactions */
  pool: Pool
  /** For single statements, each done again while the database is away */
  statements: Queryable
  /** Where DescribeRegions and the global services are asked */
  homeRegion: string
  /** Regions to read; empty: every Region that an account has enabled */
  regions: readonly string[]
  /** Minutes until a source that was not read again counts as stale */
  maxAgeMinutes: number
  /** Sources read at the same time */
  concurrency: number
  trustedOwners: readonly string[]
  /** Where bills come from; null: they are not read */
  bills: BillSource | null
  logger: Logger
  /** Requests made to AWS so far, retries included */
  calls(): number
  /** Ends the run early: sources under way are given up, no further one begins */
  signal: AbortSignal
  /** Told how each source went, as it ends */
  onSource?: (result: SourceResult, progress: SyncProgress) => void
}

export type SyncProgress = { done: number; planned: number; failed: number }

/** Reads one source within the run: waits its turn, counts, tells how it went. */
export type RunSource = <Facts>(source: Source, collector: Collector<Facts>) => Promise<SourceResult>
