import type { AwsClients } from '../aws/clients.ts'
import type { BillSource } from '../billing/bill-source.ts'
import type { Pool, Queryable } from '../db/pool.ts'
import type { PlaceHolder } from '../db/source-jobs/hold-places.ts'
import type { GoldenFamily } from '../domain/golden-family.ts'
import type { ConfiguredTitle } from '../domain/product-title.ts'
import type { Source, SourceKind } from '../domain/source.ts'
import type { Spreading } from '../domain/spread.ts'
import type { Logger } from '../telemetry/logger.ts'
import type { CallCounter } from './call-counter.ts'
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
  /** The account-Regions that this process visits */
  places: PlaceHolder
  /** Where DescribeRegions and the global services are asked */
  homeRegion: string
  /** Regions to read; empty: every Region that an account has enabled */
  regions: readonly string[]
  /** Until when a source that was read at this time counts as fresh */
  freshUntil(kind: SourceKind, observedAt: Date): Date
  /** How permissions that nothing says to have changed are read again */
  spreading: Spreading
  /** How usage reports are asked for again; null: none are asked for, which would write in AWS */
  usageSpreading: Spreading | null
  /** DescribeImageReferences calls an account, Region and run about images that others share with the account */
  sharedReferenceCalls: number
  /** Sources, and visits, at the same time */
  concurrency: number
  /** How long it is remembered what facts were */
  memoryDays: number
  trustedOwners: readonly string[]
  goldenFamilies: readonly GoldenFamily[]
  productTitles: readonly ConfiguredTitle[]
  /** Where bills come from; null: they are not read */
  bills: BillSource | null
  logger: Logger
  calls: CallCounter
  /** The time that observations are stamped with: the database's, which all workers share */
  now(): Promise<Date>
  /** The process stops: sources under way are given up, no further one begins */
  signal: AbortSignal
  /** Ends or advances the runs that can; to be called after every visit. One call at a time, the others do not wait for it */
  advanceRuns(): Promise<void>
  /** Hears how each source went, as it ends */
  onSource(result: SourceResult): void
}

export type SyncProgress = { done: number; planned: number; failed: number }

/** Reads one source as its job: waits its turn, counts, tells how it went. */
export type RunSource = <Facts>(source: Source, collector: Collector<Facts>) => Promise<SourceResult>
