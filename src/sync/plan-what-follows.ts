import { AwsFailure } from '../aws/aws-failure.ts'
import { databaseTime } from '../db/clock.ts'
import { readAccountSources } from '../db/coverage/read-account-sources.ts'
import { recordFailure } from '../db/coverage/record-failure.ts'
import { readAccountRegions } from '../db/organization/read-account-regions.ts'
import type { PoolClient } from '../db/pool.ts'
import { planAccounts } from '../db/source-jobs/plan-accounts.ts'
import { planRegions } from '../db/source-jobs/plan-regions.ts'
import type { RunOfJob, SourceJob } from '../db/source-jobs/source-job.ts'
import { inTurn, isRegional, regionalOf } from './kinds.ts'
import type { SyncContext } from './sync-context.ts'

type PlanningContext = Pick<SyncContext, 'regions' | 'usageSpreading'>

/**
 * Adds the jobs that follow from an ended one, in its transaction: a run never looks as if it were at its end while
 * there is something to plan. The organization says which accounts there are, whether or not it could be read again; an
 * account's Regions say where its other sources are.
 */
export async function planWhatFollows(
  context: PlanningContext,
  client: PoolClient,
  job: SourceJob,
  failure: AwsFailure | null,
): Promise<void> {
  const { regions } = context
  if (job.kind === 'ORGANIZATION') await planAccountsOf(context, client, job.run)
  if (job.kind === 'REGIONS' && failure !== null) await failAccount(client, job, failure)
  if (job.kind === 'REGIONS' && failure === null) {
    await reportDisabled(client, job)
    const regional = regionalOf(context, job.run?.kinds ?? null)
    const kinds = job.run === null ? regional : inTurn(regional).first
    await planRegions(client, { accountId: job.accountId, regions, kinds }, addedFor(job.run, job.asked))
  }
}

/** Every account's Regions, or where the run does not read those what is in the Regions that are known. */
export async function planAccountsOf(
  context: PlanningContext,
  client: PoolClient,
  run: RunOfJob | null,
): Promise<void> {
  const { regions } = context
  const kinds = run?.kinds ?? null
  if (kinds === null || kinds.includes('REGIONS')) await planAccounts(client, addedFor(run, false))
  else
    await planRegions(
      client,
      { accountId: null, regions, kinds: inTurn(regionalOf(context, kinds)).first },
      addedFor(run, false),
    )
}

/** A schedule leaves what failed to its own next attempt; whoever asks by hand does not want to wait for that. */
export function addedFor(run: RunOfJob | null, asked: boolean) {
  return { syncRunId: run?.syncRunId ?? null, asked, evenIfPostponed: run !== null && run.reason !== 'SCHEDULE' }
}

/** Nobody could get in: what is known of the account stays, and none of it was confirmed. */
async function failAccount(client: PoolClient, { accountId }: SourceJob, failure: AwsFailure): Promise<void> {
  const known = (await readAccountSources(client, accountId)).filter(isRegional)
  await recordFailure(client, known, await databaseTime(client), failure)
}

/** A Region that was switched off keeps its images and instances in AWS, where nobody can see them any more. */
async function reportDisabled(client: PoolClient, { accountId }: SourceJob): Promise<void> {
  const enabled = await readAccountRegions(client, accountId)
  const known = (await readAccountSources(client, accountId)).filter(isRegional)
  const disabled = known.filter(source => !enabled.includes(source.region))
  if (disabled.length === 0) return
  const message = 'The Region is no longer enabled in the account; what was known of it is kept'
  await recordFailure(client, disabled, await databaseTime(client), new AwsFailure('OptInRequired', message, 'denied'))
}
