import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import {
  buildSchema,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isObjectType,
} from 'graphql'

/** How this API's schema says what the queries ask for, as far as it does: read from schema/, so that it can grow. */
export type Dialect = {
  /** How many launch permissions a field asks for; null where the schema has no way to ask for some of them */
  readonly pagedPermissions: boolean
  /** The selection of at most `first` launch permissions of an image */
  readonly permissions: (first: number, fields: string) => string
  readonly permissionsOf: (image: { [name: string]: unknown }) => unknown[]
  /** Costs of an account by month; null where the schema has none */
  readonly months: Months | null
}

export type Months = {
  readonly selection: string
  readonly read: (account: { [name: string]: unknown }) => { [name: string]: unknown }[]
}

export const readDialect = (schema: GraphQLSchema = readSchema()): Dialect => {
  const image = objectType(schema, 'Image')
  const fields = Object.values(image.getFields())
  const permissions =
    fields.find(field => hasArgument(field, 'first') && nodeType(field)?.name === 'LaunchPermission') ??
    image.getFields()['launchPermissions']
  if (permissions === undefined) throw new Error('The schema has no launch permissions of an image')
  const paged = hasArgument(permissions, 'first')
  const connected = isConnection(permissions)
  return {
    pagedPermissions: paged,
    permissions: (first, selected) =>
      `${permissions.name}${paged ? `(first: ${first})` : ''} { ${connected ? `nodes { ${selected} }` : selected} }`,
    permissionsOf: parent => listOf(parent[permissions.name]),
    months: monthsOf(objectType(schema, 'Account')),
  }
}

const schemaFolder = resolve(import.meta.dirname, '../../../schema')

const readSchema = (): GraphQLSchema =>
  buildSchema(
    readdirSync(schemaFolder)
      .filter(name => name.endsWith('.graphql'))
      .map(name => readFileSync(join(schemaFolder, name), 'utf8'))
      .join('\n'),
  )

/** Every month that has costs: see database/seed. */
const seededMonths = 'months: { from: "2025-01", to: "2025-12" }'

/** A field that leads to sums of software and infrastructure cost, a row a month. */
const monthsOf = (account: GraphQLObjectType): Months | null => {
  for (const field of Object.values(account.getFields())) {
    const row = nodeType(field)
    const has = row?.getFields()
    if (!has?.['month'] || !has['softwareCost'] || !has['infrastructureCost']) continue
    const selected = 'month softwareCost { amount currency } infrastructureCost { amount currency }'
    const given = [hasArgument(field, 'months') && seededMonths, hasArgument(field, 'groupBy') && 'groupBy: [MONTH]']
    const list = given.filter(Boolean).join(', ')
    return {
      selection: `${field.name}${list && `(${list})`} { ${isConnection(field) ? `nodes { ${selected} }` : selected} }`,
      read: account => listOf(account[field.name]) as { [name: string]: unknown }[],
    }
  }
  return null
}

type Field = GraphQLField<unknown, unknown>

const hasArgument = (field: Field, name: string): boolean => field.args.some(argument => argument.name === name)

const isConnection = (field: Field): boolean => {
  const type = getNamedType(field.type)
  return isObjectType(type) && type.getFields()['nodes'] !== undefined
}

/** The type of a list's elements, whether it is a connection or not. */
const nodeType = (field: Field): GraphQLObjectType | null => {
  const type = getNamedType(field.type)
  if (!isObjectType(type)) return null
  const nodes = type.getFields()['nodes']
  const node = nodes ? getNamedType(nodes.type) : type
  return isObjectType(node) ? node : null
}

const listOf = (value: unknown): unknown[] => {
  if (Array.isArray(value)) return value
  return (value as { nodes?: unknown[] } | null)?.nodes ?? []
}

const objectType = (schema: GraphQLSchema, name: string): GraphQLObjectType => {
  const type = schema.getType(name)
  if (!isObjectType(type)) throw new Error(`The schema has no type ${name}`)
  return type
}
