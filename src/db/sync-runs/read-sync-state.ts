import type { Queryable } from '../pool.ts'

export type SyncState = {
  /** Sources by status */
  readonly sources: Readonly<Record<string, number>>
  /** Seconds since the source that was read longest ago was read; null where none was */
  readonly oldestSourceSeconds: number | null
  readonly dueJobs: number
  readonly waitingJobs: number
  readonly jobLagSeconds: number
}

const readState = `
  select source.sources, source."oldestSourceSeconds", job."dueJobs", job."waitingJobs", job."jobLagSeconds"
  from (
    select coalesce(json_object_agg(status, number), '{}'::json) as sources,
      extract(epoch from clock_timestamp() - min(oldest))::float8 as "oldestSourceSeconds"
    from (
      select amigraph.coverage_status(status, fresh_until) as status, count(*) as number,
        min(last_success_at) filter (where status <> 'DENIED') as oldest
      from amigraph.coverage where status <> 'NOT_APPLICABLE' group by 1
    ) counted
  ) source, (
    select (count(*) filter (where due_at <= clock_timestamp()))::integer as "dueJobs",
      (count(*) filter (where due_at > clock_timestamp()))::integer as "waitingJobs",
      greatest(0, coalesce(extract(epoch from clock_timestamp() - min(due_at)), 0))::float8 as "jobLagSeconds"
    from amigraph.source_jobs
  ) job`

/** How the sync stands over all workers, for metrics: grows with the number of sources. */
export async function readSyncState(statements: Queryable): Promise<SyncState> {
  const { rows } = await statements.query<SyncState>(readState)
  const [state] = rows
  if (state === undefined) throw new Error('The state of the sync did not come')
  return state
}
