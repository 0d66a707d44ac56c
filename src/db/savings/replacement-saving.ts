import { sql } from 'kysely'
import { launchableState, reaches } from '../access/grants.ts'
import { type AskedRow, type Concept, column, type Relation, textKey } from '../concept.ts'
import { money } from '../costs/money.ts'
import { within } from '../costs/months.ts'
import { oneOf } from '../filter.ts'
import { image } from '../images/image.ts'
import { platform } from '../images/platform.ts'
import type { Sql } from '../statement.ts'

/** (R19) The current release of each golden family: its available images without a product code, as rows `g`. */
const goldenImages: Sql = sql`
  select distinct i.region, i.image_id, i.owner_account_id, i.is_public, i.architecture, ${platform('i')} as platform
  from amigraph.golden_releases r
  join amigraph.golden_images made using (origin, family, release)
  join amigraph.images i on i.region = made.region and i.image_id = made.image_id
  where r.age = 1 and not made.is_copy and i.state = ${launchableState}
    and not exists (
      select from amigraph.image_product_codes p where p.region = i.region and p.image_id = i.image_id)`

/** A golden image `g` can run where the instances of `paid` do, and their account may launch it (R6). */
const canReplace = (paid: string): Sql => sql`g.region = ${sql.ref(`${paid}.region`)}
  and g.architecture = ${sql.ref(`${paid}.architecture`)} and g.platform = ${sql.ref(`${paid}.platform`)}
  and exists (
    select from amigraph.accounts a
    where a.account_id = ${sql.ref(`${paid}.account_id`)} and (
      g.owner_account_id = a.account_id or g.is_public or exists (
        select from amigraph.launch_permissions p
        where p.region = g.region and p.image_id = g.image_id and ${reaches('a')})))`

const saving: Concept = {
  name: 'ReplacementSaving',
  from: () => sql`amigraph.instances`,
  fields: {
    accountId: column('account_id'),
    region: column('region'),
    imageId: column('image_id'),
    architecture: column('architecture'),
    platform: column('platform'),
    productCode: column('product_code'),
    instanceCount: column('instance_count'),
    exampleInstanceIds: column('example_instance_ids'),
    softwareCost: t => sql`case when ${column('currency')(t)} <> '' then ${money('amount')(t)} end`,
  },
  always: ['accountId', 'region', 'imageId', 'architecture', 'platform'],
  filters: {
    account: oneOf(column('account_id')),
    region: oneOf(column('region')),
    imageId: oneOf(column('image_id')),
    productCode: oneOf(column('product_code')),
  },
  orders: {
    SOFTWARE_COST: [
      { type: 'numeric', value: column('amount') },
      ...['account_id', 'region', 'image_id', 'product_code', 'currency', 'platform', 'architecture'].map(textKey),
    ],
    ACCOUNT_ID: ['account_id', 'region', 'image_id', 'product_code', 'currency', 'platform', 'architecture'].map(
      textKey,
    ),
  },
  defaultOrder: { field: 'SOFTWARE_COST', direction: 'DESC' },
}

export const replacementSavingFields = saving.fields

/** What every row of a saving has. */
export type ReplacementSavingRow = AskedRow & {
  readonly accountId: string
  readonly region: string
  readonly imageId: string
  readonly architecture: string
  readonly platform: string
}

/** Running instances of paid images that a golden image could replace, with what their software was billed. */
export const replacementSavings: Relation = {
  name: 'replacement savings',
  to: saving,
  parentKey: [],
  from: (t, _parent, months) => sql`(
    with g as materialized (${goldenImages}), running as materialized (
      select n.account_id, n.region, n.image_id, n.instance_id, n.architecture, ${platform('n')} as platform,
        code.product_code,
        array_agg(code.product_code) over (
          partition by n.account_id, n.region, n.instance_id order by code.product_code
          rows between unbounded preceding and unbounded following) as codes
      from amigraph.instances n
      cross join lateral (
        select p.product_code from amigraph.instance_product_codes p
        where p.account_id = n.account_id and p.region = n.region and p.instance_id = n.instance_id
        union
        select p.product_code from amigraph.image_product_codes p where p.region = n.region and p.image_id = n.image_id
      ) code
      where n.state = 'RUNNING' and n.architecture is not null
    ), billed as (
      select running.*, coalesce(l.currency, '') as currency, coalesce(sum(l.gross), 0) as amount
      from running
      left join amigraph.counted_bill_lines l on l.resource_id = running.instance_id and l.account_id = running.account_id
        and l.seller = 'MARKETPLACE' and l.charge = 'USAGE' and ${within(sql`l.month`, months)}
        -- (R14) Of several codes the bill's own; a code of the bill that the instance has not is that of its first one.
        and running.product_code = case when l.product_code = any(running.codes) then l.product_code else running.codes[1] end
      group by running.account_id, running.region, running.image_id, running.instance_id, running.architecture,
        running.platform, running.product_code, running.codes, l.currency
    )
    select paid.account_id, paid.region, paid.image_id, paid.architecture, paid.platform, paid.product_code, paid.currency,
      sum(paid.amount) as amount, count(*)::integer as instance_count,
      (array_agg(paid.instance_id order by paid.instance_id))[1:3] as example_instance_ids
    from billed paid
    where exists (select from g where ${canReplace('paid')})
    group by paid.account_id, paid.region, paid.image_id, paid.architecture, paid.platform, paid.product_code, paid.currency
  ) as ${sql.ref(t)}`,
  on: () => sql`true`,
}

/** The golden images that could take the place of a paid one. */
export const replacementsOfImage: Relation = {
  name: 'replacements of image',
  to: { ...image, orders: { ID: [textKey('image_id')] }, defaultOrder: { field: 'ID', direction: 'ASC' } },
  parentKey: ['accountId', 'region', 'imageId', 'architecture', 'platform'],
  on: (t, parent) => sql`(${column('region')(t)}, ${column('image_id')(t)}) in (
    select g.region, g.image_id
    from (select ${sql.ref(`${parent}.accountId`)} as account_id, ${sql.ref(`${parent}.region`)} as region,
      ${sql.ref(`${parent}.architecture`)} as architecture, ${sql.ref(`${parent}.platform`)} as platform) paid
    join (${goldenImages}) g on ${canReplace('paid')})`,
}
