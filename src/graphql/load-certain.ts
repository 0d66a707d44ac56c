import type { GraphQLResolveInfo } from 'graphql'
import type { ParentKey, Relation } from '../db/concept.ts'
import type { RequestContext } from './request-context.ts'
import { selectionOf } from './selection.ts'

/** The row that a relation leads to, where there is always one; throws where there is none. */
export const loadCertain = async <Row>(
  { load }: RequestContext,
  relation: Relation,
  key: ParentKey,
  info: GraphQLResolveInfo,
): Promise<Row> => {
  const row = await load.one<Row>(relation, key, selectionOf(info))
  if (row === null) throw new Error(`There is no ${relation.name}`)
  return row
}
