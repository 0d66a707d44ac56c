import { sql } from 'kysely'
import { type Alias, type AskedRow, type Concept, column, type Field, type Relation, textKey } from '../concept.ts'
import { type Months, within } from '../costs/months.ts'
import { oneOf } from '../filter.ts'
import type { Sql } from '../statement.ts'
import { carriers, useOf } from './carriers.ts'

/** The configuration names a product, bills do, and so do the names of its images: the seller's before all others. */
const titles: Field = t => sql`coalesce((
  select json_agg(json_build_object('title', named.title, 'source', named.source) order by named.choice)
  from (
    select p.title, 'CONFIGURATION' as source, 1 as choice from amigraph.configured_product_titles p
    where p.product_code = ${column('product_code')(t)}
    union all
    (select p.title, 'BILL', 2 from amigraph.product_titles p
      where p.product_code = ${column('product_code')(t)} order by p.month desc, p.title limit 1)
    union all
    (select distinct on (named.source) named.name, named.source, named.choice
      from (
        select i.name, i.creation_date, i.image_id, i.region, case when is_seller then 'IMAGE' else 'DERIVED_IMAGE' end as source,
          case when is_seller then 3 else 4 end as choice
        from amigraph.image_product_codes p join amigraph.images i using (region, image_id)
        cross join lateral (select i.owner_alias is not distinct from 'aws-marketplace' as is_seller) owned
        where p.product_code = ${column('product_code')(t)} and i.name is not null
      ) named
      order by named.source, named.creation_date desc nulls last, named.image_id, named.region)
  ) named), '[]')`

/** Products that images or instances carry or bills charge for (R14). They have no table: those name them. */
export const paidProduct: Concept = {
  name: 'PaidProduct',
  from: () => sql`amigraph.costs`,
  fields: {
    productCode: column('product_code'),
    kind: column('kind'),
    title: t => sql`${titles(t)} -> 0 ->> 'title'`,
    titles,
    use: column('use'),
  },
  always: ['productCode'],
  filters: { productCode: oneOf(column('product_code')), kind: oneOf(column('kind')), use: oneOf(column('use')) },
  orders: {
    PRODUCT_CODE: [textKey('product_code')],
    SOFTWARE_COST: [{ type: 'numeric', value: column('software_cost') }, textKey('product_code')],
  },
  defaultOrder: { field: 'PRODUCT_CODE', direction: 'ASC' },
}

export type PaidProductRow = AskedRow & { readonly productCode: string }

/** What carries or charges, each product once, with its charges within these months or all. */
const products = (t: Alias, months: Months, of: Sql): Sql => sql`(
  select product_code, coalesce(min(kind), 'MARKETPLACE') as kind, coalesce(sum(software_cost), 0) as software_cost,
    ${useOf} as use
  from ${carriers(months)} carried where ${of}
  group by product_code) as ${sql.ref(t)}`

/** Every product. */
export const paidProducts: Relation = {
  name: 'paid products',
  to: paidProduct,
  parentKey: [],
  from: (t, _parent, months) => products(t, months, sql`true`),
  on: () => sql`true`,
}

/** Those of an account. */
export const paidProductsOfAccount: Relation = {
  ...paidProducts,
  name: 'paid products of account',
  parentKey: ['accountId'],
  from: (t, parent, months) => products(t, months, sql`account_id = ${sql.ref(`${parent}.accountId`)}`),
}

const productCharge: Concept = {
  name: 'Money',
  from: () => sql`amigraph.costs`,
  fields: {
    amount: t => sql`trim_scale(${column('software_cost')(t)})::text`,
    currency: column('currency'),
  },
  always: ['amount', 'currency'],
  filters: {},
  orders: { CURRENCY: [textKey('currency')] },
  defaultOrder: { field: 'CURRENCY', direction: 'ASC' },
}

export const productChargeFields = productCharge.fields

/** The software charges of a product, where they are in one currency. */
export const softwareCostOfProduct: Relation = {
  name: 'software cost of product',
  to: productCharge,
  parentKey: ['productCode'],
  from: (t, parent, months) => sql`(
    select sum(c.software_cost) as software_cost, min(c.currency) as currency
    from amigraph.costs c
    where c.product_code = ${sql.ref(`${parent}.productCode`)} and c.software_cost <> 0
      and ${within(sql`c.month`, months)}
    having count(distinct c.currency) = 1) as ${sql.ref(t)}`,
  on: () => sql`true`,
}
