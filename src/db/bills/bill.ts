import { sql } from 'kysely'
import { type AskedRow, type Concept, column, type OrderKey, table, textKey } from '../concept.ts'
import { flag, oneOf, text } from '../filter.ts'
import { relate } from '../relation.ts'

const monthKey: OrderKey = { type: 'text', value: t => sql`to_char(${column('month')(t)}, 'YYYY-MM')` }

/** Each month of each bill export. */
export const bill: Concept = {
  name: 'Bill',
  from: table('amigraph.bills'),
  fields: {
    export: column('export'),
    month: t => sql`to_char(${column('month')(t)}, 'YYYY-MM')`,
    kind: column('kind'),
    version: column('version'),
    payers: column('payer_account_ids'),
    counts: t => sql`exists (select from amigraph.billed_amounts b
      where b.month = ${column('month')(t)} and b.export = ${column('export')(t)})`,
    final: column('is_final'),
    loadedAt: column('loaded_at'),
    attemptedAt: column('attempted_at'),
    error: t => sql`case when ${column('error_code')(t)} is not null
      then json_build_object('code', ${column('error_code')(t)}, 'message', ${column('error_message')(t)}) end`,
    missingColumns: column('missing_columns'),
    limitations: column('limitations'),
  },
  always: ['export', 'month'],
  filters: {
    export: text(column('export')),
    kind: oneOf(column('kind')),
    final: flag(column('is_final')),
    failed: flag(t => sql`${column('error_code')(t)} is not null`),
  },
  orders: { MONTH: [monthKey, textKey('export')], EXPORT: [textKey('export'), monthKey] },
  defaultOrder: { field: 'MONTH', direction: 'DESC' },
}

export type BillRow = AskedRow & { readonly export: string; readonly month: string }

/** The month of the export that an amount was loaded from. */
export const billByKey = {
  ...relate('bill', bill, { export: 'export', month: 'month' }),
  on: (t: string, parent: string) => sql`${column('export')(t)} = ${sql.ref(`${parent}.export`)}
    and ${column('month')(t)} = (${sql.ref(`${parent}.month`)} || '-01')::date`,
}
