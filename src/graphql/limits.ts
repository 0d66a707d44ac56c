import type { ApolloServerPlugin } from '@apollo/server'
import {
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLError,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql'
import { defaultPageSize } from './page-arguments.ts'
import type { RequestContext } from './request-context.ts'

/** Tokens of a query's text. */
export const mostTokens = 10_000
/** Levels of fields below each other; the explorer's introspection needs 15. */
export const deepest = 20
/** Nodes that the pages of a query can have together: a page of 100 with pages of 50 in it counts 5,100. */
export const mostNodes = 100_000

type Variables = Readonly<Record<string, unknown>>
type Fragments = ReadonlyMap<string, FragmentDefinitionNode>

/** How deep a query goes, and how many nodes its pages can have together, from its text and variables alone. */
export const measure = (operation: OperationDefinitionNode, fragments: Fragments, variables: Variables) => {
  let depth = 0
  let nodes = 0
  const visit = (set: SelectionSetNode, level: number, times: number) => {
    for (const selection of set.selections) {
      if (selection.kind === Kind.INLINE_FRAGMENT) visit(selection.selectionSet, level, times)
      else if (selection.kind === Kind.FRAGMENT_SPREAD) {
        const fragment = fragments.get(selection.name.value)
        if (fragment) visit(fragment.selectionSet, level, times)
      } else if (selection.selectionSet) {
        depth = Math.max(depth, level)
        const size = isConnection(selection.selectionSet, fragments) ? pageSize(selection, variables) : 0
        nodes += size * times
        // Ends what can only get worse: a query may name the same fragment in many places, at every level.
        if (depth > deepest || nodes > mostNodes) return
        visit(selection.selectionSet, level + 1, size === 0 ? times : size * times)
      }
    }
  }
  visit(operation.selectionSet, 1, 1)
  return { depth, nodes }
}

const isConnection = (set: SelectionSetNode, fragments: Fragments): boolean =>
  set.selections.some(selection => {
    if (selection.kind === Kind.FIELD) return selection.name.value === 'nodes' || selection.name.value === 'edges'
    if (selection.kind === Kind.INLINE_FRAGMENT) return isConnection(selection.selectionSet, fragments)
    const fragment = fragments.get(selection.name.value)
    return fragment !== undefined && isConnection(fragment.selectionSet, fragments)
  })

const pageSize = (field: FieldNode, variables: Variables): number => {
  for (const { name, value } of field.arguments ?? []) {
    if (name.value !== 'first' && name.value !== 'last') continue
    const given =
      value.kind === Kind.VARIABLE ? variables[value.name.value] : value.kind === Kind.INT && Number(value.value)
    if (typeof given === 'number') return Math.max(given, 0)
  }
  return defaultPageSize
}

/** Refuses what is too much for one query, before anything is read. */
export const limitQuery: ApolloServerPlugin<RequestContext> = {
  requestDidStart: async () => ({
    didResolveOperation: async ({ document, operation, request: { variables = {} } }) => {
      if (!operation) return
      if (operation.operation !== 'query') {
        throw refuse('OPERATION_RESOLUTION_FAILURE', `This API has queries alone, no ${operation.operation}`)
      }
      const fragments = new Map(
        document.definitions.flatMap(definition =>
          definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition] as const] : [],
        ),
      )
      const { depth, nodes } = measure(operation, fragments, variables)
      if (depth > deepest) throw refuse('QUERY_TOO_DEEP', `The query goes deeper than ${deepest} levels`)
      if (nodes > mostNodes) {
        throw refuse(
          'QUERY_TOO_LARGE',
          `The pages of this query can have more than ${mostNodes} nodes together; ask for smaller pages`,
        )
      }
    },
  }),
}

const refuse = (code: string, message: string) =>
  new GraphQLError(message, { extensions: { code, http: { status: 400 } } })
