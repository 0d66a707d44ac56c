import { forgetKind } from '../db/coverage/forget-kind.ts'
import { forgetOtherAskers } from '../db/coverage/forget-other-askers.ts'
import { replaceGoldenFamilies } from '../db/golden-images/replace-golden-families.ts'
import { keepMemory } from '../db/memory/keep-memory.ts'
import { readAskersByRegion } from '../db/organization/read-askers-by-region.ts'
import { readManagementAccountId } from '../db/organization/read-management-account-id.ts'
import { replaceTrustedOwners } from '../db/organization/replace-trusted-owners.ts'
import { replaceConfiguredTitles } from '../db/paid-products/replace-configured-titles.ts'
import type { PoolClient } from '../db/pool.ts'
import { refreshShareProblems } from '../db/share-problems/refresh-share-problems.ts'
import { planRegions } from '../db/source-jobs/plan-regions.ts'
import { planSources } from '../db/source-jobs/plan-sources.ts'
import type { RunOfJob } from '../db/source-jobs/source-job.ts'
import { addToSyncRun } from '../db/sync-runs/add-to-sync-run.ts'
import { finishSyncRuns, hasRunsToFinish } from '../db/sync-runs/finish-sync-runs.ts'
import { hasReadyRuns } from '../db/sync-runs/has-ready-runs.ts'
import { startSyncRun } from '../db/sync-runs/start-sync-run.ts'
import { takeRegionWidePlanning } from '../db/sync-runs/take-region-wide-planning.ts'
import { inTransaction } from '../db/transaction.ts'
import { globalRegion, type Source } from '../domain/source.ts'
import { hasBills, inTurn, regionalOf, regionWideOf } from './kinds.ts'
import { addedFor, planAccountsOf } from './plan-what-follows.ts'
import { databaseRetries, type SyncContext } from './sync-context.ts'

/** Stands for the management account while nobody could be asked which one it is. */
const unknownAccountId = '000000000000'

/** Begins a run over the whole organization, or over these kinds of source. Returns its ID. */
export async function startRun(
  context: SyncContext,
  reason: RunOfJob['reason'],
  kinds: readonly string[] | null,
): Promise<string> {
  const { result: managementId, calls } = await context.calls.during(() => managementAccount(context))
  await replaceTrustedOwners(context.statements, context.trustedOwners)
  await replaceGoldenFamilies(context.statements, context.goldenFamilies)
  await replaceConfiguredTitles(context.statements, context.productTitles)
  await keepMemory(context.statements, context.memoryDays)
  if (context.usageSpreading === null) await forgetKind(context.statements, 'IMAGE_USAGE')
  const syncRunId = await inTransaction(
    context.pool,
    async client => {
      const regionWide = regionWideOf(kinds).length > 0 || lastOf(context, kinds).length > 0 || hasBills(kinds)
      const run: RunOfJob = {
        syncRunId: await startSyncRun(client, { reason, kinds, regionWide, request: null }),
        reason,
        kinds,
      }
      if (kinds === null || kinds.includes('ORGANIZATION')) {
        const source = { accountId: managementId, region: globalRegion, kind: 'ORGANIZATION' } as const
        await planSources(client, [source], addedFor(run, false))
      } else {
        await planAccountsOf(context, client, run)
      }
      return run.syncRunId
    },
    { retries: databaseRetries },
  )
  await addToSyncRun(context.statements, syncRunId, { ...nothing, calls })
  await context.advanceRuns()
  return syncRunId
}

const nothing = { sources: 0, failedSources: 0, calls: 0, callsAvoided: 0, rowsChanged: 0 }

/** The account that Organizations is asked from; as last known where AWS does not say. */
async function managementAccount({ aws, statements }: SyncContext): Promise<string> {
  const homeAccountId = await aws.homeAccountId().catch(() => null)
  return homeAccountId ?? (await readManagementAccountId(statements)) ?? unknownAccountId
}

/**
 * Ends the runs that have nothing left, or lets them go on to what is read once a Region. Before a run ends, share problems
 * follow from all that it read: minutes where that is much, during which other visits go on (`SyncContext.advanceRuns`).
 */
export async function advanceRuns(context: SyncContext): Promise<void> {
  if (!(await hasReadyRuns(context.statements))) return
  const retries = databaseRetries
  await inTransaction(
    context.pool,
    async client => {
      for (const run of await takeRegionWidePlanning(client)) await planRegionWide(context, client, run)
    },
    { retries },
  )
  if (!(await hasRunsToFinish(context.statements))) return
  await refreshShareProblems(context.pool, { retries, signal: context.signal })
  if (context.signal.aborted) return
  const finished = await inTransaction(context.pool, finishSyncRuns, { retries })
  for (const run of finished) context.logger.info(run, 'a sync ended')
}

const lastOf = (context: SyncContext, kinds: readonly string[] | null) => inTurn(regionalOf(context, kinds)).last

/**
 * What follows from all accounts' facts together. The management account is asked where it has the Region, so that what it asked before stays its own. Bills come with it,
 * when it is known what the instances of this time were launched from (R17).
 */
async function planRegionWide(context: SyncContext, client: PoolClient, run: RunOfJob): Promise<void> {
  const { bills, regions } = context
  const managementId = (await readManagementAccountId(client)) ?? unknownAccountId
  const askers = await readAskersByRegion(client, managementId)
  const sources = regionWideOf(run.kinds).flatMap(kind => askers.map(asker => ({ ...asker, kind })))
  for (const source of sources) await forgetOtherAskers(client, source)
  const last = { accountId: null, regions, kinds: lastOf(context, run.kinds), onlyEntered: true }
  await planRegions(client, last, addedFor(run, false))
  const bill: Source[] =
    bills !== null && hasBills(run.kinds) ? [{ accountId: managementId, region: globalRegion, kind: 'BILL' }] : []
  await planSources(client, [...sources, ...bill], addedFor(run, false))
}
