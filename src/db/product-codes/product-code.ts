import { sql } from 'kysely'
import { type Concept, column, nodeId, type Relation, textKey } from '../concept.ts'
import { oneOf } from '../filter.ts'
import { relate } from '../relation.ts'

/** Product codes (R14): those that an image or instance carries. They have no table, the carriers name them. */
export const productCode: Concept = {
  name: 'ProductCode',
  from: t => sql`(
    select carried.product_code, min(carried.kind) as kind
    from (
      select product_code, kind from amigraph.image_product_codes
      union
      select product_code, kind from amigraph.instance_product_codes
    ) carried
    group by carried.product_code) as ${sql.ref(t)}`,
  fields: { id: nodeId('ProductCode', 'product_code'), productCode: column('product_code'), kind: column('kind') },
  always: ['productCode'],
  filters: { productCode: oneOf(column('product_code')), kind: oneOf(column('kind')) },
  orders: { PRODUCT_CODE: [textKey('product_code')] },
  defaultOrder: { field: 'PRODUCT_CODE', direction: 'ASC' },
}

/** What every row of a product code has. */
export type ProductCodeRow = { readonly productCode: string }

/** One product code. */
export const productCodeByKey: Relation = {
  ...relate('product code', productCode, { product_code: 'productCode' }),
  // By the code first: the planner does not reach through the grouping for a parent's value.
  from: (t, parent) => sql`(
    select carried.product_code, min(carried.kind) as kind
    from (
      select c.product_code, c.kind from amigraph.image_product_codes c
      where c.product_code = ${sql.ref(`${parent}.productCode`)}
      union
      select c.product_code, c.kind from amigraph.instance_product_codes c
      where c.product_code = ${sql.ref(`${parent}.productCode`)}
    ) carried
    group by carried.product_code) as ${sql.ref(t)}`,
}

/** The codes of an image. */
export const productCodesOfImage: Relation = {
  ...relate('product codes of image', productCode, { region: 'region', image_id: 'imageId' }),
  from: t => sql`amigraph.image_product_codes as ${sql.ref(t)}`,
}

/** The codes of an instance. */
export const productCodesOfInstance: Relation = {
  ...relate('product codes of instance', productCode, {
    account_id: 'accountId',
    region: 'region',
    instance_id: 'instanceId',
  }),
  from: t => sql`amigraph.instance_product_codes as ${sql.ref(t)}`,
}
