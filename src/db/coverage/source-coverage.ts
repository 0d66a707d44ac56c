import { sql } from 'kysely'
import { globalRegion } from '../../domain/source.ts'
import { type Concept, column, type Field, type OrderKey, table, textKey, timeKey } from '../concept.ts'
import { oneOf } from '../filter.ts'
import { seesAccount } from '../sees-account.ts'

const unique: OrderKey[] = [textKey('account_id'), textKey('region'), textKey('kind')]

const region: Field = t => sql`nullif(${column('region')(t)}, ${sql.lit(globalRegion)})`

/** The status as of now: what succeeded but was not read again in time is STALE. */
export const statusNow: Field = t => sql`amigraph.coverage_status(${column('status')(t)}, ${column('fresh_until')(t)})`

/** How reading each source went (R20). */
export const sourceCoverage: Concept = {
  name: 'SourceCoverage',
  from: table('amigraph.coverage'),
  fields: {
    accountId: column('account_id'),
    region,
    kind: column('kind'),
    status: statusNow,
    lastSuccessAt: column('last_success_at'),
    lastAttemptAt: column('last_attempt_at'),
    attempts: column('attempts'),
    // Who is not the account's is told that it failed, not AWS's message: it names roles and policies.
    error: t => sql`case when ${column('error_code')(t)} is not null and ${seesAccount(column('account_id')(t))}
      then json_build_object('code', ${column('error_code')(t)}, 'message', ${column('error_message')(t)}) end`,
  },
  always: ['accountId'],
  filters: {
    account: oneOf(column('account_id')),
    region: oneOf(region),
    kind: oneOf(column('kind')),
    status: oneOf(statusNow),
  },
  orders: { SOURCE: unique, LAST_SUCCESS_AT: [timeKey('last_success_at', '-infinity'), ...unique] },
  defaultOrder: { field: 'SOURCE', direction: 'ASC' },
}

/** What every row of a source has. */
export type SourceCoverageRow = { readonly accountId: string }
