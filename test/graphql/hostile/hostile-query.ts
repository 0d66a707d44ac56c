import {
  type GraphQLArgument,
  type GraphQLCompositeType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isRequiredArgument,
} from 'graphql'
import { valueOfType } from './hostile-values.ts'
import type { Random } from './random.ts'

export type HostileQuery = { readonly query: string; readonly variables: Record<string, unknown> }

/** A query of the schema's own fields, with hostile values for every argument, in variables and in the text. */
export const hostileQuery = (schema: GraphQLSchema, random: Random): HostileQuery => {
  const variables: Record<string, unknown> = {}
  const declared: string[] = []

  const argument = ({ name, type }: GraphQLArgument): string => {
    const value = valueOfType(type, random)
    if (random.chance(0.25)) return `${name}: ${literal(value)}`
    const variable = `v${declared.length}`
    declared.push(`$${variable}: ${type}`)
    variables[variable] = value
    return `${name}: $${variable}`
  }

  const selection = (type: GraphQLCompositeType, depth: number): string => {
    if (isAbstractType(type)) {
      const object = random.pick(schema.getPossibleTypes(type))
      return `{ __typename ... on ${object.name} ${selection(object, depth)} }`
    }
    const fields = Object.values('getFields' in type ? type.getFields() : {})
    const chosen = fields.filter(() => random.chance(depth === 0 ? 1.5 / fields.length : 3 / fields.length))
    const texts = chosen.flatMap((field, i) => {
      const below = getNamedType(field.type)
      if (isCompositeType(below) && depth > 4) return []
      const given = field.args.filter(each => isRequiredArgument(each) || random.chance(0.3))
      const list = given.length === 0 ? '' : `(${given.map(argument).join(', ')})`
      return [
        `${depth === 0 ? `r${i}` : `f${i}`}: ${field.name}${list} ${isCompositeType(below) ? selection(below, depth + 1) : ''}`,
      ]
    })
    return `{ ${texts.join(' ')} __typename }`
  }

  const root = schema.getQueryType()
  if (!root) throw new Error('The schema has no queries')
  const body = selection(root, 0)
  return { query: `query ${declared.length === 0 ? '' : `(${declared.join(', ')})`} ${body}`, variables }
}

const literal = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`
  if (typeof value === 'object' && value !== null) {
    return `{ ${Object.entries(value)
      .map(([name, item]) => `${name}: ${literal(item)}`)
      .join(', ')} }`
  }
  if (typeof value === 'string' && /^[A-Z_]+$/.test(value)) return value
  return JSON.stringify(value)
}
