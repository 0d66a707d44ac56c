import { sql } from 'kysely'
import { type Concept, column, type Field, type OrderKey, table, timeKey } from '../concept.ts'
import { everyRow } from '../relation.ts'
import { seesAccount } from '../sees-account.ts'

/** As text of one length: runs are ordered by their number, and compared as tuples of text. */
const numberKey: OrderKey = { type: 'text', value: t => sql`lpad(${column('sync_run_id')(t)}::text, 20, '0')` }

/** How much there is to read tells of the whole organization: only whoever sees all of it, or what it asked for, is told. */
const masked =
  (name: string): Field =>
  t =>
    sql`case when ${seesAccount(sql`coalesce(${column('account_id')(t)}, '')`)} then ${column(name)(t)}::integer end`

/** Everything that was to be read at one time, and what it took. */
export const syncRun: Concept = {
  name: 'SyncRun',
  from: table('amigraph.sync_runs'),
  fields: {
    accountId: column('account_id'),
    region: column('region'),
    reason: column('reason'),
    kinds: column('kinds'),
    startedAt: column('started_at'),
    finishedAt: column('finished_at'),
    sources: masked('sources'),
    failedSources: masked('failed_sources'),
    calls: masked('calls'),
    callsAvoided: masked('calls_avoided'),
    rowsChanged: masked('rows_changed'),
  },
  always: ['accountId'],
  filters: {},
  orders: { STARTED_AT: [timeKey('started_at', '-infinity'), numberKey] },
  defaultOrder: { field: 'STARTED_AT', direction: 'DESC' },
}

/** What every row of a run has. */
export type SyncRunRow = { readonly accountId: string | null }

export const everySyncRun = everyRow(syncRun)
