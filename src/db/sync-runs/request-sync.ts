import { InvalidInput } from '../../domain/invalid-input.ts'
import { globalRegion, type Source, type SourceKind } from '../../domain/source.ts'
import type { Pool, Queryable } from '../pool.ts'
import { planSources } from '../source-jobs/plan-sources.ts'
import { inTransaction } from '../transaction.ts'
import { startSyncRun } from './start-sync-run.ts'

export type SyncRequest = {
  accountId: string
  /** null: the account's Regions, and then each of them */
  region: string | null
  /** null: every kind that is read there */
  kinds: readonly SourceKind[] | null
  requestedBy: string
}

/**
 * Asks for sources to be read before all others: writes their jobs and a run that waits for them. Returns the run's ID.
 * Throws InvalidInput where they are no sources that are known.
 */
export async function requestSync(pool: Pool, { accountId, region, kinds, requestedBy }: SyncRequest): Promise<string> {
  return inTransaction(
    pool,
    async client => {
      const known = await readKinds(client, accountId, region)
      const unknown = (kinds ?? []).filter(kind => !known.includes(kind))
      const where = region === null ? `account ${accountId}` : `account ${accountId}, ${region}`
      if (known.length === 0) throw new InvalidInput(`Nothing is read from ${where}`)
      if (kinds?.length === 0) throw new InvalidInput('kinds names no kind; leave it out for all')
      if (unknown.length > 0) throw new InvalidInput(`${unknown.join(', ')} is not read from ${where}`)
      const request = { accountId, region, requestedBy }
      const syncRunId = await startSyncRun(client, { reason: 'REQUEST', kinds, regionWide: false, request })
      // Which Regions there are is asked first; the jobs in them follow from that.
      const sources: Source[] =
        region === null
          ? [{ accountId, region: globalRegion, kind: 'REGIONS' }]
          : (kinds ?? known).map(kind => ({ accountId, region, kind }))
      await planSources(client, sources, { syncRunId, asked: true, evenIfPostponed: true })
      return syncRunId
    },
    { retries: 2 },
  )
}

/** The kinds that are read from an account's Region, or from the account at all. */
async function readKinds(client: Queryable, accountId: string, region: string | null): Promise<SourceKind[]> {
  const { rows } = await client.query<{ kind: SourceKind }>(
    `select distinct kind from amigraph.coverage
     where account_id = $1 and ($2::text is null or region = $2) order by kind`,
    [accountId, region],
  )
  return rows.map(row => row.kind)
}
