import { sql } from 'kysely'
import { type Concept, column, type Field, type Relation, table } from '../concept.ts'
import { syncRun } from './sync-run.ts'

/**
 * Another run can be the one that counts a source that both wait for: whether it failed is in the coverage of the time that
 * this one took.
 */
const failed: Field = t => sql`(${column('failed_sources')(t)} > 0 or exists (
  select from amigraph.coverage c
  where c.account_id = ${column('account_id')(t)} and c.status in ('FAILED', 'DENIED')
    and (${column('region')(t)} is null or c.region = ${column('region')(t)})
    and (${column('kinds')(t)} is null or c.kind = any(${column('kinds')(t)}))
    and c.last_attempt_at between ${column('started_at')(t)} and ${column('finished_at')(t)}))`

/** What somebody asked for: a run of one account. */
export const syncJob: Concept = {
  ...syncRun,
  name: 'SyncJob',
  from: table('amigraph.sync_runs'),
  fields: {
    id: t => sql`${column('sync_run_id')(t)}::text`,
    accountId: column('account_id'),
    region: column('region'),
    kinds: column('kinds'),
    requestedAt: column('started_at'),
    finishedAt: column('finished_at'),
    state: t => sql`case when ${column('finished_at')(t)} is null
      then case when ${column('sources')(t)} = 0 then 'QUEUED' else 'RUNNING' end
      when ${failed(t)} then 'FAILED' else 'SUCCEEDED' end`,
  },
  always: ['accountId'],
}

/** What every row of a job has. */
export type SyncJobRow = { readonly accountId: string }

/** The job with this ID. */
export const syncJobByKey: Relation = {
  name: 'sync job',
  to: syncJob,
  parentKey: ['syncJobId'],
  on: (t, parent) => {
    const id = sql.ref(`${parent}.syncJobId`)
    return sql`${sql.ref(`${t}.reason`)} = 'REQUEST'
      and ${sql.ref(`${t}.sync_run_id`)} = case when ${id} ~ '^[0-9]{1,18}$' then ${id}::bigint end`
  },
}
