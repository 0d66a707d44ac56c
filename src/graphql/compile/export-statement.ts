import { type DocumentNode, type GraphQLSchema, Kind, type OperationDefinitionNode, OperationTypeNode } from 'graphql'
import { sql } from 'kysely'
import type { Bindings } from '../../db/slot.ts'
import { compileStatement, type Statement } from '../../db/statement.ts'
import { InvalidInput } from '../../domain/invalid-input.ts'
import { argumentValues } from './argument-values.ts'
import { collectFields } from './collect-fields.ts'
import { createCompilation } from './compilation.ts'
import { objectOf } from './json.ts'
import { typeMaps } from './map/type-maps.ts'
import { objectTypeOf } from './members.ts'
import { NotCompilable } from './not-compilable.ts'

export type ExportRequest = {
  readonly schema: GraphQLSchema
  readonly document: DocumentNode
  /** Coerced */
  readonly variables: Bindings
  /** `json`: one column, a node's JSON. `columns`: a column for each field of a node; objects and lists as JSON */
  readonly form: 'json' | 'columns'
}

export type ExportStatement = Statement & {
  /** The response keys of a node's fields, in order */
  readonly columns: readonly string[]
}

const pageArguments = ['first', 'after', 'last', 'before']

/**
 * One statement whose rows are all nodes of the query's list. Throws InvalidInput where the query is not of one list, of
 * its `nodes` alone, without pages; or asks for what is resolved by code.
 */
export const exportStatement = ({ schema, document, variables, form }: ExportRequest): ExportStatement => {
  const operation = onlyOperation(document)
  const queryType = schema.getQueryType()
  if (!queryType) throw new Error('The schema has no queries')
  const compilation = createCompilation({ schema, types: typeMaps, document, operation, variables, isNarrow: false })
  const [[, nodes] = [undefined, []], ...others] = collectFields(compilation, queryType, [operation.selectionSet])
  const name = nodes[0]?.name.value ?? ''
  const field = queryType.getFields()[name]
  const whole = typeMaps['Query']?.[name]?.whole
  if (others.length > 0 || !nodes[0] || !field || !whole) {
    throw new InvalidInput('An export is a query of one list, such as { images { nodes { imageId } } }')
  }
  const args = argumentValues(compilation, field, nodes[0])
  const paged = pageArguments.filter(argument => args[argument] !== undefined && args[argument] !== null)
  if (paged.length > 0) throw new InvalidInput(`An export has all nodes; leave out ${paged.join(', ')}`)
  const listType = objectTypeOf(field.type)
  const parts = collectFields(
    compilation,
    listType,
    nodes.flatMap(node => node.selectionSet ?? []),
  )
  const [[, nodeNodes] = [undefined, []], ...besides] = parts
  if (besides.length > 0 || nodeNodes[0]?.name.value !== 'nodes') {
    throw new InvalidInput('An export asks a list for its nodes alone; coverage and totalCount are for queries')
  }
  const row = { alias: '', fields: {}, asked: [] }
  const { members, item } = compiled(() => whole({ compilation, type: field.type, args, nodes, row }, nodeNodes))
  const values = form === 'json' ? [sql`${objectOf(members)}::text`] : members.map(({ value }) => sql`(${value})::text`)
  return { ...compileStatement(sql`select ${sql.join(values)} from ${item}`), columns: members.map(({ key }) => key) }
}

const onlyOperation = (document: DocumentNode): OperationDefinitionNode => {
  const operations = document.definitions.filter(definition => definition.kind === Kind.OPERATION_DEFINITION)
  const [operation] = operations
  if (operations.length !== 1 || operation?.operation !== OperationTypeNode.QUERY) {
    throw new InvalidInput('An export is a document with one query')
  }
  return operation
}

const compiled = <Result>(compile: () => Result): Result => {
  try {
    return compile()
  } catch (error) {
    if (error instanceof NotCompilable) throw new InvalidInput(`This cannot be exported: ${error.message}`)
    throw error
  }
}
