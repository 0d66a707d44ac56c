import {
  type FieldNode,
  GraphQLIncludeDirective,
  type GraphQLObjectType,
  GraphQLSkipDirective,
  getDirectiveValues,
  isAbstractType,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql'
import type { Compilation } from './compilation.ts'

/** The fields of an object by their response keys, in the order and merged as the GraphQL specification says. */
export const collectFields = (
  compilation: Compilation,
  type: GraphQLObjectType,
  sets: readonly SelectionSetNode[],
): Map<string, FieldNode[]> => {
  const { schema, fragments } = compilation
  const fields = new Map<string, FieldNode[]>()
  const visited = new Set<string>()
  const applies = (condition: string) => {
    if (condition === type.name) return true
    const named = schema.getType(condition)
    return isAbstractType(named) && schema.isSubType(named, type)
  }
  const visit = (set: SelectionSetNode) => {
    for (const selection of set.selections) {
      if (!isIncluded(compilation, selection)) continue
      if (selection.kind === Kind.FIELD) {
        const key = selection.alias?.value ?? selection.name.value
        const same = fields.get(key)
        if (same) same.push(selection)
        else fields.set(key, [selection])
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        const { typeCondition } = selection
        if (!typeCondition || applies(typeCondition.name.value)) visit(selection.selectionSet)
      } else if (!visited.has(selection.name.value)) {
        visited.add(selection.name.value)
        const fragment = fragments[selection.name.value]
        if (fragment && applies(fragment.typeCondition.name.value)) visit(fragment.selectionSet)
      }
    }
  }
  sets.forEach(visit)
  return fields
}

const isIncluded = ({ variables }: Compilation, node: SelectionNode): boolean =>
  node.directives === undefined ||
  node.directives.length === 0 ||
  (getDirectiveValues(GraphQLSkipDirective, node, variables)?.['if'] !== true &&
    getDirectiveValues(GraphQLIncludeDirective, node, variables)?.['if'] !== false)
