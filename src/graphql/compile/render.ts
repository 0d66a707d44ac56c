import { type GraphQLOutputType, getNamedType, getNullableType, isLeafType, isListType } from 'graphql'
import { sql } from 'kysely'
import type { Sql } from '../../db/statement.ts'
import { collectFields } from './collect-fields.ts'
import type { FieldAt } from './compilation.ts'
import { arrayOf, type Member, objectOf } from './json.ts'
import { objectTypeOf } from './members.ts'
import { NotCompilable } from './not-compilable.ts'

/** A value of the database in the form that the field's type has in an answer. */
export const render = (at: FieldAt, value: Sql): Sql => {
  const type = getNullableType(at.type)
  if (!isLeafType(getNamedType(type))) return embedded(at, type, sql`(${value})::json`)
  return getNamedType(type).name === 'DateTime' ? isoTime(value) : value
}

/** A moment as JavaScript's toISOString writes it. */
const isoTime = (value: Sql): Sql => sql`to_char(${value} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

/** An object, or a list of objects, that the row holds as JSON: only what is asked for of it, under its response keys. */
const embedded = (at: FieldAt, type: GraphQLOutputType, value: Sql): Sql => {
  const name = at.compilation.alias('j')
  const members = embeddedMembers(at, sql.ref(`${name}.value`))
  if (isListType(type)) {
    return arrayOf(
      sql`select ${objectOf(members)} from json_array_elements(${value}) with ordinality as ${sql.ref(name)} (value, place)
        order by ${sql.ref(`${name}.place`)}`,
    )
  }
  return objectOf(members, {
    item: sql`(select ${value} as value) as ${sql.ref(name)}`,
    where: [sql`${sql.ref(`${name}.value`)} is not null`],
  })
}

const embeddedMembers = ({ compilation, type, nodes }: FieldAt, value: Sql): Member[] => {
  const element = objectTypeOf(type)
  const sets = nodes.flatMap(node => node.selectionSet ?? [])
  return [...collectFields(compilation, element, sets)].map(([key, [node]]) => {
    const name = node?.name.value ?? ''
    if (name === '__typename') return { key, value: sql.lit(element.name) }
    const field = element.getFields()[name]
    if (!field || !isLeafType(getNamedType(field.type))) throw new NotCompilable('JSON within JSON')
    const part = sql`${value} -> ${sql.lit(name)}`
    return { key, value: isListType(getNullableType(field.type)) ? leaves(compilation.alias('e'), part) : part }
  })
}

/** A list of leaves within JSON, or null: written anew, because jsonb puts spaces between its items. */
const leaves = (name: string, list: Sql): Sql =>
  sql`case when json_typeof(${list}) = 'array' then ${arrayOf(
    sql`select ${sql.ref(`${name}.value`)} from json_array_elements(${list}) with ordinality as ${sql.ref(name)} (value, place)
    order by ${sql.ref(`${name}.place`)}`,
  )} end`
