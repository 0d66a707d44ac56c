import { sql } from 'kysely'
import type { AskedRow, Concept, Field, OrderKey, Relation } from '../concept.ts'
import { column } from '../concept.ts'
import { every, type FilterInput, matches } from '../filter.ts'
import type { Sql } from '../statement.ts'
import { costFilters } from './cost-filters.ts'
import { everyCost, sums } from './every-cost.ts'
import { decimal, money } from './money.ts'
import { type Months, within } from './months.ts'

/** What costs can be grouped by: the columns of each. An image is one in its Region (R1). */
const columnsOf = {
  ACCOUNT: ['account_id'],
  OU: ['parent_id'],
  IMAGE: ['image_region', 'image_id'],
  IMAGE_OWNER: ['image_owner_id'],
  PRODUCT: ['product_code'],
  GOLDEN_FAMILY: ['golden_family', 'golden_origin'],
  REGION: ['region'],
  USAGE_OPERATION: ['usage_operation'],
  MONTH: ['month'],
} as const

export type CostGroup = keyof typeof columnsOf

const groupColumns = [...new Set(Object.values(columnsOf).flat())].sort()

/** Nothing is said of what costs are not grouped by, nor of what they have not. */
const known =
  (name: string): Field =>
  t =>
    sql`nullif(${column(name)(t)}, '')`

const numericKey = (name: string): OrderKey => ({ type: 'numeric', value: column(name) })
const groupKey: OrderKey = { type: 'text', value: t => sql`${column('group_key')(t)} collate "C"` }

const cost: Concept = {
  name: 'Cost',
  // What is read is always the sums of some relation.
  from: () => sql`amigraph.costs`,
  fields: {
    month: t => sql`to_char(${column('month')(t)}::date, 'YYYY-MM')`,
    accountId: known('account_id'),
    organizationalUnitId: known('parent_id'),
    imageId: known('image_id'),
    imageOwnerId: known('image_owner_id'),
    region: t => sql`coalesce(${known('region')(t)}, ${known('image_region')(t)})`,
    productCode: known('product_code'),
    usageOperation: known('usage_operation'),
    goldenFamily: column('golden_family'),
    goldenOrigin: column('golden_origin'),
    softwareCost: money('software_cost'),
    infrastructureCost: money('infrastructure_cost'),
    onDemandCost: money('on_demand_cost'),
    spotCost: money('spot_cost'),
    savingsPlanUsageCost: money('savings_plan_usage_cost'),
    reservedUsageCost: money('reserved_usage_cost'),
    effectiveInfrastructureCost: money('effective_infrastructure_cost'),
    snapshotStorageCost: money('snapshot_cost'),
    tax: money('tax'),
    credit: money('credit'),
    refund: money('refund'),
    fee: money('fee'),
    discount: money('discount'),
    savingsPlanNegation: money('savings_plan_negation'),
    otherCost: money('other_cost'),
    total: money('total_cost'),
    instanceHours: decimal('instance_hours'),
  },
  always: [
    'accountId',
    'organizationalUnitId',
    'imageId',
    'imageOwnerId',
    'region',
    'goldenFamily',
    'goldenOrigin',
    'accountIds',
  ],
  filters: {},
  orders: {
    TOTAL: [numericKey('total_cost'), groupKey],
    SOFTWARE_COST: [numericKey('software_cost'), groupKey],
    INFRASTRUCTURE_COST: [numericKey('infrastructure_cost'), groupKey],
    GROUP: [groupKey],
  },
  defaultOrder: { field: 'TOTAL', direction: 'DESC' },
}

export const costFields = cost.fields

/** What every row of costs has. */
export type CostRow = AskedRow & {
  readonly accountId: string | null
  readonly organizationalUnitId: string | null
  readonly imageId: string | null
  readonly imageOwnerId: string | null
  readonly region: string | null
  readonly goldenFamily: string | null
  readonly goldenOrigin: string | null
  /** As PostgreSQL writes an array */
  readonly accountIds: string
}

export type CostSelection = {
  readonly months: Months
  readonly groupBy: readonly CostGroup[]
  readonly filter?: FilterInput
  /** Columns of costs that a parent's fields name */
  readonly of?: Readonly<Record<string, string>>
}

/**
 * Costs added up by what `groupBy` names, and by currency. Sums that a query does not ask for are not computed: PostgreSQL
 * drops them from the subselect.
 */
export const costsBy = ({ months, groupBy, filter = {}, of = {} }: CostSelection): Relation => {
  // In the order of CostGroup, whatever the query's is.
  const grouped = Object.entries(columnsOf).flatMap(([group, names]) =>
    groupBy.includes(group as CostGroup) ? [...names] : [],
  )
  const asked = [...grouped, ...Object.keys(of)]
  const chosen = (t: string, parent: string): Sql =>
    every([
      within(column('month')(t), months),
      ...Object.entries(of).map(([name, field]) => sql`${column(name)(t)} = ${sql.ref(`${parent}.${field}`)}`),
      ...(Object.keys(filter).length === 0 ? [] : [matches(costFilters, filter, t)]),
    ])
  const keys = [...grouped, 'currency'].map(name => column(name)('c'))
  const accountIds = (t: string, parent: string) => sql`(
    select coalesce(array_agg(distinct c.account_id), '{}')::text from ${everyCost('c', { columns: ['account_id', ...asked], filter })}
    where ${every([
      chosen('c', parent),
      ...[...grouped, 'currency'].map(name => sql`${column(name)('c')} is not distinct from ${column(name)(t)}`),
    ])})`
  return {
    name: `costs by ${JSON.stringify([groupBy, months, filter, of])}`,
    to: cost,
    parentKey: [...new Set(Object.values(of))],
    from: (t, parent) => sql`(
      select ${sql.join([
        ...groupColumns.map(name =>
          grouped.includes(name)
            ? sql`${column(name)('c')}`
            : sql`null::${sql.raw(name === 'month' ? 'date' : 'text')} as ${sql.ref(name)}`,
        ),
        sql`c.currency`,
        sql`json_build_array(${sql.join(keys)})::text as group_key`,
        ...sums.map(name => sql`sum(${column(name)('c')}) as ${sql.ref(name)}`),
      ])}
      from ${everyCost('c', { columns: asked, filter })}
      where ${chosen('c', parent)}
      group by ${sql.join(keys)}) as ${sql.ref(t)}`,
    on: () => sql`true`,
    fields: (t, parent) => ({ accountIds: accountIds(t, parent) }),
  }
}
