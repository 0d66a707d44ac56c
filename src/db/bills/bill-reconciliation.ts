import { sql } from 'kysely'
import { type AskedRow, type Concept, column, type OrderKey, type Relation, table, textKey } from '../concept.ts'
import { decimal, money } from '../costs/money.ts'
import { within } from '../costs/months.ts'
import { oneOf } from '../filter.ts'
import { everyRow } from '../relation.ts'

const month: OrderKey['value'] = t => sql`to_char(${column('month')(t)}, 'YYYY-MM')`

/** Lines beyond what an Int holds are as many as one can say. */
const lineItems: OrderKey['value'] = t => sql`least(${column('line_items')(t)}, 2147483647)::integer`

const unique: OrderKey[] = [
  { type: 'text', value: month },
  textKey('payer_account_id'),
  textKey('account_id'),
  textKey('currency'),
]

/** An account's part of a payer's bill (R18). */
export const billReconciliation: Concept = {
  name: 'BillReconciliation',
  from: table('amigraph.billed_amounts'),
  fields: {
    month,
    payerAccountId: column('payer_account_id'),
    accountId: column('account_id'),
    currency: column('currency'),
    export: column('export'),
    billed: money('billed'),
    attributed: money('attributed'),
    unattributed: money('unattributed'),
    lineItems,
  },
  always: ['month', 'payerAccountId', 'accountId', 'currency', 'export'],
  filters: { account: oneOf(column('account_id')), payer: oneOf(column('payer_account_id')) },
  orders: {
    MONTH: unique,
    BILLED: [{ type: 'numeric', value: column('billed') }, ...unique],
    UNATTRIBUTED: [{ type: 'numeric', value: column('unattributed') }, ...unique],
  },
  defaultOrder: { field: 'MONTH', direction: 'ASC' },
}

export type BillReconciliationRow = AskedRow & {
  readonly month: string
  readonly payerAccountId: string
  readonly accountId: string
  readonly currency: string
  readonly export: string
}

/** Those of some months. */
export const billReconciliations: Relation = {
  ...everyRow(billReconciliation),
  on: (t, _parent, months) => within(column('month')(t), months),
}

const unattributedAmount: Concept = {
  name: 'UnattributedAmount',
  from: table('amigraph.unattributed_amounts'),
  fields: { code: column('reason'), amount: decimal('amount'), lineItems },
  always: ['code'],
  filters: {},
  orders: { REASON: [textKey('reason')] },
  defaultOrder: { field: 'REASON', direction: 'ASC' },
}

/** The reasons of what was not attributed. */
export const reasonsOfBill: Relation = {
  name: 'reasons of bill',
  to: unattributedAmount,
  parentKey: ['month', 'payerAccountId', 'accountId', 'currency'],
  on: (t, parent) => sql`${column('month')(t)} = (${sql.ref(`${parent}.month`)} || '-01')::date
    and ${column('payer_account_id')(t)} = ${sql.ref(`${parent}.payerAccountId`)}
    and ${column('account_id')(t)} = ${sql.ref(`${parent}.accountId`)}
    and ${column('currency')(t)} = ${sql.ref(`${parent}.currency`)}`,
}

export const unattributedAmountFields = unattributedAmount.fields
