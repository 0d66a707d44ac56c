import { sql } from 'kysely'
import type { NodeType } from '../domain/node-id.ts'
import type { Filters } from './filter.ts'
import type { Sql } from './statement.ts'

/** The name that a table has within one statement. */
export type Alias = string

/** A field of the API, as SQL over a row of its table. */
export type Field = (t: Alias) => Sql

export type Fields = Readonly<Record<string, Field>>

/** A row, and which fields a query asks of it: its coverage depends on that. */
export type AskedRow = { readonly asked?: readonly string[] }

export type Direction = 'ASC' | 'DESC'

/** One of the values that a list is ordered by: never null, so that rows compare as tuples. */
export type OrderKey = {
  readonly type: 'text' | 'timestamptz' | 'integer' | 'bigint' | 'numeric'
  readonly value: Field
}

/** What a list is ordered by; the last keys make it unique. All go in the same direction. */
export type Order = readonly OrderKey[]

/** A type of the API as the database has it. Data only: lists, look-ups and counts are made from it. */
export type Concept = {
  readonly name: string
  /** The FROM item */
  readonly from: (t: Alias) => Sql
  readonly fields: Fields
  /** Fields that are read with every row, because other fields are found by them */
  readonly always: readonly string[]
  readonly filters: Filters
  readonly orders: Readonly<Record<string, Order>>
  readonly defaultOrder: { readonly field: string; readonly direction: Direction }
  /**
   * True of every row that a limited viewer sees, and a place to begin from where those are few. Row-level security hides
   * the others without it, but only while the whole list is gone through.
   */
  readonly inSight?: Field
}

/** Values of a parent, by the names of its fields. */
export type ParentKey = Readonly<Record<string, string | null>>

/** A way from rows of one concept to rows of another. */
export type Relation = {
  readonly name: string
  readonly to: Concept
  /** The fields of a parent that the way starts from */
  readonly parentKey: readonly string[]
  /** The FROM item, where it is more than that of the concept */
  readonly from?: (t: Alias, parent: Alias, args: RelationArguments) => Sql
  readonly on: (t: Alias, parent: Alias, args: RelationArguments) => Sql
  /** Fields that a row has only on this way */
  readonly fields?: (t: Alias, parent: Alias) => Readonly<Record<string, Sql>>
}

/** Arguments of a relation besides those of every list. */
export type RelationArguments = Readonly<Record<string, unknown>>

export const column =
  (name: string): Field =>
  t =>
    sql.ref(`${t}.${name}`)

/** A table as a FROM item. */
export const table = (name: string) => (t: Alias) => sql`${sql.table(name)} as ${sql.ref(t)}`

/** The global ID as domain/node-id.ts makes it. */
export const nodeId =
  (type: NodeType, ...columns: readonly string[]): Field =>
  t =>
    sql`${sql.lit(type)}${sql.join(
      columns.map(name => sql` || ':' || ${column(name)(t)}`),
      sql``,
    )}`

/** Order keys. What is not known has a place of its own, because NULL compares with nothing. */
export const textKey = (name: string): OrderKey => ({ type: 'text', value: column(name) })

/** By code point, whatever the database's collation; without a value first. */
export const nameKey = (name: string): OrderKey => ({
  type: 'text',
  value: t => sql`coalesce(${column(name)(t)}, '') collate "C"`,
})

/** Without a time: before or after all others. */
export const timeKey = (name: string, unknown: '-infinity' | 'infinity'): OrderKey => ({
  type: 'timestamptz',
  value: t => sql`coalesce(${column(name)(t)}, ${sql.lit(unknown)}::timestamptz)`,
})
