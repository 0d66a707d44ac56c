import type { Queryable } from '../pool.ts'
import type { RunOfJob } from '../source-jobs/source-job.ts'

export type NewRun = {
  reason: RunOfJob['reason']
  /** null: all */
  kinds: readonly string[] | null
  /** Whether what is read once a Region for the whole organization is part of it, after everything else */
  regionWide: boolean
  /** What was asked for, and by whom; null: the whole organization */
  request: { accountId: string; region: string | null; requestedBy: string } | null
}

/** Records that a run begins; its jobs have to be added in the same transaction. Returns its ID. */
export async function startSyncRun(client: Queryable, { reason, kinds, regionWide, request }: NewRun): Promise<string> {
  const { rows } = await client.query<{ sync_run_id: string }>(
    `insert into amigraph.sync_runs (reason, kinds, account_id, region, requested_by, region_wide_planned_at)
     values ($1, $2, $3, $4, $5, case when not $6::boolean then now() end)
     returning sync_run_id::text`,
    [reason, kinds, request?.accountId, request?.region, request?.requestedBy, regionWide],
  )
  const [run] = rows
  if (run === undefined) throw new Error('The sync run was not recorded')
  return run.sync_run_id
}
