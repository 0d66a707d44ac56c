import { sql } from 'kysely'
import { type AskedRow, type Concept, column, type Relation, textKey } from '../concept.ts'
import { madeFrom } from './made-from.ts'

/** An image that carries a product's code. */
export const paidProductImage: Concept = {
  name: 'PaidProductImage',
  from: () => sql`amigraph.images`,
  fields: {
    imageId: column('image_id'),
    region: column('region'),
    ownerAccountId: column('owner_account_id'),
    inherited: t => sql`${column('owner_alias')(t)} is distinct from 'aws-marketplace'`,
    madeFrom,
    firstLauncherId: t => sql`(
      select n.account_id from amigraph.instance_images n
      where n.region = ${column('region')(t)} and n.image_id = ${column('image_id')(t)}
      order by coalesce(n.launch_time, n.first_seen_at), n.account_id limit 1)`,
  },
  always: ['imageId', 'region', 'ownerAccountId', 'firstLauncherId'],
  filters: {},
  orders: { IMAGE_ID: [textKey('region'), textKey('image_id')] },
  defaultOrder: { field: 'IMAGE_ID', direction: 'ASC' },
}

export type PaidProductImageRow = AskedRow & {
  readonly imageId: string
  readonly region: string
  readonly ownerAccountId: string | null
  readonly firstLauncherId: string | null
}

/** The images that carry a product's code. */
export const imagesOfPaidProduct: Relation = {
  name: 'images of paid product',
  to: paidProductImage,
  parentKey: ['productCode'],
  from: (t, parent) => sql`(
    select i.* from amigraph.image_product_codes p join amigraph.images i using (region, image_id)
    where p.product_code = ${sql.ref(`${parent}.productCode`)}) as ${sql.ref(t)}`,
  on: () => sql`true`,
}
