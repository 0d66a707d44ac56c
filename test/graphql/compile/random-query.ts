import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql'
import type { Random } from '../../../src/sandbox/world/random.ts'
import { type KnownValues, randomValue } from './random-values.ts'

export type RandomQuery = { readonly text: string; readonly variables: Record<string, unknown> }

/** Cursors of earlier answers by what their lists were ordered by. */
export type Cursors = ReadonlyMap<string, readonly string[]>

/** Levels of objects below each other; the levels of a connection itself not counted. */
const deepest = 4

/** A query over everything that a schema offers, with every way that GraphQL has to say it. Mostly valid. */
export const randomQuery = (
  schema: GraphQLSchema,
  random: Random,
  known: KnownValues,
  cursors: Cursors,
): RandomQuery => {
  const variables: Record<string, unknown> = {}
  const definitions: string[] = []
  const fragments: string[] = []
  let names = 0
  const name = (prefix: string) => {
    names += 1
    return `${prefix}${names}`
  }

  /** A literal, or a variable that is declared for it. */
  const valueText = (type: GraphQLInputType, value: unknown): string => {
    if (!random.chance(0.4)) return literal(type, value, valueText)
    const variable = name('v')
    // With a default the value may be left out, and null is one as well.
    const isDefault = value !== null && random.chance(0.15)
    definitions.push(`$${variable}: ${type}${isDefault ? ` = ${literal(type, value)}` : ''}`)
    if (!isDefault) variables[variable] = value
    return `$${variable}`
  }

  const argumentsText = (field: GraphQLField<unknown, unknown>): string => {
    const given = chooseArguments(field)
    return given.length === 0
      ? ''
      : `(${given.map(([argument, value]) => `${argument.name}: ${valueText(argument.type, value)}`).join(', ')})`
  }

  const chooseArguments = (field: GraphQLField<unknown, unknown>): [GraphQLArgument, unknown][] => {
    const isPaged = field.args.some(argument => argument.name === 'after')
    const values = new Map<GraphQLArgument, unknown>()
    for (const argument of field.args) {
      const isRequired = isNonNullType(argument.type) && argument.defaultValue === undefined
      if (isPaged && ['first', 'last', 'after', 'before'].includes(argument.name)) continue
      if (isRequired || random.chance(argument.name === 'filter' ? 0.3 : 0.4)) {
        values.set(
          argument,
          randomValue(random, known, argument.type, argument.name === 'id' ? field.name : argument.name),
        )
      }
    }
    if (isPaged) choosePage(field, values)
    return [...values]
  }

  const choosePage = (field: GraphQLField<unknown, unknown>, values: Map<GraphQLArgument, unknown>) => {
    const argument = (wanted: string) => field.args.find(each => each.name === wanted) as GraphQLArgument
    const backward = random.chance(0.35)
    if (backward || random.chance(0.9)) {
      values.set(argument(backward ? 'last' : 'first'), random.chance(0.02) ? 1001 : random.below(5))
    }
    const orderBy = values.get(argument('orderBy')) as { field?: string } | null | undefined
    const fitting = cursors.get(orderBy?.field ?? '') ?? []
    const any = [...cursors.values()].flat()
    for (const side of ['after', 'before']) {
      if (fitting.length > 0 && random.chance(0.4)) values.set(argument(side), random.pick(fitting))
      else if (any.length > 0 && random.chance(0.04)) values.set(argument(side), random.pick([...any, 'nonsense']))
    }
  }

  const directive = (): string => {
    if (!random.chance(0.08)) return ''
    return ` @${random.pick(['skip', 'include'])}(if: ${valueText(booleanType(schema), random.chance(0.5))})`
  }

  const selections = (type: GraphQLObjectType, depth: number): string => {
    const fields = Object.values(type.getFields()).filter(
      field => depth < deepest || isLeafType(getNamedType(field.type)) || isPart(field),
    )
    const parts: string[] = []
    const count = 1 + random.below(5)
    for (let i = 0; i < count; i++) {
      if (random.chance(0.08)) parts.push(random.chance(0.5) ? '__typename' : `${name('t')}: __typename`)
      else if (fields.length > 0) parts.push(selection(random.pick(fields), depth))
    }
    if (random.chance(0.1)) parts.push(fragment(type, depth))
    if (parts.length === 0) parts.push('__typename')
    return `{ ${parts.join(' ')} }`
  }

  const selection = (field: GraphQLField<unknown, unknown>, depth: number): string => {
    const args = argumentsText(field)
    const type = getNamedType(field.type)
    // The same key with other arguments would be a conflict; the same key without any is merged.
    const alias = args !== '' || random.chance(0.15) ? `${longAlias(name('a'))}: ` : ''
    const below = isLeafType(type) ? '' : ` ${selectionsBelow(type, depth + (isPart(field) ? 0 : 1))}`
    return `${alias}${field.name}${args}${directive()}${below}`
  }

  const longAlias = (alias: string) =>
    random.chance(0.03) ? `${alias}${'_of_a_client_that_likes_long_names'.repeat(2)}` : alias

  const selectionsBelow = (type: GraphQLNamedType, depth: number): string => {
    if (isObjectType(type)) return selections(type, depth)
    if (!isAbstractType(type)) throw new Error(`${type.name} has no fields`)
    const possible = schema.getPossibleTypes(type).filter(() => random.chance(0.5))
    return `{ __typename id ${possible.map(each => `... on ${each.name} ${selections(each, depth)}`).join(' ')} }`
  }

  const fragment = (type: GraphQLObjectType, depth: number): string => {
    const condition = random.pick([type.name, ...type.getInterfaces().map(each => each.name)])
    const body = condition === type.name ? selections(type, depth) : '{ id }'
    if (random.chance(0.6))
      return `... ${random.chance(0.7) ? `on ${condition}` : ''}${directive()} ${condition === type.name ? body : '{ id }'}`
    const named = name('F')
    fragments.push(`fragment ${named} on ${condition} ${body}`)
    return `...${named}${directive()}`
  }

  const query = schema.getQueryType() as GraphQLObjectType
  const roots = Object.values(query.getFields()).filter(field => !byCode.includes(field.name))
  const body = Array.from({ length: 1 + random.below(2) }, () => selection(random.pick(roots), 1)).join(' ')
  const head = definitions.length === 0 ? 'query Q' : `query Q(${definitions.join(', ')})`
  return { text: `${head} { ${body} }\n${fragments.join('\n')}`, variables }
}

/** Both ways they are resolved. */
const byCode = ['launchCheck', 'launchChecks', 'syncStatus']

/** What belongs to the level that it stands on: the parts of a connection, and objects without objects of their own. */
const isPart = (field: GraphQLField<unknown, unknown>): boolean => {
  const type = getNamedType(field.type)
  if (!isObjectType(type)) return false
  if (/(Connection|Edge)$/.test(type.name) || ['nodes', 'edges', 'node', 'pageInfo'].includes(field.name)) {
    return ['nodes', 'edges', 'node', 'pageInfo'].includes(field.name)
  }
  return Object.values(type.getFields()).every(each => isLeafType(getNamedType(each.type)))
}

const booleanType = (schema: GraphQLSchema): GraphQLInputType =>
  schema.getDirective('skip')?.args[0]?.type as GraphQLInputType

/** A value in GraphQL's own notation. `nested` writes the values within it. */
const literal = (
  type: GraphQLInputType,
  value: unknown,
  nested: (type: GraphQLInputType, value: unknown) => string = (inner, item) => literal(inner, item),
): string => {
  if (value === null) return 'null'
  const nullable = getNullableType(type)
  if (isListType(nullable)) return `[${(value as unknown[]).map(item => nested(nullable.ofType, item)).join(', ')}]`
  if (isInputObjectType(nullable)) {
    const fields = nullable.getFields()
    return `{ ${Object.entries(value as object)
      .map(([key, item]) => `${key}: ${nested(fields[key]?.type as GraphQLInputType, item)}`)
      .join(', ')} }`
  }
  return isEnumType(nullable) ? String(value) : JSON.stringify(value)
}
