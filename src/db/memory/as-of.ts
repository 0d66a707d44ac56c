import { sql } from 'kysely'
import type { Alias, Relation } from '../concept.ts'
import { every } from '../filter.ts'
import type { Sql } from '../statement.ts'

/** The moment that a row is wanted as of: a field of its parent. */
export const moment = (parent: Alias): Sql => sql`${sql.ref(`${parent}.asOf`)}::timestamptz`

/**
 * The rows of a table with these values as they were at a moment: those that hold since before it, and the versions that
 * held then. `columns` are columns of the table and of `amigraph.versions` alike.
 */
export const rowsAt = (
  table: string,
  columns: Readonly<Record<string, Sql>>,
  at: Sql,
  /** Which versions; row-level security alone shows those that were in sight at any time */
  isSeen: (past: Alias) => Sql = () => sql`true`,
): Sql => {
  const fact = sql.table(`amigraph.${table}`)
  const same = (alias: Alias) =>
    every(Object.entries(columns).map(([name, value]) => sql`${sql.ref(`${alias}.${name}`)} = ${value}`))
  return sql`
    select known.* from ${fact} as known where ${same('known')} and known.valid_from <= ${at}
    union all
    select row_then.* from amigraph.versions past
    cross join lateral jsonb_populate_record(null::${fact}, past.was) as row_then
    where past.fact = ${sql.lit(table)} and ${same('past')} and past.was is not null
      and past.valid_from <= ${at} and past.valid_to > ${at}
      and ${isSeen('past')}`
}

/** A relation as of a moment: `columns` of the table, and of `amigraph.versions` alike, by the parent's fields. */
export const relationAsOf = (
  relation: Relation,
  table: string,
  columns: Readonly<Record<string, string>>,
  fields?: Relation['fields'],
): Relation => ({
  name: `${relation.name} as of then`,
  to: relation.to,
  parentKey: [...relation.parentKey, 'asOf'],
  from: (t, parent) => {
    const values = Object.entries(columns).map(([column, field]) => [column, sql.ref(`${parent}.${field}`)])
    return sql`(${rowsAt(table, Object.fromEntries(values), moment(parent))}) as ${sql.ref(t)}`
  },
  on: relation.on,
  ...(fields && { fields }),
})

/** What belongs to an image, as of a moment: for relations by Region and image ID. */
export const ofImageAsOf = (relation: Relation, table: string, fields?: Relation['fields']): Relation =>
  relationAsOf(relation, table, { region: 'region', image_id: 'imageId' }, fields)

/** Whether the image that a version is of was in the reader's sight at that moment. */
export const sawImage = (version: Alias, at: Sql): Sql =>
  sql`amigraph.saw_image(${sql.ref(`${version}.account_id`)}, ${sql.ref(`${version}.region`)}, ${sql.ref(`${version}.image_id`)}, ${at})`
