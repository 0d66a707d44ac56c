import { sql } from 'kysely'
import type { Relation } from '../concept.ts'
import { relate } from '../relation.ts'
import { image } from './image.ts'

/** The images that an account owns. */
export const imagesOfAccount = relate('images of account', image, { owner_account_id: 'accountId' })

/** The images with a block device made from a snapshot. */
export const imagesOfSnapshot: Relation = {
  ...relate('images of snapshot', image, { region: 'region', snapshot_id: 'snapshotId' }),
  on: (t, parent) => sql`${sql.ref(`${t}.region`)} = ${sql.ref(`${parent}.region`)} and ${sql.ref(`${t}.image_id`)} in (
    select device.image_id from amigraph.image_block_devices device
    where device.region = ${sql.ref(`${parent}.region`)} and device.snapshot_id = ${sql.ref(`${parent}.snapshotId`)})`,
}

/** The images that carry a product code. */
export const imagesOfProductCode: Relation = {
  ...relate('images of product code', image, { product_code: 'productCode' }),
  on: (t, parent) => sql`(${sql.ref(`${t}.region`)}, ${sql.ref(`${t}.image_id`)}) in (
    select code.region, code.image_id from amigraph.image_product_codes code
    where code.product_code = ${sql.ref(`${parent}.productCode`)})`,
}
