import { sql } from 'kysely'
import { type AskedRow, type Concept, column, type OrderKey, type Relation, table, textKey } from '../concept.ts'
import { decimal, money } from '../costs/money.ts'
import { within } from '../costs/months.ts'
import { oneOf, oneOfMany, text } from '../filter.ts'
import { everyRow } from '../relation.ts'

const monthKey: OrderKey = { type: 'text', value: t => sql`to_char(${column('month')(t)}, 'YYYY-MM')` }

const unique: OrderKey[] = [
  ...['instance_id', 'account_id', 'region', 'image_id', 'instance_operation', 'billed_operation', 'currency'].map(
    textKey,
  ),
  textKey('payer_account_id'),
]

/** Billed usage of instances whose usage operation, their image's and the bill's do not agree (R16). */
export const usageOperationDrift: Concept = {
  name: 'UsageOperationDrift',
  from: table('amigraph.usage_operation_drifts'),
  fields: {
    month: monthKey.value,
    accountId: column('account_id'),
    payerAccountId: column('payer_account_id'),
    instanceId: column('instance_id'),
    region: column('region'),
    imageId: column('image_id'),
    imageUsageOperation: column('image_operation'),
    instanceUsageOperation: t => sql`nullif(${column('instance_operation')(t)}, '')`,
    billedUsageOperation: column('billed_operation'),
    kinds: column('kinds'),
    infrastructureCost: money('infrastructure_cost'),
    effectiveInfrastructureCost: money('effective_infrastructure_cost'),
    instanceHours: decimal('instance_hours'),
  },
  always: ['accountId', 'payerAccountId', 'region', 'instanceId', 'imageId'],
  filters: {
    account: oneOf(column('account_id')),
    region: oneOf(column('region')),
    instanceId: oneOf(column('instance_id')),
    imageId: oneOf(column('image_id')),
    kind: oneOfMany(column('kinds')),
    billedUsageOperation: text(column('billed_operation')),
  },
  orders: {
    INFRASTRUCTURE_COST: [{ type: 'numeric', value: column('infrastructure_cost') }, monthKey, ...unique],
    MONTH: [monthKey, ...unique],
    INSTANCE_ID: [...unique, monthKey],
  },
  defaultOrder: { field: 'INFRASTRUCTURE_COST', direction: 'DESC' },
}

/** What every row of a drift has. */
export type UsageOperationDriftRow = AskedRow & {
  readonly accountId: string
  readonly payerAccountId: string
  readonly region: string
  readonly instanceId: string
  readonly imageId: string
}

/** Those of some months. */
export const usageOperationDrifts: Relation = {
  ...everyRow(usageOperationDrift),
  on: (t, _parent, months) => within(column('month')(t), months),
}
