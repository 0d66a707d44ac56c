import type { GraphQLResolveInfo } from 'graphql'
import type { Direction, ParentKey, Relation, RelationArguments } from '../db/concept.ts'
import type { FilterInput } from '../db/filter.ts'
import type { Row } from '../db/read-page.ts'
import { fieldsOfFilter, organizationScope, type Scope } from '../domain/coverage-scope.ts'
import { type CoverageAnswer, coverageOf } from './coverage.ts'
import { type PageArguments, readPageArguments } from './page-arguments.ts'
import type { RequestContext } from './request-context.ts'
import { fieldPaths, nodeSelection, selectionOf } from './selection.ts'

export type ConnectionArguments = PageArguments & {
  readonly filter?: FilterInput | null
  readonly orderBy?: { readonly field: string; readonly direction?: Direction } | null
}

/** A list of nodes, of which only what the query asks for is read: its page, its number, its coverage. */
export type Connection = {
  edges(): Promise<{ cursor: string; node: Row }[]>
  nodes(): Promise<Row[]>
  pageInfo(): Promise<{
    hasNextPage: boolean
    hasPreviousPage: boolean
    startCursor: string | null
    endCursor: string | null
  }>
  totalCount(): Promise<number>
  coverage(): CoverageAnswer
}

/** A list of changes: from when on it is whole as well. */
export type ConnectionOfChanges = Connection & { completeSince(): Promise<Date> }

/** A list of what is wrong with shares: until when it follows from what was noted as well. */
export type ConnectionOfShareProblems = Connection & { settledAt(): Promise<Date | null> }

type ConnectionOptions = {
  /** The parent's key; none for a list of everything */
  readonly of?: ParentKey
  /** Arguments of the relation itself */
  readonly with?: RelationArguments
  /** The field of a node that the rows are read for, where a node is not the row itself */
  readonly nodeField?: string
  /** The sources that the list depends on, by its filter and by the fields that are asked for or filtered by */
  readonly scope?: (filter: FilterInput, used: readonly string[]) => Scope
}

/** A page of the rows that a relation leads to. Throws where the page's arguments cannot be. */
export const connect = (
  context: RequestContext,
  info: GraphQLResolveInfo,
  relation: Relation,
  args: ConnectionArguments,
  { of = {}, with: relationArguments = {}, nodeField, scope = () => organizationScope }: ConnectionOptions,
): Connection => {
  const filter = args.filter ?? {}
  const node = nodeSelection(selectionOf(info))
  const asked = nodeField === undefined ? node : { ...node, ...node[nodeField] }
  const paths = fieldPaths(asked)
  const request = {
    ...readPageArguments(args),
    filter,
    order: args.orderBy ? { direction: 'ASC' as const, ...args.orderBy } : relation.to.defaultOrder,
    fields: Object.keys(asked).sort(),
  }
  const page = async () => {
    const { rows, ...rest } = await context.load.page(relation, of, relationArguments, request)
    return { ...rest, rows: rows.map(row => ({ ...row, asked: paths })) }
  }
  return {
    edges: async () => (await page()).rows.map(row => ({ cursor: row.cursor, node: row })),
    nodes: async () => (await page()).rows,
    pageInfo: async () => {
      const { rows, hasNextPage, hasPreviousPage } = await page()
      return {
        hasNextPage,
        hasPreviousPage,
        startCursor: rows[0]?.cursor ?? null,
        endCursor: rows.at(-1)?.cursor ?? null,
      }
    },
    totalCount: () => context.load.count(relation, of, relationArguments, filter),
    coverage: () => coverageOf(context, scope(filter, [...paths, ...fieldsOfFilter(filter)])),
  }
}
