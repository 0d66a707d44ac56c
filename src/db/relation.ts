import { sql } from 'kysely'
import type { Alias, Concept, ParentKey, Relation, RelationArguments } from './concept.ts'
import type { Sql } from './statement.ts'

/**
 * What is read: the rows that a relation leads to, each parent's apart. A list without a parent is a relation from
 * nowhere, so that there is one way to read.
 */
export type Source = {
  readonly relation: Relation
  readonly args: RelationArguments
  readonly parents: readonly ParentKey[]
}

/** A relation by equal values: column of the row → field of the parent. */
export const relate = (
  name: string,
  to: Concept,
  columns: Readonly<Record<string, string>>,
  more?: Pick<Relation, 'from' | 'fields'>,
): Relation => ({
  name,
  to,
  parentKey: Object.values(columns),
  on: (t, parent) =>
    sql.join(
      Object.entries(columns).map(
        ([column, field]) => sql`${sql.ref(`${t}.${column}`)} = ${sql.ref(`${parent}.${field}`)}`,
      ),
      sql` and `,
    ),
  ...more,
})

/** Every row of a concept. */
export const everyRow = (to: Concept): Relation => ({
  name: `every ${to.name}`,
  to,
  parentKey: [],
  on: () => sql`true`,
})

/** The names that the row and its parent have in the statements of read-page.ts and read-related.ts. */
export const row: Alias = 't'
export const parent: Alias = 'parent'

/** The parents as a FROM item: their keys as columns, and `ordinal`, their place from 1 on. */
export const parentsFrom = ({ relation: { parentKey }, parents }: Source): Sql => {
  if (parentKey.length === 0) return sql`(values (1::bigint)) as ${sql.ref(parent)} (ordinal)`
  const arrays = parentKey.map(name => sql`${parents.map(key => partOf(key, name))}::text[]`)
  const names = [...parentKey, 'ordinal'].map(name => sql.ref(name))
  return sql`unnest(${sql.join(arrays)}) with ordinality as ${sql.ref(parent)} (${sql.join(names)})`
}

const partOf = (key: ParentKey, name: string): string | null => {
  const value = key[name]
  if (value === undefined) throw new Error(`A parent is given without its ${name}`)
  return value
}

export const rowsFrom = ({ relation, args }: Source): Sql =>
  relation.from ? relation.from(row, parent, args) : relation.to.from(row)

export const rowsOf = ({ relation, args }: Source): Sql => relation.on(row, parent, args)

/** For a list of everything that is read for a viewer who sees little of it (`Read.isNarrow`). */
export const inSight = ({ to, parentKey }: Relation, isNarrow: boolean): Sql[] =>
  isNarrow && to.inSight && parentKey.length === 0 ? [to.inSight(row)] : []

/** The fields to read, by name: what was asked for as far as the database has it, and what is always read. */
export const fieldsToRead = (relation: Relation, asked: readonly string[]): Record<string, Sql> => {
  const extra = relation.fields?.(row, parent) ?? {}
  const names = [...new Set([...relation.to.always, ...asked])].sort()
  return Object.fromEntries(
    names.flatMap(name => {
      const field = extra[name] ?? relation.to.fields[name]?.(row)
      return field ? [[name, field]] : []
    }),
  )
}
