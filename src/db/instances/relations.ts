import { sql } from 'kysely'
import type { Relation } from '../concept.ts'
import { relate } from '../relation.ts'
import { instance } from './instance.ts'

/** The instances of an account. */
export const instancesOfAccount = relate('instances of account', instance, { account_id: 'accountId' })

/** The instances that were launched from an image. */
export const instancesOfImage = relate('instances of image', instance, { region: 'region', image_id: 'imageId' })

/** The instances that carry a product code. */
export const instancesOfProductCode: Relation = {
  ...relate('instances of product code', instance, { product_code: 'productCode' }),
  on: (t, parent) => sql`(${sql.ref(`${t}.account_id`)}, ${sql.ref(`${t}.region`)}, ${sql.ref(`${t}.instance_id`)}) in (
    select code.account_id, code.region, code.instance_id from amigraph.instance_product_codes code
    where code.product_code = ${sql.ref(`${parent}.productCode`)})`,
}
