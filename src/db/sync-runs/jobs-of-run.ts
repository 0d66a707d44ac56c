/**
 * SQL: whether run `r` still waits for jobs. One job stands for all runs that want it, under the oldest; so a run waits
 * for older ones' jobs too, but one that was asked for only for what it asks for.
 */
export const hasJobsLeft = `exists (
  select from amigraph.source_jobs j
  where j.sync_run_id <= r.sync_run_id and (r.account_id is null or j.account_id = r.account_id
    and (r.region is null or j.region = r.region)
    and (r.kinds is null or j.kind = any(r.kinds) or j.kind = 'REGIONS')))`
