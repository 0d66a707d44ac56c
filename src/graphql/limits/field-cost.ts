import {
  type GraphQLField,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isListType,
  isObjectType,
} from 'graphql'
import type { ObjMap } from 'graphql/jsutils/ObjMap.js'

/** What a field costs each time it is answered, and how many answers its list counts as. */
export type FieldCost = {
  /** Points, for each of the list's objects where it is a list */
  readonly weight: number
  /** Objects: a number, as many as the page has, or as many as an argument says or lists, where it is given */
  readonly size: number | 'page' | { readonly argument: string; readonly otherwise: number }
  /** Whether what is asked for below it is read in pages */
  readonly isConnection: boolean
}

/** Lists without a size of their own count as so long. */
export const assumedListSize = 10

/** Looks at a field once, and remembers it for as long as the schema lives. */
export const createFieldCosts = (schema: GraphQLSchema): ((field: AnyField) => FieldCost) => {
  const known = new Map<AnyField, FieldCost>()
  const introspection = introspectionSizes(schema)
  return field => {
    let cost = known.get(field)
    if (cost === undefined) {
      cost = costOf(field, introspection)
      known.set(field, cost)
    }
    return cost
  }
}

type AnyField = GraphQLField<unknown, unknown>

const costOf = (field: AnyField, introspection: ObjMap<number>): FieldCost => {
  const type = getNamedType(field.type)
  const isConnection = type.name.endsWith('Connection')
  const isList = isListType(getNullableType(field.type))
  if (isIntrospectionType(type)) {
    return { weight: 0.1, size: isList ? (introspection[field.name] ?? 1) : 1, isConnection: false }
  }
  const isFree = !isCompositeType(type) || type.name.endsWith('Edge') || type.name === 'PageInfo'
  return {
    weight: directive(field, 'cost', 'weight') ?? (isFree ? 0 : 1),
    size: isList && isCompositeType(type) ? sizeOf(field) : 1,
    isConnection,
  }
}

/** Arguments that say, or list, how many objects are asked for. */
const sizing = ['first', 'ids', 'checks']

const sizeOf = (field: AnyField): FieldCost['size'] => {
  const otherwise = directive(field, 'listSize', 'assumedSize') ?? assumedListSize
  const argument = field.args.find(({ name }) => sizing.includes(name))?.name
  if (argument !== undefined) return { argument, otherwise }
  return field.name === 'nodes' || field.name === 'edges' ? 'page' : otherwise
}

const directive = (field: AnyField, name: string, argument: string): number | undefined => {
  const given = field.astNode?.directives?.find(node => node.name.value === name)
  const value = given?.arguments?.find(node => node.name.value === argument)?.value
  return value?.kind === 'IntValue' ? Number(value.value) : undefined
}

/** How long the lists of the introspection are in this schema, on average. */
const introspectionSizes = (schema: GraphQLSchema): ObjMap<number> => {
  const types = Object.values(schema.getTypeMap())
  const outputs = types.filter(type => isObjectType(type) || isInterfaceType(type))
  const fields = outputs.flatMap(type => Object.values(type.getFields()))
  return {
    types: types.length,
    directives: schema.getDirectives().length,
    fields: average(outputs.map(type => Object.keys(type.getFields()).length)),
    interfaces: average(outputs.map(type => type.getInterfaces().length)),
    args: average(fields.map(field => field.args.length)),
    enumValues: average(types.filter(isEnumType).map(type => type.getValues().length)),
    inputFields: average(types.filter(isInputObjectType).map(type => Object.keys(type.getFields()).length)),
    possibleTypes: average(types.filter(isAbstractType).map(type => schema.getPossibleTypes(type).length)),
  }
}

const average = (sizes: readonly number[]): number =>
  Math.max(1, sizes.reduce((sum, size) => sum + size, 0) / Math.max(1, sizes.length))
