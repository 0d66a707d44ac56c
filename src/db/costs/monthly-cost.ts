import { sql } from 'kysely'
import { type Concept, column, type Relation, table, textKey } from '../concept.ts'
import { relate } from '../relation.ts'
import { decimal, money, moneyParts } from './money.ts'
import { within } from './months.ts'

/** Sums of money as their parts. */
export const costs = {
  softwareCost: moneyParts('software_cost'),
  infrastructureCost: moneyParts('infrastructure_cost'),
}

/** Sums of costs by month and currency, of whatever a relation adds up. */
export const monthlyCost: Concept = {
  name: 'MonthlyCost',
  from: table('amigraph.costs'),
  fields: {
    month: column('month'),
    softwareCost: money('software_cost'),
    infrastructureCost: money('infrastructure_cost'),
    instanceHours: decimal('instance_hours'),
  },
  always: ['month'],
  filters: {},
  orders: { MONTH: [textKey('month'), textKey('currency')] },
  defaultOrder: { field: 'MONTH', direction: 'ASC' },
}

/** The costs of an account: sums that are kept (migration 0004), because there may be thousands of rows a month. */
export const costsOfAccount: Relation = {
  ...relate('costs of account', monthlyCost, { account_id: 'accountId' }),
  from: (t, parent, months) => sql`(
    select to_char(c.month, 'YYYY-MM') as month, c.currency, c.software_cost, c.infrastructure_cost, c.instance_hours
    from amigraph.monthly_account_costs c
    where c.account_id = ${sql.ref(`${parent}.accountId`)} and ${within(sql`c.month`, months)}) as ${sql.ref(t)}`,
  on: () => sql`true`,
}

/** The costs of an image, added up over the accounts whose costs the viewer sees. */
export const costsOfImage: Relation = {
  ...relate('costs of image', monthlyCost, { region: 'region', image_id: 'imageId' }),
  from: (t, parent, months) => sql`(
    select to_char(c.month, 'YYYY-MM') as month, c.currency, sum(c.software_cost) as software_cost,
      sum(c.infrastructure_cost) as infrastructure_cost, sum(c.instance_hours) as instance_hours
    from amigraph.costs c
    where c.region = ${sql.ref(`${parent}.region`)} and c.image_id = ${sql.ref(`${parent}.imageId`)}
      and ${within(sql`c.month`, months)}
    group by c.month, c.currency) as ${sql.ref(t)}`,
  on: () => sql`true`,
}
