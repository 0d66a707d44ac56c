import { sql } from 'kysely'
import type { Alias, Fields, Relation, RelationArguments } from '../../db/concept.ts'
import { every } from '../../db/filter.ts'
import type { Sql } from '../../db/statement.ts'
import type { Compilation, Row } from './compilation.ts'

/** The fields of the outer row that a relation starts from, where they have other names there. */
export type Key = Readonly<Record<string, string>>

/** The rows that a relation leads to from an outer row. */
export type Rows = {
  readonly alias: Alias
  readonly fields: Fields
  /** The FROM item */
  item(part?: Part): Sql
}

/** Which of the rows, in which order, with what besides their own columns. */
type Part = { readonly where?: readonly Sql[]; readonly columns?: readonly Sql[]; readonly tail?: Sql }

/**
 * The rows that a relation leads to, as a FROM item beside the outer row: laterally, so that there is nothing to group
 * afterwards. The item has all columns of the table, of which PostgreSQL computes those that are used. Where there is
 * neither order nor limit it sees through it altogether, as it does through the item of the key.
 */
export const rowsOf = (
  compilation: Compilation,
  relation: Relation,
  outer: Pick<Row, 'alias' | 'fields'>,
  { key = {}, args = {} }: { readonly key?: Key; readonly args?: RelationArguments } = {},
): Rows => {
  const alias = compilation.alias('t')
  const parent = compilation.alias('p')
  const everything = relation.parentKey.length === 0
  const inSight = compilation.isNarrow && everything && relation.to.inSight ? [relation.to.inSight(alias)] : []
  const extra = relation.fields?.(alias, parent) ?? {}
  const from = relation.from ? relation.from(alias, parent, args) : relation.to.from(alias)
  const keys = relation.parentKey.map(name => {
    const field = outer.fields[key[name] ?? name]
    if (field === undefined) throw new Error(`${relation.name} starts from ${name}, which the row does not have`)
    return sql`${field(outer.alias)} as ${sql.ref(name)}`
  })
  return {
    alias,
    fields: {
      ...relation.to.fields,
      ...Object.fromEntries(Object.keys(extra).map(name => [name, (t: Alias) => sql.ref(`${t}.${name}`)])),
    },
    item: ({ where = [], columns = [], tail } = {}) => {
      const all = [
        sql`${sql.ref(alias)}.*`,
        ...Object.entries(extra).map(([name, value]) => sql`${value} as ${sql.ref(name)}`),
        ...columns,
      ]
      const conditions = every([relation.on(alias, parent, args), ...inSight, ...where])
      const rows = sql`(select ${sql.join(all)} from ${from} where ${conditions}${tail ? sql` ${tail}` : sql``}) as ${sql.ref(alias)}`
      return keys.length === 0 ? rows : sql`(select ${sql.join(keys)}) as ${sql.ref(parent)} cross join lateral ${rows}`
    },
  }
}
