import type { FieldNode, FragmentDefinitionNode, GraphQLResolveInfo, SelectionSetNode } from 'graphql'

/** What a query asks for below a field: field names of the schema, each with what is asked for below it. */
export type Selection = { readonly [field: string]: Selection }

/**
 * What is asked for below the field that is being resolved, fragments and all parts of a merged field included.
 * `@skip` and `@include` are not looked at, nor are types: it may name more than will be answered, never less.
 */
export const selectionOf = (info: Pick<GraphQLResolveInfo, 'fieldNodes' | 'fragments'>): Selection =>
  collect(
    info.fieldNodes.flatMap(node => node.selectionSet ?? []),
    info.fragments,
  )

type Fragments = Readonly<Record<string, FragmentDefinitionNode>>

const collect = (sets: readonly SelectionSetNode[], fragments: Fragments): Selection => {
  const nodes = new Map<string, FieldNode[]>()
  // A fragment adds nothing the second time; without this, fragments that name others twice would double at each step.
  const seen = new Set<string>()
  const visit = (set: SelectionSetNode) => {
    for (const selection of set.selections) {
      if (selection.kind === 'Field') {
        const same = nodes.get(selection.name.value)
        if (same) same.push(selection)
        else nodes.set(selection.name.value, [selection])
      } else if (selection.kind === 'InlineFragment') visit(selection.selectionSet)
      else if (!seen.has(selection.name.value)) {
        seen.add(selection.name.value)
        const fragment = fragments[selection.name.value]
        if (fragment) visit(fragment.selectionSet)
      }
    }
  }
  sets.forEach(visit)
  return Object.fromEntries(
    [...nodes].map(([name, same]) => [
      name,
      collect(
        same.flatMap(node => node.selectionSet ?? []),
        fragments,
      ),
    ]),
  )
}

/** What is asked for of the nodes of a connection, through `nodes` and through `edges`. */
export const nodeSelection = ({ nodes = {}, edges = {} }: Selection): Selection => merge(nodes, edges['node'] ?? {})

const merge = (a: Selection, b: Selection): Selection =>
  Object.fromEntries(
    [...new Set([...Object.keys(a), ...Object.keys(b)])].map(name => [name, merge(a[name] ?? {}, b[name] ?? {})]),
  )

/** The fields asked for, and those directly below each, joined by a dot. */
export const fieldPaths = (selection: Selection): string[] =>
  Object.entries(selection).flatMap(([name, below]) => [name, ...Object.keys(below).map(inner => `${name}.${inner}`)])
