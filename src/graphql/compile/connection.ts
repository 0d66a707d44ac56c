import type { FieldNode } from 'graphql'
import { sql } from 'kysely'
import type { Alias, Direction, Relation, RelationArguments } from '../../db/concept.ts'
import { type FilterInput, matches } from '../../db/filter.ts'
import { orderBy } from '../../db/keyset.ts'
import type { Bindings } from '../../db/slot.ts'
import type { Sql } from '../../db/statement.ts'
import { fieldsOfFilter, type Scope } from '../../domain/coverage-scope.ts'
import { fieldPaths, nodeSelection, selectionOf } from '../selection.ts'
import type { CompileField, FieldAt, TypeMap } from './compilation.ts'
import { coverageOf } from './coverage.ts'
import { objectOf } from './json.ts'
import { membersOf, objectTypeOf } from './members.ts'
import { openPage } from './page.ts'
import { rowsOf } from './rows.ts'

type ConnectionOptions = {
  /** Arguments of the relation itself */
  readonly with?: (args: Bindings) => RelationArguments
  /** The field of a node that the rows are read for, where a node is not the row itself */
  readonly nodeField?: string
  /** The sources that the list depends on, by its filter and by the fields that are asked for or filtered by */
  readonly scope?: (at: FieldAt, filter: FilterInput, used: readonly string[]) => Scope
  /** Fields of the connection that no other has */
  readonly members?: (args: Bindings) => TypeMap
}

/** A page of the rows that a relation leads to: of its edges, nodes, page info, number and coverage what is asked for. */
export const connection = (
  relation: Relation | ((args: Bindings) => Relation),
  options: ConnectionOptions = {},
): CompileField => {
  const compile: CompileField = at => {
    const { compilation, nodes, row } = at
    const { leads, filter, open } = listOf(relation, options, at)
    const node = nodeSelection(selectionOf({ fieldNodes: nodes, fragments: compilation.fragments }))
    const { nodeField, scope } = options
    const asked = fieldPaths(nodeField === undefined ? node : { ...node, ...node[nodeField] })
    const page = openPage(compilation, leads, at.args, open)
    const nodeOf = (below: FieldAt) =>
      objectOf(membersOf(compilation, objectTypeOf(below.type), below.nodes, { ...page.rows, asked }))
    const objectBy = (fields: Parameters<typeof membersOf>[4]) => (below: FieldAt) =>
      objectOf(membersOf(compilation, objectTypeOf(below.type), below.nodes, row, fields))

    const members = membersOf(compilation, objectTypeOf(at.type), nodes, row, {
      nodes: below => page.list(nodeOf(below)),
      edges: below => page.list(objectBy({ cursor: page.cursor, node: nodeOf })(below)),
      pageInfo: below => objectBy(page.info())(below),
      totalCount: () => {
        const { rows, where } = open()
        return sql`(select count(*)::integer from ${rows.item({ where })})`
      },
      ...options.members?.(at.args),
      ...(scope && {
        coverage: (below: FieldAt) => coverageOf(below, scope(at, filter, [...asked, ...fieldsOfFilter(filter)])),
      }),
    })
    return objectOf(members, page.from())
  }

  return Object.assign(compile, {
    whole: (at: FieldAt, nodes: readonly FieldNode[]) => {
      const { leads, open } = listOf(relation, options, at)
      const { rows, where } = open()
      const asked = fieldPaths(selectionOf({ fieldNodes: nodes, fragments: at.compilation.fragments }))
      const type = objectTypeOf(objectTypeOf(at.type).getFields()['nodes']?.type ?? at.type)
      const tail = wholeOrder(leads, at.args, rows.alias)
      return {
        members: membersOf(at.compilation, type, nodes, { ...rows, asked }),
        item: rows.item(tail ? { where, tail } : { where }),
      }
    },
  })
}

const listOf = (
  relation: Relation | ((args: Bindings) => Relation),
  { with: withArguments }: ConnectionOptions,
  { compilation, args, row }: FieldAt,
) => {
  const leads = typeof relation === 'function' ? relation(args) : relation
  const filter = (args['filter'] ?? {}) as FilterInput
  const open = () => {
    const rows = rowsOf(compilation, leads, row, { args: withArguments?.(args) ?? {} })
    return { rows, where: Object.keys(filter).length === 0 ? [] : [matches(leads.to.filters, filter, rows.alias)] }
  }
  return { leads, filter, open }
}

/** Without a wish for an order the rows come as they lie, which is what reads a whole table fastest. */
const wholeOrder = ({ to }: Relation, { orderBy: wanted }: Bindings, alias: Alias): Sql | undefined => {
  if (!wanted) return undefined
  const { field, direction = 'ASC' } = wanted as { field: string; direction?: Direction }
  const order = to.orders[field]
  return (
    order &&
    sql`order by ${orderBy(
      order.map(key => key.value(alias)),
      direction,
    )}`
  )
}
