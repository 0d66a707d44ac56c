import { sql } from 'kysely'
import { orderBy } from './keyset.ts'
import { fieldsToRead, parent, parentsFrom, row, rowsFrom, rowsOf, type Source } from './relation.ts'
import type { Read, Sql } from './statement.ts'

/**
 * Every row that a relation leads to, each parent's apart and in the concept's order, in one statement, for lists that
 * AWS itself keeps short and for single objects. In the parents' order. With `most` at most so many of each parent.
 */
export const readRelated = async (
  read: Read,
  source: Source,
  fields: readonly string[],
  most: number | null = null,
): Promise<Record<string, unknown>[][]> => {
  const related = source.parents.map((): Record<string, unknown>[] => [])
  for (const { ordinal, ...found } of await read<Record<string, unknown>>(relatedStatement(source, fields, most))) {
    related[Number(ordinal) - 1]?.push(found)
  }
  return related
}

/** The statement of `readRelated`. */
export const relatedStatement = (source: Source, asked: readonly string[], most: number | null = null): Sql => {
  const { orders, defaultOrder, name } = source.relation.to
  const order = orders[defaultOrder.field]
  if (order === undefined) throw new Error(`${name} has no order ${defaultOrder.field}`)
  const keys = order.map((_, i) => sql.ref(`key${i}`))
  const fields = Object.entries(fieldsToRead(source.relation, asked))
  return sql`
    select ${sql.join([sql.ref(`${parent}.ordinal`), ...fields.map(([field]) => sql.ref(`related.${field}`))])}
    from ${parentsFrom(source)}
    cross join lateral (
      select ${sql.join([
        ...order.map((key, i) => sql`${key.value(row)} as ${keys[i]}`),
        ...fields.map(([field, value]) => sql`${value} as ${sql.ref(field)}`),
      ])}
      from ${rowsFrom(source)}
      where ${rowsOf(source)}${most === null ? sql`` : sql` order by ${orderBy(keys, defaultOrder.direction)} limit ${most}::integer`}
    ) related
    order by ${sql.ref(`${parent}.ordinal`)}, ${orderBy(
      order.map((_, i) => sql.ref(`related.key${i}`)),
      defaultOrder.direction,
    )}`
}
