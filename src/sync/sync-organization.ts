import pLimit from 'p-limit'
import { forgetOtherAskers } from '../db/coverage/forget-other-askers.ts'
import { readAccountIds } from '../db/organization/read-account-ids.ts'
import { readAskersByRegion } from '../db/organization/read-askers-by-region.ts'
import { readManagementAccountId } from '../db/organization/read-management-account-id.ts'
import { replaceTrustedOwners } from '../db/organization/replace-trusted-owners.ts'
import { finishSyncRun } from '../db/sync-runs/finish-sync-run.ts'
import { startSyncRun } from '../db/sync-runs/start-sync-run.ts'
import { withSyncLock } from '../db/sync-runs/with-sync-lock.ts'
import { globalRegion, type Source } from '../domain/source.ts'
import { bills } from './collect/bills.ts'
import { organization } from './collect/organization.ts'
import type { Collector } from './collector.ts'
import { regionWideKinds } from './region-wide-kinds.ts'
import { syncAccount } from './sync-account.ts'
import type { RunSource, SyncContext } from './sync-context.ts'
import { SyncInterrupted } from './sync-interrupted.ts'
import { type SourceResult, syncSource } from './sync-source.ts'

export type SyncResult = {
  results: SourceResult[]
  /** Requests made to AWS, retries included */
  calls: number
  rowsChanged: number
}

/** Stands for the management account while nobody could be asked which one it is. */
const unknownAccountId = '000000000000'

/**
 * Reads the whole organization once: organization, then every account's Regions, then every kind of each, last what is
 * asked once a Region for all of them. A source that fails is recorded and the rest goes on (R20). Throws SyncInterrupted,
 * and where the database cannot be written; either way nothing is under way any more then.
 */
export async function syncOrganization(context: SyncContext): Promise<SyncResult> {
  return withSyncLock(context.pool, () => runOnce(context))
}

async function runOnce(context: SyncContext): Promise<SyncResult> {
  const { statements } = context
  const callsBefore = context.calls()
  const { syncRunId } = await startSyncRun(statements)
  await replaceTrustedOwners(statements, context.trustedOwners)
  const tally = createTally(context)
  try {
    await syncAll(context, tally.run)
  } finally {
    await tally.settled()
  }
  const { results } = tally
  const calls = context.calls() - callsBefore
  const rowsChanged = results.reduce((sum, result) => sum + result.rowsChanged, 0)
  const failedSources = results.filter(result => result.failure !== null).length
  await finishSyncRun(statements, syncRunId, { sources: results.length, failedSources, calls, rowsChanged })
  return { results, calls, rowsChanged }
}

async function syncAll(context: SyncContext, run: RunSource): Promise<void> {
  const { statements } = context
  const askedId = await askedAccountId(context)
  await run({ accountId: askedId, region: globalRegion, kind: 'ORGANIZATION' }, organization)

  const accountAtATime = pLimit(context.concurrency)
  const accountIds = await readAccountIds(statements)
  await Promise.all(accountIds.map(accountId => accountAtATime(() => syncAccount(context, accountId, run))))
  await syncRegionWide(context, askedId, run)
  await syncBills(context, askedId, run)
}

/** Last, so that what the instances of this time were launched from is known (R17). */
async function syncBills({ bills: source, ...context }: SyncContext, accountId: string, run: RunSource): Promise<void> {
  if (source === null) return
  await run({ accountId, region: globalRegion, kind: 'BILL' }, bills({ ...context, source }))
}

/** Reads the bills alone, as the last part of a sync does. */
export async function loadBills(context: SyncContext): Promise<SourceResult[]> {
  return withSyncLock(context.pool, async () => {
    const tally = createTally(context)
    await syncBills(context, await askedAccountId(context), tally.run)
    return tally.results
  })
}

/** The account that the organization is asked about. */
async function askedAccountId({ aws, statements }: SyncContext): Promise<string> {
  const homeAccountId = await aws.homeAccountId().catch(() => null)
  return homeAccountId ?? (await readManagementAccountId(statements)) ?? unknownAccountId
}

type Tally = {
  run: RunSource
  results: SourceResult[]
  /** Resolves once no source is under way */
  settled(): Promise<void>
}

/** Lets so many sources run at the same time, and keeps how they went. */
function createTally(context: SyncContext): Tally {
  const limit = pLimit(context.concurrency)
  const results: SourceResult[] = []
  const underWay = new Set<Promise<SourceResult>>()
  let planned = 0
  let failed = 0

  const begin = async <Facts>(source: Source, collector: Collector<Facts>): Promise<SourceResult> => {
    if (context.signal.aborted) throw new SyncInterrupted()
    const result = await syncSource(context, source, collector)
    results.push(result)
    if (result.failure !== null) failed += 1
    context.onSource?.(result, { done: results.length, planned, failed })
    return result
  }
  return {
    results,
    async run(source, collector) {
      planned += 1
      const running = limit(() => begin(source, collector))
      underWay.add(running)
      return running.finally(() => underWay.delete(running))
    },
    async settled() {
      await Promise.allSettled(underWay)
    },
  }
}

async function syncRegionWide({ statements }: SyncContext, preferredAccountId: string, run: RunSource): Promise<void> {
  const askers = await readAskersByRegion(statements, preferredAccountId)
  await Promise.all(
    askers.flatMap(({ accountId, region }) =>
      regionWideKinds.map(async ({ kind, read }) => {
        await forgetOtherAskers(statements, { accountId, region, kind })
        await read(run, accountId, region)
      }),
    ),
  )
}
