import { sql } from 'kysely'
import { type Concept, column, type Relation, textKey } from '../concept.ts'
import { carriers, useOf } from './carriers.ts'

/** What carries a product's code or is charged for it, by account or by Region; charges within these months, or within all. */
const placesBy = (name: string, order: string, key: 'account_id' | 'region'): Relation => {
  const field = key === 'account_id' ? 'accountId' : 'region'
  const place: Concept = {
    name,
    from: () => sql`amigraph.costs`,
    fields: { [field]: column(key), use: column('use') },
    always: [field],
    filters: {},
    orders: { [order]: [textKey(key)] },
    defaultOrder: { field: order, direction: 'ASC' },
  }
  return {
    name,
    to: place,
    parentKey: ['productCode'],
    from: (t, parent, months) => sql`(
      select ${sql.ref(key)}, ${useOf} as use from ${carriers(months)} carried
      where product_code = ${sql.ref(`${parent}.productCode`)} and ${sql.ref(key)} <> ''
      group by ${sql.ref(key)}) as ${sql.ref(t)}`,
    on: () => sql`true`,
  }
}

/** What every row of an account has. */
export type PaidProductAccountRow = { readonly accountId: string }

export const accountsOfPaidProduct = placesBy('PaidProductAccount', 'ACCOUNT_ID', 'account_id')
export const regionsOfPaidProduct = placesBy('PaidProductRegion', 'REGION', 'region')
