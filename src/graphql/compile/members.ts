import {
  type FieldNode,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  getNamedType,
  isObjectType,
} from 'graphql'
import { sql } from 'kysely'
import { argumentValues } from './argument-values.ts'
import { collectFields } from './collect-fields.ts'
import type { Compilation, Row, TypeMap } from './compilation.ts'
import type { Member } from './json.ts'
import { NotCompilable } from './not-compilable.ts'

/** About as many columns as PostgreSQL lets one subselect have. */
const mostMembers = 1600

/** The object type behind a field's type. */
export const objectTypeOf = (type: GraphQLOutputType | GraphQLNamedType): GraphQLObjectType => {
  const named = getNamedType(type)
  if (isObjectType(named)) return named
  throw new NotCompilable(`${named.name} is no object type`)
}

/** What a query asks for of an object below these nodes. */
export const membersOf = (
  compilation: Compilation,
  type: GraphQLObjectType,
  nodes: readonly FieldNode[],
  row: Row,
  map: TypeMap | undefined = compilation.types[type.name],
): Member[] => {
  const fields = collectFields(
    compilation,
    type,
    nodes.flatMap(node => node.selectionSet ?? []),
  )
  if (fields.size > mostMembers) throw new NotCompilable('Too many fields of one object')
  return [...fields].map(([key, same]) => {
    const name = same[0]?.name.value ?? ''
    if (name === '__typename') return { key, value: sql.lit(type.name) }
    const field = type.getFields()[name]
    const compile = map && Object.hasOwn(map, name) ? map[name] : undefined
    if (!field || !compile || !same[0]) throw new NotCompilable(`${type.name}.${name} is resolved by code`)
    const args = argumentValues(compilation, field, same[0])
    return { key, value: compile({ compilation, type: field.type, args, nodes: same, row }) }
  })
}
