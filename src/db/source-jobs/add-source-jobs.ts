import type { Queryable } from '../pool.ts'

export type AddedJobs = {
  /** The run that waits for them; null: none does */
  syncRunId: string | null
  /** Asked for by somebody: they come first, and nothing of them is left for later */
  asked: boolean
  /** Also those that wait for another attempt after a failure */
  evenIfPostponed: boolean
}

/**
 * Adds a job for each source that `wanted` selects (account_id, region, kind; its parameters begin at $4), and a visit
 * for each account-Region that has one: one statement, however many. A source that is wanted already stays one job, for
 * the older run, or for who asked for it. Sources are made known with it: until they are read their status is NEVER, an honest gap.
 */
export async function addSourceJobs(
  client: Queryable,
  wanted: string,
  values: readonly unknown[],
  { syncRunId, asked, evenIfPostponed }: AddedJobs,
): Promise<void> {
  await client.query(
    `with wanted as (
       ${wanted}
     ), known as (
       insert into amigraph.coverage (account_id, region, kind, status)
       select account_id, region, kind, 'NEVER' from wanted order by account_id, region, kind
       on conflict do nothing
     ), added as (
       insert into amigraph.source_jobs as j (account_id, region, kind, sync_run_id, asked)
       select account_id, region, kind, $1::bigint, $2::boolean from wanted order by account_id, region, kind
       on conflict (account_id, region, kind) do update set
         sync_run_id = case when excluded.asked and not j.asked then excluded.sync_run_id
           else least(j.sync_run_id, excluded.sync_run_id) end,
         asked = j.asked or excluded.asked,
         revision = j.revision + 1,
         due_at = least(j.due_at, excluded.due_at)
       where $3::boolean or j.due_at <= clock_timestamp()
       returning account_id, region, kind, asked
     ), visit as (
       select added.account_id, added.region, ${visitPriority('bool_or(added.asked)', "min(coalesce(c.last_success_at, '-infinity'))")} as priority
       from added left join amigraph.coverage c using (account_id, region, kind)
       group by added.account_id, added.region
     )
     select count(*) from graphile_worker.add_jobs(array(
       select row('visit', json_build_object('accountId', account_id, 'region', region), null, null, ${visitAttempts},
         ${visitKey('account_id', 'region')}, priority, null)::graphile_worker.job_spec
       from visit))`,
    [syncRunId, asked, evenIfPostponed, ...values],
  )
}

/** A visit fails only where the database does; what it has to do is in the jobs. */
export const visitAttempts = 25

/** SQL: one visit of a place waits at a time. */
export function visitKey(accountId: string, region: string): string {
  return `'visit/' || ${accountId} || '/' || ${region}`
}

/** SQL: what was asked for comes first (0), then what was never read (1), then by the minutes since it was. */
function visitPriority(asked: string, oldestSuccess: string): string {
  return `case when ${asked} then 0 else 32767 - least(32766, greatest(0, extract(epoch from
    clock_timestamp() - greatest(${oldestSuccess}, clock_timestamp() - interval '23 days')) / 60))::integer end`
}
