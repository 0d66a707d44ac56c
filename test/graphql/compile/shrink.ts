import {
  type DocumentNode,
  type GraphQLSchema,
  Kind,
  parse,
  print,
  type SelectionNode,
  separateOperations,
  validate,
  visit,
} from 'graphql'
import type { RandomQuery } from './random-query.ts'

/** The smallest query found by leaving parts out that still shows what `fails` looks for. */
export const shrink = async (
  schema: GraphQLSchema,
  query: RandomQuery,
  fails: (query: RandomQuery) => Promise<boolean>,
): Promise<RandomQuery> => {
  let smallest = query
  for (let i = 0; i < 400; ) {
    const smaller = without(schema, smallest, i)
    if (smaller === null) return smallest
    if (smaller !== 'invalid' && (await fails(smaller))) smallest = smaller
    else i += 1
  }
  return smallest
}

/** The query without its part number `n`; null where it has no such part. */
const without = (
  schema: GraphQLSchema,
  { text, variables }: RandomQuery,
  n: number,
): RandomQuery | 'invalid' | null => {
  let seen = -1
  let found = false
  const drop = () => {
    seen += 1
    if (seen !== n) return undefined
    found = true
    return null
  }
  const cut = visit(parse(text), {
    Field: drop,
    InlineFragment: drop,
    FragmentSpread: drop,
    Argument: drop,
    Directive: drop,
    ObjectField: drop,
  })
  if (!found) return null
  const document = tidy(cut)
  if (document === null || validate(schema, document).length > 0) return 'invalid'
  return { text: print(document), variables: declared(document, variables) }
}

/** Without variables and fragments that nothing uses any more. */
const tidy = (document: DocumentNode): DocumentNode | null => {
  const isEmpty = (selections: readonly SelectionNode[]) => selections.length === 0
  let empty = false
  visit(document, {
    SelectionSet: node => {
      if (isEmpty(node.selections)) empty = true
    },
  })
  const separated = Object.values(separateOperations(document))[0]
  if (empty || !separated) return null
  const used = new Set<string>()
  visit(separated, {
    enter: node => {
      if (node.kind === Kind.VARIABLE) used.add(node.name.value)
      return node.kind === Kind.VARIABLE_DEFINITION ? false : undefined
    },
  })
  return visit(separated, {
    enter: node => {
      if (node.kind !== Kind.VARIABLE_DEFINITION) return undefined
      return used.has(node.variable.name.value) ? false : null
    },
  })
}

const declared = (document: DocumentNode, variables: Record<string, unknown>): Record<string, unknown> => {
  const names = document.definitions.flatMap(definition =>
    definition.kind === Kind.OPERATION_DEFINITION
      ? (definition.variableDefinitions ?? []).map(({ variable }) => variable.name.value)
      : [],
  )
  return Object.fromEntries(Object.entries(variables).filter(([name]) => names.includes(name)))
}
