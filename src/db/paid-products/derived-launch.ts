import { sql } from 'kysely'
import { type AskedRow, type Concept, column, type Relation, textKey } from '../concept.ts'

/** The launch of an image that has a product's code from what it was made from (R14). */
const derivedLaunch: Concept = {
  name: 'DerivedLaunch',
  from: () => sql`amigraph.instance_images`,
  fields: {
    accountId: column('account_id'),
    region: column('region'),
    imageId: column('image_id'),
    instanceId: column('instance_id'),
    launchedAt: column('launched_at'),
  },
  always: ['accountId', 'region', 'imageId'],
  filters: {},
  orders: { LAUNCHED_AT: [{ type: 'timestamptz', value: column('launched_at') }, textKey('instance_id')] },
  defaultOrder: { field: 'LAUNCHED_AT', direction: 'ASC' },
}

export const derivedLaunchFields = derivedLaunch.fields

/** What every row of a launch has. */
export type DerivedLaunchRow = AskedRow & {
  readonly accountId: string
  readonly region: string
  readonly imageId: string
}

/** The first one that was seen, of all images that carry the code and that the AWS Marketplace does not own. */
export const firstDerivedLaunchOfProduct: Relation = {
  name: 'first derived launch of product',
  to: derivedLaunch,
  parentKey: ['productCode'],
  from: (t, parent) => sql`(
    select n.account_id, n.region, n.image_id, n.instance_id, coalesce(n.launch_time, n.first_seen_at) as launched_at
    from amigraph.image_product_codes p
    join amigraph.images i using (region, image_id)
    join amigraph.instance_images n using (region, image_id)
    where p.product_code = ${sql.ref(`${parent}.productCode`)} and i.owner_alias is distinct from 'aws-marketplace'
    order by coalesce(n.launch_time, n.first_seen_at), n.account_id, n.instance_id limit 1) as ${sql.ref(t)}`,
  on: () => sql`true`,
}
