import {
  type DocumentNode,
  type FieldNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isObjectType,
  type OperationDefinitionNode,
  OperationTypeNode,
} from 'graphql'
import { sql } from 'kysely'
import { mergedStatement } from '../../db/merged-statement.ts'
import { type Bindings, hasSlot, Slot } from '../../db/slot.ts'
import { compileStatement, type Statement } from '../../db/statement.ts'
import { type Dependencies, dependenciesOf } from '../answer-cache/answer-dependencies.ts'
import { argumentValues } from './argument-values.ts'
import { collectFields } from './collect-fields.ts'
import { type Compilation, createCompilation } from './compilation.ts'
import { typeMaps } from './map/type-maps.ts'
import { NotCompilable } from './not-compilable.ts'

/** A field of Query, ready to be sent for any variables of the shape that it was compiled for. */
export type PlannedField = {
  readonly key: string
  readonly nullable: boolean
  /** Where an error is told to be: in the first part of a connection, as the resolvers would find it */
  readonly place: { readonly nodes: readonly FieldNode[]; readonly path: readonly string[] }
  /** Null: `__typename` */
  readonly statement: PlannedStatement | null
}

export type PlannedStatement = Pick<Statement, 'text' | 'merged'> & { readonly parameters: readonly unknown[] }

/** How an operation is answered: one statement a field of Query. */
export type Plan = {
  readonly fields: readonly PlannedField[]
  /** What has to be looked at before, because it throws InvalidInput where a value cannot be */
  readonly checks: readonly Slot[]
  /** What besides the facts decides the answer */
  readonly dependsOn: Dependencies
}

export type PlanRequest = {
  readonly schema: GraphQLSchema
  readonly document: DocumentNode
  readonly operation: OperationDefinitionNode
  readonly variables: Bindings
  /** The viewer sees few rows: lists of everything begin from those */
  readonly isNarrow: boolean
}

/** Longer statements are not worth keeping. */
const longestStatement = 500_000

/** Throws NotCompilable, or InvalidInput, where the resolvers have to answer. */
export const planOf = ({ schema, document, operation, variables, isNarrow }: PlanRequest): Plan => {
  if (operation.operation !== OperationTypeNode.QUERY) throw new NotCompilable('Not a query')
  const type = schema.getQueryType()
  if (!type) throw new NotCompilable('No queries')
  const compilation = createCompilation({ schema, types: typeMaps, document, operation, variables, isNarrow })
  const fields = [...collectFields(compilation, type, [operation.selectionSet])].map(([key, nodes]): PlannedField => {
    const name = nodes[0]?.name.value ?? ''
    if (name === '__typename') return { key, nullable: false, place: { nodes, path: [key] }, statement: null }
    const field = type.getFields()[name]
    const compile = Object.hasOwn(typeMaps['Query'] ?? {}, name) ? typeMaps['Query']?.[name] : undefined
    if (!field || !compile || !nodes[0]) throw new NotCompilable(`${name} is resolved by code`)
    const row = { alias: '', fields: {}, asked: [] }
    const args = argumentValues(compilation, field, nodes[0])
    const value = compile({ compilation, type: field.type, args, nodes, row })
    const { text, values } = compileStatement(sql`select (${value})::text as json`)
    if (values.some(value => !(value instanceof Slot) && hasSlot(value)))
      throw new Error('A slot is within a parameter')
    if (text.length > longestStatement) throw new NotCompilable('The statement is too long')
    const place = placeOf(compilation, getNamedType(field.type), key, nodes)
    const statement = { text, parameters: values, merged: mergedStatement({ text, values }) }
    return { key, nullable: getNullableType(field.type) === field.type, place, statement }
  })
  const statements = fields.flatMap(({ statement }) => (statement ? [statement.text] : []))
  return { fields, checks: compilation.checks, dependsOn: dependenciesOf(statements) }
}

const placeOf = (
  compilation: Compilation,
  type: GraphQLNamedType,
  key: string,
  nodes: readonly FieldNode[],
): PlannedField['place'] => {
  if (isObjectType(type) && type.name.endsWith('Connection')) {
    const sets = nodes.flatMap(node => node.selectionSet ?? [])
    for (const [part, below] of collectFields(compilation, type, sets)) {
      if (below[0]?.name.value !== '__typename') return { nodes: below, path: [key, part] }
    }
  }
  return { nodes, path: [key] }
}

/** A planned statement with the values of a request. Throws InvalidInput for values that cannot be. */
export const bind = ({ text, parameters, merged }: PlannedStatement, variables: Bindings): Statement => ({
  text,
  merged,
  values: parameters.map(parameter => (parameter instanceof Slot ? parameter.read(variables) : parameter)),
})
