import { sql } from 'kysely'
import { column, type Field, type Fields } from '../concept.ts'

/** A number of any size as the API's Decimal: a text without zeros at its end. */
export const decimal =
  (name: string): Field =>
  t =>
    sql`trim_scale(${column(name)(t)})::text`

/** An amount as its parts: the fields of Money. */
export const moneyParts = (name: string): Fields => ({ amount: decimal(name), currency: column('currency') })

/** An amount as a whole. */
export const money =
  (name: string): Field =>
  t =>
    sql`json_build_object('amount', ${decimal(name)(t)}, 'currency', ${column('currency')(t)})`
