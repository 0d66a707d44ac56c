import { AwsFailure } from '../aws/aws-failure.ts'
import { databaseTime } from '../db/clock.ts'
import { planSources } from '../db/coverage/plan-sources.ts'
import { readAccountSources } from '../db/coverage/read-account-sources.ts'
import { recordFailure } from '../db/coverage/record-failure.ts'
import { readAccountRegions } from '../db/organization/read-account-regions.ts'
import { globalRegion, type Source, type SourceKind } from '../domain/source.ts'
import { regions } from './collect/regions.ts'
import { regionalKinds } from './regional-kinds.ts'
import type { RunSource, SyncContext } from './sync-context.ts'
import type { SourceResult } from './sync-source.ts'

/** Reads the Regions of an account, then every kind in each of them. */
export async function syncAccount(context: SyncContext, accountId: string, run: RunSource): Promise<void> {
  const { statements } = context
  const regionSource: Source = { accountId, region: globalRegion, kind: 'REGIONS' }
  await planSources(statements, [regionSource])
  const { failure } = await run(regionSource, regions(context.homeRegion))
  const known = (await readAccountSources(statements, accountId)).filter(isRegional)
  if (failure !== null) {
    // Nobody could get in: what is known of the account stays, and none of it was confirmed.
    await recordFailure(statements, known, await databaseTime(statements), failure)
    return
  }
  const enabled = await readAccountRegions(statements, accountId)
  const wanted = enabled.filter(region => context.regions.length === 0 || context.regions.includes(region))
  await reportDisabled(context, known, enabled)
  await planSources(
    statements,
    wanted.flatMap(region => regionalKinds.map(({ kind }) => ({ accountId, region, kind }))),
  )
  await Promise.all(wanted.map(region => syncAccountRegion(accountId, region, run)))
}

/** A Region that was switched off keeps its images and instances in AWS, where nobody can see them any more. */
async function reportDisabled(
  { statements }: SyncContext,
  known: readonly Source[],
  enabled: readonly string[],
): Promise<void> {
  const disabled = known.filter(source => !enabled.includes(source.region))
  if (disabled.length === 0) return
  const message = 'The Region is no longer enabled in the account; what was known of it is kept'
  await recordFailure(
    statements,
    disabled,
    await databaseTime(statements),
    new AwsFailure('OptInRequired', message, 'denied'),
  )
}

/** Every kind begins as soon as those that it follows from are read. */
async function syncAccountRegion(accountId: string, region: string, run: RunSource): Promise<void> {
  const underWay = new Map<SourceKind, Promise<SourceResult>>()
  for (const { kind, after, read } of regionalKinds) {
    const before = after.map(earlier => underWay.get(earlier))
    underWay.set(
      kind,
      Promise.all(before).then(() => read(run, { accountId, region, kind })),
    )
  }
  await Promise.all(underWay.values())
}

function isRegional(source: Source): boolean {
  return regionalKinds.some(({ kind }) => kind === source.kind)
}
